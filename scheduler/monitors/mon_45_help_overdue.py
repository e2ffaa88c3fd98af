"""帮扶任务超期。

Why           A promise nobody keeps is worse than none: the family stops telling us things.
Who acts      Whoever promised (the row's unit); the town and the supervisor hear of it.
Late          Not done half as long again after the days this kind of help takes.
False alarms  What was dropped with a reason is left out. A supplier's waiting list or a seasonal
              project: the answer names the day.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW

LABEL = Label(
    id="MON-45",
    title="帮扶任务超期",
    title_en="Promised help overdue",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="task",
    reads=("M01-08", "M01-10"),
    why="答应这家的事过了日子，还没做完。",
    why_en="What was promised to this family is overdue.",
    ask="问问责任单位：卡在哪？几号能好？",
    ask_en="Ask who promised: what holds it up? Which day will it be done?",
    need="答应 1 户人家的事过了日子，请说个准日子",
    need_en="What was promised to 1 family is overdue: please name the day",
    whistle=("M01", TOWN),
    answer_within=Span(hours=24),
    visit_within=None,
    close_within=Span(days=15),
    offers=(),
    shows=(
        Show("哪天答应的", "promised_on", "M01-08"),
        Show("一般要几天", "lead_days", "M01-10"),
    ),
    proof="答应的事做完了。",
    proof_en="What was promised is done.",
    quiet_days=15,
)


def when(std: Standards) -> Expr:
    days = (lit(std.at) - col.promised_on).dt.total_days()
    open_ = col.done_on.is_null() & ~sure(col.dropped)
    return open_ & (days * 2 > col.lead_days * 3)


def proven(std: Standards) -> Expr:
    return col.done_on.is_not_null()


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {"promised_on": date(2022, 6, 23), "lead_days": 14, "done_on": None, "dropped": False}
EXAMPLES = [
    hit("十四天的事，过了二十二天", **ROW),
    miss("二十一天，正好一倍半", **ROW | {"promised_on": date(2022, 6, 24)}),
    miss("做完了", **ROW | {"done_on": date(2022, 7, 14)}),
    miss("说明原因撤了", **ROW | {"dropped": True}),
    unknown("哪天答应的没记", **ROW | {"promised_on": None}),
    unknown("一般要几天没写", **ROW | {"lead_days": None}),
]
PROOFS = [hit("做完了", done_on=date(2022, 7, 14)), miss("还没有", done_on=None)]
