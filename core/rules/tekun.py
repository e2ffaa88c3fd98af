"""特困人员救助供养：没有劳动能力、没有生活来源、没有人能养的老人、残疾人和未成年人。

A child who is an orphan goes the children's way instead. Who is fit to support is for people to
judge: a machine only hears whether there is anybody.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Amount, Need, need
from core.rules.words import MIND, below, property_needs

LABEL = Label(
    id="R-07",
    title="特困人员救助供养",
    title_en="Tekun: support for those without means or family",
    since=date(2014, 11, 1),
    source="国务院令第649号第14–19条；浙江省社会救助条例第14–16条（已核）；民发〔2021〕43号（凭记忆）",
    tag="law",
)


def receiving() -> Expr:
    return col.tekun


def conditions(std: Standards) -> Mapping[str, Need]:
    line = std.fen("dibao_std")
    kind, level = col.disability_kind, col.disability_level
    cannot_work = any_of(
        col.age >= std.integer("elder_age"),
        col.age < std.integer("labor_age_min"),
        all_of(kind.is_in(list(MIND)), level.is_between(1, 3)),
        all_of(kind == "physical", level.is_between(1, 2)),
        all_of(kind == "visual", level == 1),
    )
    other_way = any_of(col.age >= 18, all_of(~col.parents_gone, ~col.parents_unable))
    return {
        "hukou": need(col.hukou_local),
        "cannot_work": need(cannot_work, shows=("age", "disability_level")),
        "no_source": need(below(line), shows="pc", limit=line, rests_on="dibao_std"),
        **property_needs(std, "prop_cash_mult_year"),
        "no_supporter": need(col.no_supporter),
        "not_child_care": need(other_way, shows="age", limit=18),
    }


def amount(std: Standards) -> Amount:
    basic = std.fen("tekun_basic_year") // 12
    return Amount(low=basic, high=basic, rests_on="tekun_basic_year")


ALONE = {
    "hukou_local": True,
    "age": 60,
    "disability_level": 0,
    "n_members": 1,
    "income_month": 20000,
    "wages": 0,
    "new_wage": 0,
    "fin_assets": 0,
    "houses": 1,
    "vehicles": 0,
    "has_business": False,
    "no_supporter": True,
}
YOUNG = ALONE | {"age": 40, "disability_level": 2, "disability_kind": "physical"}
CHILD = ALONE | {"age": 15, "parents_gone": False, "parents_unable": False}
EXAMPLES = (
    hit("六十周岁当天", **ALONE),
    miss("差一岁，身体好", **ALONE | {"age": 59}),
    hit("十五岁", **CHILD),
    miss("孤儿走儿童保障", **CHILD | {"parents_gone": True}),
    miss("父母都照顾不了，走儿童保障", **CHILD | {"parents_unable": True}),
    hit("肢体二级", **YOUNG),
    miss("肢体三级", **YOUNG | {"disability_level": 3}),
    hit("智力三级", **YOUNG | {"disability_level": 3, "disability_kind": "intellectual"}),
    miss("智力四级", **YOUNG | {"disability_level": 4, "disability_kind": "intellectual"}),
    hit("视力一级", **YOUNG | {"disability_level": 1, "disability_kind": "visual"}),
    miss("视力二级", **YOUNG | {"disability_kind": "visual"}),
    miss("收入恰为低保标准", **ALONE | {"income_month": 107000}),
    miss("有儿女能养", **ALONE | {"no_supporter": False}),
    miss("户口不在本市", **ALONE | {"hukou_local": False}),
    miss("有汽车", **ALONE | {"vehicles": 1}),
    hit("已经是特困", tekun=True),
    unknown("年龄没说", **ALONE | {"age": None}),
    unknown("有没有人能养没说", **ALONE | {"no_supporter": None}),
    unknown("残疾类别没说", **YOUNG | {"disability_kind": None}),
    unknown("孩子父母怎样没说", **CHILD | {"parents_gone": None}),
    unknown("户口没说", **ALONE | {"hukou_local": None}),
    unknown("收入没说", **ALONE | {"income_month": None}),
)
PAYS = (Example("年标准的十二分之一", (176275, 176275), ALONE),)
