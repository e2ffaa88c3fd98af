"""困难残疾人生活补贴：低保家庭的残疾人，也可以到低边家庭的重残。

It may be had together with the nursing subsidy.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Amount, Need, need
from core.rules.words import not_orphan, not_tekun, on, severe

LABEL = Label(
    id="R-14",
    title="困难残疾人生活补贴",
    title_en="Living subsidy for disabled people in hardship",
    since=date(2016, 1, 1),
    source="国发〔2015〕52号（凭记忆）；对象口径为提案",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    poor = any_of(on("dibao"), all_of(on("edge", "danrenbao"), severe()))
    return {
        "card": need(col.disability_level >= 1, shows="disability_level"),
        "poor": need(poor, shows=("status", "disability_level", "disability_kind")),
        "not_covered": need(all_of(not_tekun(), not_orphan()), shows="tekun"),
    }


def amount(std: Standards) -> Amount:
    a_month = std.fen("dibao_std", std.number("dis_life_rate_dibao"))
    return Amount(low=a_month, high=a_month, rests_on=("dibao_std", "dis_life_rate_dibao"))


FOUR = {
    "status": "dibao",
    "disability_level": 4,
    "disability_kind": "hearing",
    "age": 40,
}
EDGE = FOUR | {"status": "edge", "disability_level": 2}
EXAMPLES = (
    hit("低保家庭，四级", **FOUR),
    miss("没有残疾证", **FOUR | {"disability_level": 0}),
    hit("低边家庭，二级", **EDGE),
    miss("低边家庭，听力三级", **EDGE | {"disability_level": 3}),
    hit("低边家庭，智力三级", **EDGE | {"disability_level": 3, "disability_kind": "intellectual"}),
    miss("不是低保低边", **FOUR | {"status": "none"}),
    miss("特困人员另有保障", **FOUR | {"tekun": True}),
    miss("孤儿另有保障", **FOUR | {"age": 10, "parents_gone": True}),
    hit("已经在领", gets_disability_living_subsidy=True),
    unknown("残疾证没说", **FOUR | {"disability_level": None}),
    unknown("身份没说", **FOUR | {"status": None}),
    unknown("低边三级，类别没说", **EDGE | {"disability_level": 3, "disability_kind": None}),
    unknown("是孩子，父母怎样没说", **FOUR | {"age": 10}),
    unknown("多大没说", **FOUR | {"age": None}),
)
PAYS = (Example("标准的三成", (32100, 32100), FOUR),)
