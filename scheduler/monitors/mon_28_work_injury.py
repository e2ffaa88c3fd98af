"""工伤或安全生产事故。

Why           Who is hurt at work loses the wage first and gets the benefit much later.
Who acts      人社 decides on the injury, the union (M17) helps with the papers, the town bridges.
False alarms  Not recognised as a work injury, or compensated already: left out. Settled in private, or
              not decided yet: asked on the visit.
Stays         Half a year.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, lately, told

LABEL = Label(
    id="MON-28",
    title="工伤或安全生产事故",
    title_en="Injury at work",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P01-01", "P01-03", "P01-04", "P01-06", "P02-02", "P03-07", "M15-03"),
    why="这家有人做工时出了事。",
    why_en="Somebody in this family was hurt at work.",
    ask="问问：申报了没有？现在靠什么过？要不要人帮着讲？",
    ask_en="Ask: reported? What do they live on now? Should somebody speak for them?",
    need="1 户人家做工时出了事，请把该有的办下来",
    need_en="In 1 family somebody was hurt at work: please see to what is due",
    whistle=("M02", "M17", TOWN),
    answer_within=Span(hours=24),
    visit_within=Span(days=5),
    close_within=Span(days=60),
    offers=("HP-34", "HP-09", "HP-02"),
    shows=(
        Show("哪天出的事", "work_injury_on", "P03-07"),
        Show("认定到哪一步", "work_injury_finding", "P03-07"),
    ),
    proof="该有的待遇发下来了。",
    proof_en="What is due is being paid.",
    quiet_days=180,
)


def _hurt(std: Standards, days: int) -> Expr:
    at_plant = told(
        "plant_injury", (col.plant_injury > 0) & lately("plant_injury_on", std.at, days)
    )
    at_work = told("work_injury", (col.work_injury > 0) & lately("work_injury_on", std.at, days))
    settled = sure(col.plant_compensated) | sure(col.injury_allowance > 0)
    return col.member & col.low_income & (at_plant | at_work) & ~settled


def when(std: Standards) -> Expr:
    return _hurt(std, 60)


def still(std: Standards) -> Expr:
    return _hurt(std, 180)


def proven(std: Standards) -> Expr:
    return (col.injury_allowance > 0) | sure(col.plant_compensated)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "member": True,
    "low_income": True,
    "plant_injury": 0,
    "work_injury": 1,
    "work_injury_on": date(2022, 7, 1),
}
EXAMPLES = [
    hit("工伤", **ROW),
    hit(
        "生产事故",
        **ROW | {"work_injury": 0, "plant_injury": 2, "plant_injury_on": date(2022, 7, 1)},
    ),
    hit("六十天前", **ROW | {"work_injury_on": date(2022, 5, 16)}),
    hit("生产事故断供，工伤看得见", **ROW | {"plant_injury": None}),
    miss("六十一天前", **ROW | {"work_injury_on": date(2022, 5, 15)}),
    miss("没有", **ROW | {"work_injury": 0, "work_injury_on": None}),
    miss("赔过了", **ROW | {"plant_compensated": True}),
    miss("津贴在发", **ROW | {"injury_allowance": 100_00}),
    miss("不是低收入", **ROW | {"low_income": False}),
    miss("过世或搬走了", **ROW | {"member": False}),
    unknown("工伤断供", **ROW | {"work_injury": None, "work_injury_on": None}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
KEEPS = [hit("四个月了还没着落", **ROW | {"work_injury_on": date(2022, 3, 15)})]
PROOFS = [hit("津贴发了", injury_allowance=1), miss("还没有", injury_allowance=0)]
