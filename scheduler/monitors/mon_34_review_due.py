"""年度、半年复核到期。

Why           A review that is late makes a benefit shaky for a family that is still due to it.
Who acts      The town reviews, the village goes along.
False alarms  A review within the last thirty days that nobody entered on the list: left out.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, lately, told

LABEL = Label(
    id="MON-34",
    title="年度、半年复核到期",
    title_en="Review due",
    since=date(2022, 5, 18),
    source="定期核查（民发〔2021〕57号；领域档案 3.3）",
    tag="law",
)
WATCH = Watch(
    grain="household",
    reads=("P01-01", "M01-12"),
    why="这家到了该再看一次的时候。",
    why_en="It is time to look in on this family again.",
    ask="去家里坐坐，看看人口、收入、房子有没有变。",
    ask_en="Sit down with them: has anything changed in the family, the income, the house?",
    need="1 户人家到了该再看一次的时候，请约个时间",
    need_en="It is time to look in on 1 family again: please arrange it",
    whistle=(TOWN, VILLAGE),
    answer_within=Span(days=10),
    visit_within=Span(days=30),
    close_within=Span(days=30),
    offers=(),
    shows=(
        Show("哪天到期", "review_due", "P01-01"),
        Show("上次复核", "reviewed_on", "M01-12"),
    ),
    proof="复核过了。",
    proof_en="The review is done.",
    quiet_days=60,
)


def _reviewed(std: Standards) -> Expr:
    return lately("reviewed_on", std.at, 30)


def when(std: Standards) -> Expr:
    due = told("dibao_listed", col.review_due <= std.at + timedelta(days=30))
    return due & ~sure(_reviewed(std))


def proven(std: Standards) -> Expr:
    return _reviewed(std)


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {"dibao_listed": True, "review_due": date(2022, 8, 14)}
EXAMPLES = [
    hit("还有三十天", **ROW),
    hit("过期两个月", **ROW | {"review_due": date(2022, 5, 15)}),
    hit("单人保也要复核", **ROW | {"dibao_listed": False}),
    miss("还有三十一天", **ROW | {"review_due": date(2022, 8, 15)}),
    miss("刚复核过，名册还没录", **ROW | {"reviewed_on": date(2022, 6, 15)}),
    miss("不在册", dibao_listed=False, review_due=None),
    unknown("名册断供", dibao_listed=None, review_due=None),
]
PROOFS = [
    hit("复核了", reviewed_on=date(2022, 7, 10)),
    miss("去年的", reviewed_on=date(2021, 7, 10)),
]
