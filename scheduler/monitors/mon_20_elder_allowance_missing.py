"""应享未享高龄津贴或长寿保健金。

Why           At 80 and at 100 there is money for everybody who asks; the oldest ask least.
Who acts      民政, and the village fills in the form for them.
In force      80 from 2023 on, a plan before; 100 already in 2022. What is not in force is not due.
False alarms  Moved away or passed away are left out. A dead bank card, an application on its way:
              asked on the visit.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, here, in_force

LABEL = Label(
    id="MON-20",
    title="应享未享高龄津贴或长寿保健金",
    title_en="Allowance for the very old not received",
    since=date(2022, 5, 18),
    source="2023 年起发放高龄津贴（种子 S3:563-565）；百岁老人长寿保健金（S3:221-223）",
    tag="seed",
)
WATCH = Watch(
    grain="person",
    reads=("P02-01", "P02-04", "M01-05", "M01-06"),
    why="这家老人到了年纪，津贴可能还没领。",
    why_en="An elder here has reached the age, and the allowance may be missing.",
    ask="问问：申请了没有？卡还能用吗？要不要帮着办？",
    ask_en="Ask: applied for? Does the card work? Help with the form?",
    need="1 位老人到了年纪，津贴可能没领，请帮着办",
    need_en="1 elder has reached the age, perhaps without the allowance: please help",
    whistle=("M01", VILLAGE),
    answer_within=Span(days=3),
    visit_within=Span(days=15),
    close_within=Span(days=30),
    offers=("HP-07",),
    shows=(Show("周岁", "age", "P02-01"),),
    proof="津贴发下来了。",
    proof_en="The allowance is being paid.",
    quiet_days=60,
    every="0 3 1 * *",
)
HUNDRED = 100


def when(std: Standards) -> Expr:
    missing = [(col.age >= HUNDRED) & ~col.longevity_allowance] * in_force(std, "elder_100")
    if in_force(std, "elder_80"):
        eighty = col.age.is_between(std.integer("elder_high_age"), HUNDRED - 1)
        missing.append(eighty & ~col.elder_allowance)
    return here() & pl.any_horizontal(lit(False), *missing)


def proven(std: Standards) -> Expr:
    hundred = col.age >= HUNDRED
    return pl.when(hundred).then("longevity_allowance").otherwise("elder_allowance")


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2023, 3, 1)
ROW = {"hukou_local": True, "age": 80, "elder_allowance": False, "longevity_allowance": False}
EXAMPLES = [
    hit("满八十", **ROW),
    hit("满一百", **ROW | {"age": 100}),
    hit("一百岁，领着高龄津贴，没有保健金", **ROW | {"age": 100, "elder_allowance": True}),
    miss("七十九", **ROW | {"age": 79}),
    miss("在发", **ROW | {"elder_allowance": True}),
    miss("一百岁，在发", **ROW | {"age": 100, "longevity_allowance": True}),
    miss("户口迁走了", **ROW | {"hukou_local": False}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("发放名单断供", **ROW | {"elder_allowance": None}),
    unknown("户籍断供", **ROW | {"hukou_local": None}),
    unknown("年纪不知道", **ROW | {"age": None}),
]
PROOFS = [
    hit("在发", age=85, elder_allowance=True, longevity_allowance=False),
    miss("没在发", age=85, elder_allowance=False, longevity_allowance=False),
    hit("百岁，在发", age=101, elder_allowance=False, longevity_allowance=True),
]
