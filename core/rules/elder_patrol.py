"""特殊老年人巡防助老：孤寡、空巢、独居的老人，每周有人上门看看。

A visit counts when the elder was seen or spoken to; whoever was not met is tried again.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Amount, Need, need

LABEL = Label(
    id="R-29",
    title="特殊老年人巡防助老",
    title_en="Patrols for special elders",
    since=date(2022, 1, 1),
    source="种子 S3:253-257",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    alone = all_of(col.age >= std.integer("elder_age"), col.lives_alone)
    listed = col.special_elder.fill_null(False)
    return {"special": need(any_of(listed, alone), shows=("special_elder", "age", "lives_alone"))}


def amount(std: Standards) -> Amount:
    times = std.integer("patrol_per_week")
    unit = ("次/周", "visits a week")
    return Amount(low=times, high=times, unit=unit, rests_on="patrol_per_week", counted=True)


OLD = {"age": 60, "lives_alone": True}
EXAMPLES = (
    hit("独居老人", **OLD),
    miss("五十九周岁", **OLD | {"age": 59}),
    miss("跟家里人住", **OLD | {"lives_alone": False}),
    hit("名册里有", special_elder=True),
    hit("已经有人巡防", gets_elder_patrol=True),
    unknown("多大没说", **OLD | {"age": None}),
    unknown("是不是一个人住没说", **OLD | {"lives_alone": None}),
)
PAYS = (Example("每周", (2, 2), OLD),)
