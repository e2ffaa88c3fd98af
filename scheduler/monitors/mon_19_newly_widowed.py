"""配偶去世后新独居。

Why           The months after a spouse's death are the loneliest and the most dangerous.
Who acts      民政 with the consortium (M01 for now) and the village: visits, meals, somebody to talk to.
Only          Where none but elders are left in the home.
False alarms  All members known to live elsewhere, with the children: left out. Living with them without
              the register knowing: asked.
Stays         Three months.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count, most
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import AWAY, YELLOW, all_away, any_told, lately

LABEL = Label(
    id="MON-19",
    title="配偶去世后新独居",
    title_en="Newly widowed, now alone",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="household",
    reads=("P02-01", "P02-02", "P02-04", "M01-01", "M01-02", "M07-04"),
    why="这家老人的老伴刚走，身边没有小辈。",
    why_en="An elder here has just lost the spouse, and no younger person lives with them.",
    ask="问问：吃饭睡觉还好吗？想不想有人常来坐坐？",
    ask_en="Ask: eating and sleeping? Would they like somebody to come by often?",
    need="1 户人家老伴刚走，请多去看看",
    need_en="An elder in 1 home has just lost the spouse: please look in often",
    whistle=("M01", VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=30),
    offers=("HP-33", "HP-21", "HP-32", "HP-16"),
    shows=(Show("哪天", "widowed_newest_on", "P02-04"),),
    proof="进了特殊老人库，也去看过两回了。",
    proof_en="On the register of special elders, and visited twice.",
    quiet_days=180,
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "widowed_newest_on": most(col.widowed_on),
        "n_not_registered_dead": count(~col.death_registered),
        "patrols_30d_most": most(col.patrols_30d),
    } | AWAY


def _alone(std: Standards, days: int) -> Expr:
    younger = col.n_elder60 + col.n_elder60_unknown < col.n_members
    all_elders = col.n_elder60 == col.n_members
    only = pl.when(all_elders).then(True).when(younger).then(False)
    widowed = any_told("n_not_registered_dead", lately("widowed_newest_on", std.at, days))
    return widowed & (col.n_members > 0) & only & ~all_away()


def when(std: Standards) -> Expr:
    return _alone(std, 30)


def still(std: Standards) -> Expr:
    return _alone(std, 90)


def proven(std: Standards) -> Expr:
    return col.special_elder & (col.patrols_30d_most >= 2)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "widowed_newest_on": date(2022, 7, 1),
    "n_not_registered_dead_unknown": 0,
    "n_elder60": 1,
    "n_elder60_unknown": 0,
    "n_members": 1,
    "n_away": 0,
}
EXAMPLES = [
    hit("只剩一位老人", **ROW),
    hit("三十天前", **ROW | {"widowed_newest_on": date(2022, 6, 15)}),
    hit("还有一位更老的", **ROW | {"n_elder60": 2, "n_members": 2}),
    miss("三十一天前", **ROW | {"widowed_newest_on": date(2022, 6, 14)}),
    miss("没有这样的事", **ROW | {"widowed_newest_on": None}),
    miss("还有年轻人", **ROW | {"n_members": 2}),
    miss("没到六十", **ROW | {"n_elder60": 0}),
    miss("随子女住，户口没动", **ROW | {"n_away": 1}),
    unknown("有一个人年纪不知道", **ROW | {"n_elder60_unknown": 1, "n_members": 2}),
    unknown("年纪都不知道", **ROW | {"n_elder60": 0, "n_elder60_unknown": 1}),
    unknown(
        "死亡登记断供",
        **ROW | {"widowed_newest_on": None, "n_not_registered_dead_unknown": 1},
    ),
]
KEEPS = [hit("两个月了", **ROW | {"widowed_newest_on": date(2022, 5, 15)})]
PROOFS = [
    hit("入库，看过两回", special_elder=True, patrols_30d_most=2),
    miss("才一回", special_elder=True, patrols_30d_most=1),
]
