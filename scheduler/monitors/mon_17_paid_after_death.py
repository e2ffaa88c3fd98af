"""去世仍在领待遇。

Why           Money that runs on has to be asked back from the family later, which hurts twice.
Who acts      One named person each at 民政, 人社 and 财政 stops it or settles it; nobody visits.
Certain       Paid for a month after the latest of the recorded days of death, within three months.
              Where the records disagree and only the earliest day would make it so, it is unknown.
False alarms  Namesakes, a wrong day, a withdrawn declaration, the last payment of the month of death
              that arrives in the next: settled at the desk; a corrected record withdraws the finding.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import month_before, sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW

LABEL = Label(
    id="MON-17",
    title="去世仍在领待遇",
    title_en="Paid after death",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P01-09", "P01-10", "P02-04", "P03-01", "P03-02", "P05-04", "M01-05"),
    why="有一笔钱可能发错了人。",
    why_en="A payment may be going to the wrong person.",
    ask="对一对：人还在不在村里，钱还在不在发。",
    ask_en="Check: is the person still there, is the money still paid?",
    need="有 1 笔补助可能发错了人，请对一对",
    need_en="1 payment may be going to the wrong person: please check",
    whistle=("M01", "M02", "M09", VILLAGE),
    answer_within=Span(hours=48),
    visit_within=None,
    close_within=Span(days=30),
    offers=("HP-07",),
    shows=(
        Show("登记的日子", "died_on", "P02-04"),
        Show("养老金发到", "resident_pension_month", "P03-01"),
        Show("补贴发到", "disability_subsidy_month", "P01-10"),
        Show("津贴发到", "elder_allowance_month", "M01-05"),
    ),
    proof="停发了，多发的也说清了。",
    proof_en="It stopped, and what was paid too much is settled.",
    quiet_days=90,
)
DAYS = ("death_registered_on", "death_certified_on", "cremated_death_on")
MONTHS = (
    "disability_subsidy_month",
    "elder_allowance_month",
    "resident_pension_month",
    "employee_pension_month",
)


def _paid_after(day: Expr) -> Expr:
    return pl.max_horizontal(*MONTHS) >= day.dt.month_start().dt.offset_by("1mo")


def when(std: Standards) -> Expr:
    lately_paid = pl.max_horizontal(*MONTHS) >= month_before(std.at, 3)
    certain = sure(_paid_after(pl.max_horizontal(*DAYS)) & lately_paid)
    doubtful = sure(_paid_after(col.died_on) & lately_paid)
    spoken = pl.all_horizontal(
        col.living_subsidy.is_not_null(),
        col.elder_allowance.is_not_null(),
        col.resident_pension.is_not_null(),
    )
    return col.dead & pl.when(certain).then(True).when(spoken & ~doubtful).then(False)


def proven(std: Standards) -> Expr:
    return pl.max_horizontal(*MONTHS) < month_before(std.at, 1)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "dead": True,
    "died_on": date(2022, 5, 31),
    "death_registered_on": date(2022, 5, 31),
    "resident_pension_month": date(2022, 6, 1),
    "living_subsidy": False,
    "elder_allowance": False,
    "resident_pension": 0,
}
EXAMPLES = [
    hit("五月底走的，六月还发", **ROW),
    hit("别的名单断供，这笔看得见", **ROW | {"living_subsidy": None}),
    hit(
        "津贴还发",
        **ROW | {"resident_pension_month": None, "elder_allowance_month": date(2022, 7, 1)},
    ),
    miss("当月发的", **ROW | {"resident_pension_month": date(2022, 5, 1)}),
    miss(
        "一年前的事，早停了",
        **ROW
        | {"died_on": date(2021, 5, 5), "death_registered_on": date(2021, 5, 5)}
        | {"resident_pension_month": date(2021, 6, 1)},
    ),
    miss("没有发过", **ROW | {"resident_pension_month": None}),
    miss("人还在", **ROW | {"dead": False, "died_on": None, "death_registered_on": None}),
    unknown("两个日子对不上", **ROW | {"cremated_death_on": date(2022, 6, 2)}),
    unknown("发放名单断供", **ROW | {"resident_pension_month": None, "resident_pension": None}),
    unknown("死亡登记断供", **ROW | {"dead": None}),
]
PROOFS = [
    hit("五月以后没再发", resident_pension_month=date(2022, 5, 1)),
    miss("上月还发", resident_pension_month=date(2022, 6, 1)),
]
