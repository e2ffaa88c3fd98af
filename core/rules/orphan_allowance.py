"""孤儿基本生活保障：父母都不在了的未成年人。

Missing parents count once a court has declared it. Seen by the children's line only.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Amount, Need, need
from core.rules.words import at_school

LABEL = Label(
    id="R-16",
    title="孤儿基本生活保障",
    title_en="Support for orphans",
    since=date(2010, 11, 16),
    source="国办发〔2010〕54号（凭记忆）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    young = any_of(col.age < 18, all_of(col.age < std.integer("elder_age"), at_school()))
    return {
        "parents_gone": need(col.parents_gone),
        "young": need(young, shows=("age", "student_stage"), limit=18),
    }


def amount(std: Standards) -> Amount:
    at_home, in_home = std.fen("orphan_amount"), std.fen("orphan_inst_amount")
    return Amount(low=at_home, high=in_home, rests_on=("orphan_amount", "orphan_inst_amount"))


CHILD = {"parents_gone": True, "age": 17, "student_stage": "none"}
EXAMPLES = (
    hit("父母都不在了", **CHILD),
    miss("满十八周岁，没上学", **CHILD | {"age": 18}),
    hit("满十八周岁还在上学", **CHILD | {"age": 18, "student_stage": "senior"}),
    miss("父母有一个在", **CHILD | {"parents_gone": False}),
    hit("已经在领", gets_orphan_allowance=True),
    unknown("父母怎样没说", **CHILD | {"parents_gone": None}),
    unknown("多大没说", **CHILD | {"age": None}),
    unknown("十八岁，上没上学没说", **CHILD | {"age": 18, "student_stage": None}),
)
PAYS = (Example("散居到机构", (192600, 240800), CHILD),)
