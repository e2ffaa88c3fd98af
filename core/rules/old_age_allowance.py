"""高龄津贴：本市户籍、满八十周岁的老人。

Planned in 2022, in force from 2023: before that day it is not promised.
"""

from collections.abc import Mapping
from datetime import date

from polars import col, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need

LABEL = Label(
    id="R-12",
    title="高龄津贴",
    title_en="Allowance for people over eighty",
    since=date(2023, 1, 1),
    source="种子 S3:563（2022年为计划，2023年起）；老年人权益保障法第33条",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    old = std.integer("elder_high_age")
    return {
        "hukou": need(col.hukou_local),
        "age": need(col.age >= old, limit=old, rests_on="elder_high_age"),
        "below_100": need(col.age < 100, limit=100),
    }


def amount(std: Standards) -> Amount:
    a_month = (
        when(col.age < 90).then(std.fen("elder_80")).when(col.age >= 90).then(std.fen("elder_90"))
    )
    return Amount(low=a_month, high=a_month, rests_on=("elder_80", "elder_90"))


AT = date(2023, 7, 15)
OLD = {"hukou_local": True, "age": 80}
EXAMPLES = (
    hit("满八十周岁", **OLD),
    miss("七十九周岁", **OLD | {"age": 79}),
    hit("九十九周岁", **OLD | {"age": 99}),
    miss("满一百周岁，拿百岁保健金", **OLD | {"age": 100}),
    miss("户口不在本市", **OLD | {"hukou_local": False}),
    hit("已经在领", gets_old_age_allowance=True),
    unknown("年龄没说", **OLD | {"age": None}),
    unknown("户口没说", **OLD | {"hukou_local": None}),
)
PAYS = (
    Example("八十九周岁", (5000, 5000), OLD | {"age": 89}),
    Example("九十周岁", (10000, 10000), OLD | {"age": 90}),
)
