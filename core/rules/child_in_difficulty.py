"""困境儿童：低保低边家庭的孩子，残疾、重病的孩子，照看不周的孩子。

Not together with the support for orphans and unattended children.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Amount, Need, need
from core.rules.words import DIBAO_EDGE, on

LABEL = Label(
    id="R-18",
    title="困境儿童",
    title_en="Children in difficulty",
    since=date(2016, 6, 1),
    source="未成年人保护法第91条（已核）；国发〔2016〕36号（凭记忆）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    hard = any_of(on(*DIBAO_EDGE), col.disability_level >= 1, col.major_illness, col.guardian_weak)
    return {
        "young": need(col.age < 18, limit=18),
        "hard": need(hard, shows=("status", "disability_level")),
        "not_orphan": need(all_of(~col.parents_gone, ~col.parents_unable), shows="parents_gone"),
    }


def amount(std: Standards) -> Amount:
    a_month = std.fen("orphan_amount", Decimal(std.number("child_hard_ratio")))
    return Amount(low=a_month, high=a_month, rests_on=("orphan_amount", "child_hard_ratio"))


CHILD = {"age": 17, "status": "edge", "parents_gone": False, "parents_unable": False}
OTHER = CHILD | {
    "status": "none",
    "disability_level": 0,
    "major_illness": False,
    "guardian_weak": False,
}
EXAMPLES = (
    hit("低边家庭的孩子", **CHILD),
    miss("满十八周岁", **CHILD | {"age": 18}),
    miss("哪样都不是", **OTHER),
    hit("有残疾证的孩子", **OTHER | {"disability_level": 4}),
    hit("重病的孩子", **OTHER | {"major_illness": True}),
    hit("照看的人力不从心", **OTHER | {"guardian_weak": True}),
    miss("孤儿另有保障", **CHILD | {"parents_gone": True}),
    miss("事实无人抚养另有保障", **CHILD | {"parents_unable": True}),
    hit("已经在领", gets_child_in_difficulty=True),
    unknown("多大没说", **CHILD | {"age": None}),
    unknown("身份没说", **OTHER | {"status": None}),
    unknown("照看得怎样没说", **OTHER | {"guardian_weak": None}),
    unknown("残疾没说", **OTHER | {"disability_level": None}),
    unknown("病没病没说", **OTHER | {"major_illness": None}),
    unknown("父母在不在没说", **CHILD | {"parents_gone": None}),
    unknown("父母能不能照顾没说", **CHILD | {"parents_unable": None}),
)
PAYS = (Example("孤儿标准的一半", (96300, 96300), CHILD),)
