"""欠费停电停水。

Why           A family that cannot pay for power has run out of everything else already.
Who acts      供电 and 水务 switch on first; the town sees what else is missing; the village goes.
Counts        Months in debt without a break up to now; what was paid since is no debt.
False alarms  A house nobody lives in (all members known to live elsewhere) is left out. A change of
              tenant, a meter that lost its line or was taken down: asked at the door.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import AWAY, RED, all_away, listed

LABEL = Label(
    id="MON-16",
    title="欠费停电停水",
    title_en="Power or water cut off",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "P02-02", "M01-11", "M07-04", "M24-03",
         "M25-01")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家停电或者停水了。",
    why_en="Power or water is cut off in this home.",
    ask="问问：是忘了交，还是交不起？有没有离不开电的人？",
    ask_en="Ask: forgotten, or no money? Does anybody depend on power?",
    need="1 户人家停了水电，请先通上再说",
    need_en="1 home is without power or water: please switch it on first",
    whistle=("M24", "M25", VILLAGE, TOWN),
    answer_within=Span(hours=4),
    visit_within=Span(hours=24),
    close_within=Span(days=15),
    offers=("HP-06", "HP-09", "HP-28"),
    shows=(
        Show("哪天停的电", "power_cut_on", "M24-03"),
        Show("水费欠了几个月", "water_arrears_months", "M25-01"),
    ),
    proof="水电通了。",
    proof_en="Power and water are back.",
    quiet_days=14,
)
MONTHS = 3


def members(std: Standards) -> dict[str, Tally]:
    return AWAY


def when(std: Standards) -> Expr:
    cut = col.power_cut | col.water_cut | (col.water_arrears_months > MONTHS)
    return listed() & cut & ~all_away()


def proven(std: Standards) -> Expr:
    return ~col.power_cut & ~sure(col.water_cut) & ~sure(col.water_arrears_months > MONTHS)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "status": "dibao",
    "power_cut": True,
    "water_cut": False,
    "water_arrears_months": 0,
    "n_members": 2,
    "n_away": 0,
}
ON = ROW | {"power_cut": False}
EXAMPLES = [
    hit("停电", **ROW),
    hit("停水", **ON | {"water_cut": True}),
    hit("水费欠了四个月", **ON | {"water_arrears_months": 4}),
    hit("水表断供，停电看得见", **ROW | {"water_cut": None, "water_arrears_months": None}),
    hit("有一个人住在外面", **ROW | {"n_away": 1}),
    miss("水费欠了三个月", **ON | {"water_arrears_months": 3}),
    miss("不在册", **ROW | {"status": "none"}),
    miss("空置房", **ROW | {"n_away": 2}),
    unknown("电网断供", **ON | {"power_cut": None}),
    unknown("水务断供", **ON | {"water_cut": None, "water_arrears_months": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
PROOFS = [hit("通了", power_cut=False, water_cut=False), miss("还停着", power_cut=True)]
