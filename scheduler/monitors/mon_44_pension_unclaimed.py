"""养老待遇应领未领或认证暂停。

Why           A missed yearly check of life stops the pension of exactly those who go out least.
Who acts      人社 pays or explains, the village does the check at the door.
Only          Low-income families: others draw pensions from elsewhere that no class here shows.
False alarms  A pension of another scheme or the public payroll, as soon as it is known, withdraws the
              finding. Insured elsewhere, not yet retired: asked on the visit.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, here, told

LABEL = Label(
    id="MON-44",
    title="养老待遇应领未领或认证暂停",
    title_en="Pension unclaimed or suspended",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
READS = ("P01-01", "P01-03", "P01-04", "P01-06", "P02-01", "P02-02", "P02-04", "P03-01", "P03-02",
         "M09-02")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家老人到了年纪，养老钱可能没领到。",
    why_en="An elder here has reached the age, and the pension may not arrive.",
    ask="问问：办过没有？认证做了吗？在外地有没有领？",
    ask_en="Ask: applied? Yearly check done? Paid from elsewhere?",
    need="1 位老人养老钱可能没领到，请帮着查一查",
    need_en="1 elder’s pension may not arrive: please look into it",
    whistle=("M02", VILLAGE),
    answer_within=Span(days=5),
    visit_within=Span(days=10),
    close_within=Span(days=30),
    offers=("HP-07",),
    shows=(
        Show("发放状态", "resident_pension_state", "P03-01"),
        Show("上次认证", "resident_pension_certified_on", "P03-01"),
    ),
    proof="养老钱发下来了。",
    proof_en="The pension is being paid.",
    quiet_days=90,
    every="0 3 1 * *",
)


def when(std: Standards) -> Expr:
    elsewhere = sure(col.employee_pension > 0) | sure(col.public_payroll)
    stopped = told("resident_pension", col.resident_pension_state == "暂停")
    unpaid = (col.age >= std.integer("elder_age")) & (col.resident_pension == 0)
    return here() & col.member & col.low_income & (stopped | unpaid) & ~elsewhere


def proven(std: Standards) -> Expr:
    return (col.resident_pension > 0) | sure(col.employee_pension > 0)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "hukou_local": True,
    "member": True,
    "low_income": True,
    "age": 60,
    "resident_pension": 0,
}
EXAMPLES = [
    hit("满六十，没有领", **ROW),
    hit("认证没做，暂停了", **ROW | {"resident_pension_state": "暂停"}),
    miss("差一天六十", **ROW | {"age": 59}),
    miss("在领", **ROW | {"resident_pension": 300_00, "resident_pension_state": "在发"}),
    miss("领职工养老金", **ROW | {"employee_pension": 2_800_00}),
    miss("财政供养", **ROW | {"public_payroll": True}),
    miss("不是低收入", **ROW | {"low_income": False}),
    miss("户口在外地", **ROW | {"hukou_local": False}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("发放断供", **ROW | {"resident_pension": None}),
    unknown("年纪不知道", **ROW | {"age": None}),
]
PROOFS = [
    hit("发下来了", resident_pension=300_00),
    hit("外地的待遇归集到了", resident_pension=0, employee_pension=2_000_00),
    miss("还没有", resident_pension=0),
]
