"""事实无人抚养儿童：父母还在，但都没法抚养的孩子。

Prison, rehabilitation, severe disability, grave illness, lost contact: what it is, departments
share among themselves and nobody asks the family. Always recognised by people.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need

LABEL = Label(
    id="R-17",
    title="事实无人抚养儿童",
    title_en="Children whose parents cannot care",
    since=date(2020, 1, 1),
    source="民发〔2019〕62号、民发〔2020〕125号（凭记忆）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {
        "young": need(col.age < 18, limit=18),
        "parents_unable": need(col.parents_unable),
        "not_orphan": need(~col.parents_gone),
    }


def amount(std: Standards) -> Amount:
    a_month = std.fen("orphan_amount")
    return Amount(low=a_month, high=a_month, rests_on="orphan_amount")


CHILD = {"age": 17, "parents_unable": True, "parents_gone": False}
EXAMPLES = (
    hit("父母都没法抚养", **CHILD),
    miss("满十八周岁", **CHILD | {"age": 18}),
    miss("父母能照顾", **CHILD | {"parents_unable": False}),
    miss("父母都不在了，按孤儿", **CHILD | {"parents_gone": True}),
    hit("已经在领", gets_unattended_child=True),
    unknown("多大没说", **CHILD | {"age": None}),
    unknown("父母能不能照顾没说", **CHILD | {"parents_unable": None}),
    unknown("父母在不在没说", **CHILD | {"parents_gone": None}),
)
PAYS = (Example("参照孤儿", (192600, 192600), CHILD),)
