"""残疾儿童康复救助：十七岁以下的残疾儿童。

Income does not matter, though families on assistance come first. Seen by the federation and the
children's line only.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.need import Need, need

LABEL = Label(
    id="R-31",
    title="残疾儿童康复救助",
    title_en="Rehabilitation of disabled children",
    since=date(2017, 7, 1),
    source="残疾预防和残疾人康复条例第26条（已核）；国发〔2018〕20号（凭记忆）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {
        "young": need(col.age <= 17, limit=17),
        "disabled": need(col.disability_level >= 1, shows="disability_level"),
    }


CHILD = {"age": 17, "disability_level": 4}
EXAMPLES = (
    hit("十七岁，四级", **CHILD),
    miss("十八岁", **CHILD | {"age": 18}),
    miss("没有残疾证", **CHILD | {"disability_level": 0}),
    hit("已经在受助", gets_child_rehabilitation=True),
    unknown("多大没说", **CHILD | {"age": None}),
    unknown("残疾证没说", **CHILD | {"disability_level": None}),
)
