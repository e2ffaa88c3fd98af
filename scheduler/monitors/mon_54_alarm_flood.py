"""预警异常突增（刹车）。

Why           A wrong list or a changed rule would ring on every phone of the city in one night.
Who acts      A supervisor looks at some of them and lets them go, or drops them.
Counts        More than the mean and five standard deviations of the days before (in whole numbers:
              no fraction decides), with at least a week of days and ten hits; or more than the cap.
False alarms  What a person released today passes. A list imported on purpose, a storm: released.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED

LABEL = Label(
    id="MON-54",
    title="预警异常突增（刹车）",
    title_en="A monitor fires far too often (brake)",
    since=date(2022, 5, 18),
    source="领域档案 6.1、6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="monitor",
    reads=(),
    why="有一种提醒今天突然多了好多，先停着。",
    why_en="One kind of alert jumped today; it is being held.",
    ask="看几件样子：是真的多了，还是名单弄错了？",
    ask_en="Look at a few: really more, or a wrong list?",
    need="1 种提醒突然多了好多，请先看过再放行",
    need_en="1 kind of alert jumped: please look before it is sent",
    whistle=("M01",),
    answer_within=Span(minutes=30),
    visit_within=None,
    close_within=Span(hours=4),
    offers=(),
    shows=(
        Show("今天几件", "hits", ""),
        Show("平时几天", "days", ""),
    ),
    proof="有人看过，放行或者作废了。",
    proof_en="Somebody looked: sent on, or dropped.",
    quiet_days=0,
    every="0 * * * *",
)
SIGMAS = 5
FEWEST_DAYS = 7
FEWEST_HITS = 10


def when(std: Standards) -> Expr:
    released = sure(col.released_on >= std.at)
    return (_far_above() | (col.hits > col.cap)) & ~released


def _far_above() -> Expr:
    """hits > mean + 5 sigma over n days, squared and multiplied by n²: exact in whole numbers."""
    above = col.days * col.hits - col.hits_sum
    variance = col.days * col.hits_squares - col.hits_sum**2
    far = (above > 0) & (above**2 > SIGMAS**2 * variance) & (col.hits >= FEWEST_HITS)
    return pl.when(col.days >= FEWEST_DAYS).then(far)


def proven(std: Standards) -> Expr:
    return sure(col.released_on >= std.at)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
# Thirty days of 4 and 6 hits in turn: mean 5, standard deviation 1.
ROW = {"hits": 11, "days": 30, "hits_sum": 150, "hits_squares": 780, "cap": 200}
EXAMPLES = [
    hit("平时五件，今天十一件", **ROW),
    hit("超过上限", **ROW | {"hits": 201, "hits_squares": 900_000}),
    hit("新规则，没有平时可比，可超过上限", hits=201, days=0, hits_sum=0, hits_squares=0, cap=200),
    miss("正好均值加五倍", **ROW | {"hits": 10}),
    miss("正好到上限", **ROW | {"hits": 200, "hits_squares": 900_000}),
    miss("平时没有，今天九件", **ROW | {"hits": 9, "hits_sum": 0, "hits_squares": 0}),
    miss("今天已有人放行", **ROW | {"released_on": date(2022, 7, 15)}),
    unknown("才有六天", **ROW | {"days": 6, "hits_sum": 30, "hits_squares": 156}),
    unknown("今天的数没来", **ROW | {"hits": None}),
]
PROOFS = [
    hit("放行了", released_on=date(2022, 7, 15)),
    miss("昨天放行的不算", released_on=date(2022, 7, 14)),
]
