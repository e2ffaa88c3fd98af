"""重病重残“单人保”：低边家庭里的重残、重病的人，单独吃低保。

The family stays a low-income edge family: only this person gets the money.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import any_of, joined
from core.rules.engine.need import Amount, Need, need
from core.rules.words import disabled_as, on

LABEL = Label(
    id="R-09",
    title="重病重残“单人保”",
    title_en="Dibao for one person",
    since=date(2021, 7, 1),
    source="民发〔2021〕57号；浙江省残疾人保障条例第26条；平湖市单人保操作细则2022（正文未见）",
    tag="law",
)


def receiving() -> Expr:
    return on("danrenbao")


def conditions(std: Standards) -> Mapping[str, Need]:
    line = std.fen("dibao_std")
    ill_or_disabled = any_of(disabled_as(std["single_guard_disability"]), col.major_illness)
    return {
        "edge": need(on("edge", "dibao")),
        "ill_or_disabled": need(
            ill_or_disabled, shows=("disability_level",), rests_on="single_guard_disability"
        ),
        "own_income": need(col.own_income < line, limit=line, rests_on="dibao_std"),
    }


def amount(std: Standards) -> Amount:
    """The whole standard for severe disability; for illness the whole or what is missing."""
    line = std.fen("dibao_std")
    missing = (line - col.own_income).clip(lower_bound=0)
    disabled = joined(disabled_as(std["single_guard_disability"]))
    low = when(disabled).then(line).when(~disabled).then(missing)
    return Amount(low=low, high=line, rests_on=("dibao_std", "single_guard_amount_rule"))


ILL = {"status": "edge", "disability_level": 0, "major_illness": True, "own_income": 106999}
BLIND = ILL | {"major_illness": False, "disability_level": 2, "disability_kind": "visual"}
EXAMPLES = (
    hit("低边家庭的重病人", **ILL),
    hit("二级残疾", **BLIND),
    miss("视力三级", **BLIND | {"disability_level": 3}),
    hit("精神三级", **BLIND | {"disability_level": 3, "disability_kind": "mental"}),
    hit("低保户里的重残单独施保", **BLIND | {"status": "dibao"}),
    miss("家里不是低边", **ILL | {"status": "none"}),
    miss("自己收入恰为标准", **ILL | {"own_income": 107000}),
    miss("没有重病重残", **ILL | {"major_illness": False}),
    hit("已经是单人保", status="danrenbao"),
    unknown("身份没说", **ILL | {"status": None}),
    unknown("病得怎样没说", **ILL | {"major_illness": None}),
    unknown("残疾没说", **BLIND | {"disability_level": None}),
    unknown("三级，类别没说", **BLIND | {"disability_level": 3, "disability_kind": None}),
    unknown("自己收入没说", **ILL | {"own_income": None}),
)
PAYS = (
    Example("重残全额", (107000, 107000), BLIND),
    Example("重病，全额或差额", (1, 107000), ILL),
)
