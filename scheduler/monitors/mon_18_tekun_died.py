"""特困人员死亡后丧葬与遗产。

Why           Nobody else arranges this funeral; the city promised to.
Who acts      民政 and the town arrange it within hours, the village looks after what is left.
Confirmed     By the register or the cremation; a hospital's certificate alone is unknown, since
              hospitals correct themselves.
False alarms  A namesake, or a record moved with a household: the record's correction withdraws it.
Stays         Three months, also when the person is off the list by then.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, lately

LABEL = Label(
    id="MON-18",
    title="特困人员死亡后丧葬与遗产",
    title_en="Death of a person in the care of the state",
    since=date(2022, 5, 18),
    source="特困人员供养包括办理丧葬（国务院令第649号；领域档案 R-07、R-27）",
    tag="law",
)
WATCH = Watch(
    grain="person",
    reads=("P01-02", "P01-09", "P02-04", "P05-04"),
    why="这家刚走了一位老人，后事要有人管。",
    why_en="An elder of this home has just passed away; somebody must see to things.",
    ask="问问：后事谁在办？有没有东西要登记？",
    ask_en="Ask: who is arranging it? Is there anything to be listed?",
    need="1 户人家刚走了人，请帮着把后事办好",
    need_en="Somebody in 1 home passed away: please help arrange things",
    whistle=("M01", TOWN, VILLAGE),
    answer_within=Span(hours=4),
    visit_within=Span(hours=24),
    close_within=Span(days=30),
    offers=("HP-07",),
    shows=(Show("登记的日子", "died_on", "P02-04"),),
    proof="后事办好了，名册也销了。",
    proof_en="All is arranged, and the list is closed.",
    quiet_days=120,
)


def when(std: Standards) -> Expr:
    confirmed = sure(col.death_registered) | col.cremated_death_on.is_not_null()
    now = lately("died_on", std.at, 30)
    only_hospital = col.death_certified_on.is_not_null()
    died = pl.when(confirmed).then(now).when(~only_hospital).then("death_registered")
    return col.tekun & died


def still(std: Standards) -> Expr:
    return lately("died_on", std.at, 90)


def proven(std: Standards) -> Expr:
    return col.cremated_on.is_not_null() & ~col.tekun


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {"tekun": True, "death_registered": True, "died_on": date(2022, 7, 14)}
FIRE = {"death_registered": None, "cremated_death_on": date(2022, 7, 14)}
EXAMPLES = [
    hit("昨天", **ROW),
    hit("三十天前", **ROW | {"died_on": date(2022, 6, 15)}),
    hit("户籍断供，有火化记录", **ROW | FIRE),
    miss("三十一天前", **ROW | {"died_on": date(2022, 6, 14)}),
    miss("不是特困", **ROW | {"tekun": False}),
    miss("人还在", **ROW | {"death_registered": False, "died_on": None}),
    unknown(
        "只有医院的证明",
        **ROW | {"death_registered": False, "death_certified_on": date(2022, 7, 14)},
    ),
    unknown("死亡登记断供", **ROW | {"death_registered": None, "died_on": None}),
    unknown("名册断供", **ROW | {"tekun": None}),
]
KEEPS = [
    hit("已从名册销了，后事还在办", tekun=False, died_on=date(2022, 5, 1)),
    miss("过了三个月", died_on=date(2022, 4, 15)),
]
PROOFS = [
    hit("火化了，名册销了", cremated_on=date(2022, 7, 15), tekun=False),
    miss("名册还没销", cremated_on=date(2022, 7, 15), tekun=True),
]
