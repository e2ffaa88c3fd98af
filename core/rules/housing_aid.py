"""住房与危房救助：低保、低边、特困家庭住房有困难的。

Floor area below the local line counts too; the line is the housing bureau's, so people judge it.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import any_of
from core.rules.engine.need import Need, need
from core.rules.words import IN_HARDSHIP, on

LABEL = Label(
    id="R-22",
    title="住房与危房救助",
    title_en="Housing aid",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第29–32条（已核）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {
        "listed": need(on(*IN_HARDSHIP)),
        "housing": need(any_of(col.no_home, col.housing_grade.is_in(["C", "D"]))),
    }


HOME = {"status": "edge", "no_home": False, "housing_grade": "C"}
EXAMPLES = (
    hit("C 级危房", **HOME),
    hit("D 级危房", **HOME | {"housing_grade": "D"}),
    miss("B 级", **HOME | {"housing_grade": "B"}),
    hit("没有自己的房子", **HOME | {"no_home": True, "housing_grade": None}),
    miss("不在册", **HOME | {"status": "none"}),
    hit("已经在享受", gets_housing_aid=True),
    unknown("身份没说", **HOME | {"status": None}),
    unknown("危不危房没说", **HOME | {"housing_grade": None}),
    unknown("房子是谁的没说", **HOME | {"no_home": None, "housing_grade": "A"}),
)
