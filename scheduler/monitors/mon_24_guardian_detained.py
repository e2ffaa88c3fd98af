"""监护人收押或戒毒。

Why           A door closes behind a grown-up, and a child or somebody helpless is left in the home.
Who acts      The children's line of 民政, 公安, the village: a guardian or a place today. The reason is
              told to nobody: messages say that the guardian cannot act.
False alarms  A visit after that day found the child well looked after, or somebody caring: left out.
              A short term, a namesake: settled by 公安. Other provinces are missing in these
              classes, so for a family without a record it is unknown, not "no".
Stays         Half a year.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count, most
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import MINORS, RED, any_told, at_least, lately

LABEL = Label(
    id="MON-24",
    title="监护人收押或戒毒",
    title_en="Guardian no longer able",
    since=date(2022, 5, 18),
    source="未成年人保护法第11条（强制报告）；领域档案 R-17、6.2",
    tag="law",
)
READS = ("P01-07", "P01-11", "P02-01", "P04-07", "P06-01", "P13-01", "P13-02", "M01-14", "M04-04",
         "M22-02")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家的大人顾不了家，孩子老人要人管。",
    why_en="The grown-up of this home cannot act; children or elders need somebody.",
    ask="先看孩子和老人：谁在带？今晚有没有人陪？不打听原因。",
    ask_en="See the children and elders first: who is with them tonight? Do not ask why.",
    need="1 户人家监护人无法履职，请今天就安排人照看",
    need_en="In 1 family the guardian cannot act: please arrange somebody today",
    whistle=("M01", "M07", VILLAGE),
    answer_within=Span(hours=2),
    visit_within=Span(hours=24),
    close_within=Span(days=7),
    offers=("HP-22", "HP-09", "HP-19"),
    shows=(Show("家里几个孩子", "n_minor", "P02-01"),),
    proof="有人接手照看了。",
    proof_en="Somebody has taken over.",
    quiet_days=60,
    line="children",
)


def members(std: Standards) -> dict[str, Tally]:
    return MINORS | {
        "n_detained": count(col.detained, everyone=True),
        "detained_newest_on": most(col.detained_on, everyone=True),
    }


def _covered() -> Expr:
    child = (col.child_seen_last >= col.detained_newest_on) & (col.n_guardian_failed == 0)
    return sure(child) | sure(col.visit_has_carer)


def _left(std: Standards, days: int) -> Expr:
    gone = any_told("n_detained", lately("detained_newest_on", std.at, days))
    helpless = at_least("n_minor", 1) | at_least("n_disabled_full", 1)
    return gone & helpless & ~_covered()


def when(std: Standards) -> Expr:
    return _left(std, 30)


def still(std: Standards) -> Expr:
    return _left(std, 180)


def proven(std: Standards) -> Expr:
    return _covered()


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "n_detained": 1,
    "n_detained_unknown": 2,
    "detained_newest_on": date(2022, 7, 1),
    "n_minor": 1,
    "n_minor_unknown": 0,
    "n_disabled_full": 0,
    "n_disabled_full_unknown": 0,
}
EXAMPLES = [
    hit("家里有孩子", **ROW),
    hit("家里有离不开人的", **ROW | {"n_minor": 0, "n_disabled_full": 1}),
    hit("三十天前", **ROW | {"detained_newest_on": date(2022, 6, 15)}),
    hit(
        "以前探访过，那时还好",
        **ROW | {"child_seen_last": date(2022, 6, 20), "n_guardian_failed": 0},
    ),
    miss(
        "三十一天前，人人都查得到",
        **ROW | {"detained_newest_on": date(2022, 6, 14), "n_detained_unknown": 0},
    ),
    miss("没有孩子，也没有离不开人的", **ROW | {"n_minor": 0}),
    miss("祖父母已经在带", **ROW | {"child_seen_last": date(2022, 7, 2), "n_guardian_failed": 0}),
    miss("走访说有人照护", **ROW | {"visit_has_carer": True}),
    unknown("没有记录，外省的看不到", **ROW | {"n_detained": 0, "detained_newest_on": None}),
    unknown("孩子年纪不知道", **ROW | {"n_minor": 0, "n_minor_unknown": 1}),
]
KEEPS = [hit("两个月了还没人接手", **ROW | {"detained_newest_on": date(2022, 5, 15)})]
PROOFS = [
    hit(
        "探访说有人管了",
        detained_newest_on=date(2022, 7, 1),
        child_seen_last=date(2022, 7, 5),
        n_guardian_failed=0,
    ),
    miss(
        "还没有",
        detained_newest_on=date(2022, 7, 1),
        child_seen_last=None,
        n_guardian_failed=0,
    ),
]
