"""物价补贴启动。

Why           When prices pass the line the subsidy is due within twenty working days.
Who acts      民政 with 财政 and 发改: the list, the money, the day it is paid.
Limits        The line of the month after the index month, when the index is published: the lower one
              of September 2022 to March 2023 holds for the indices of August to February.
False alarms  A revised index withdraws the finding (or opens it late); one row an area, so city,
              province and country are never mixed; paid people are counted once, not list rows.
"""

from datetime import date
from decimal import Decimal

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW

LABEL = Label(
    id="MON-30",
    title="物价补贴启动",
    title_en="Price-linked subsidy due",
    since=date(2022, 5, 18),
    source="2022 年启动物价补贴机制 4 次（种子 S3:90-93）；领域档案 R-25",
    tag="seed",
)
WATCH = Watch(
    grain="region",
    reads=("M23-01", "M23-02", "M01-07"),
    why="这个月物价涨过了线，要发物价补贴。",
    why_en="Prices passed the line this month: the price subsidy is due.",
    ask="对一对：名单齐不齐？谁新进来了？钱几时发？",
    ask_en="Check: is the list complete? Who is new? When is it paid?",
    need="物价涨过了线，请按时把补贴发下去",
    need_en="Prices passed the line: please pay the subsidy in time",
    whistle=("M01", "M09", "M23"),
    answer_within=Span(hours=24),
    visit_within=None,
    close_within=Span(days=20),
    offers=("HP-35",),
    shows=(
        Show("月份", "month", "M23-01"),
        Show("物价同比（万分之一）", "cpi", "M23-01"),
        Show("食品同比（万分之一）", "food", "M23-01"),
        Show("名单人数", "people_listed", "M01-07"),
    ),
    proof="名单上的人都发到了。",
    proof_en="Everybody on the list was paid.",
    quiet_days=0,
)


def _line(std: Standards, parameter: str) -> Expr:
    """The line in hundredths of a per cent that held when the index of the month came out."""
    published = col.month.dt.offset_by("1mo")
    line = lit(None, pl.Int64)
    for value in std.parameters[parameter].values:
        holds = published.is_between(value.since, value.until or date.max)
        line = pl.when(holds).then(int(Decimal(str(value.value)) * 100)).otherwise(line)
    return line


def _passed(std: Standards) -> Expr:
    line = pl.min_horizontal(_line(std, "cpi_trigger"), _line(std, "cpi_trigger_temp"))
    passed = (col.cpi >= line) | (col.food >= _line(std, "food_trigger"))
    return passed & (col.published_on <= std.at)


def when(std: Standards) -> Expr:
    return _passed(std) & ~sure(col.started)


def still(std: Standards) -> Expr:
    return _passed(std)


def proven(std: Standards) -> Expr:
    return col.started & (col.people_paid >= col.people_listed)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 10, 20)
ROW = {
    "month": date(2022, 7, 1),
    "cpi": 270,
    "food": 630,
    "published_on": date(2022, 8, 10),
    "started": False,
}
EXAMPLES = [
    hit("食品涨过百分之六", **ROW),
    hit("食品正好百分之六", **ROW | {"food": 600}),
    hit("物价正好百分之三点五", **ROW | {"food": 0, "cpi": 350}),
    hit("八月起阶段性百分之三", **ROW | {"month": date(2022, 8, 1), "food": 0, "cpi": 300}),
    hit("发改没来过通知", **ROW | {"started": None}),
    miss("差一点", **ROW | {"food": 599, "cpi": 349}),
    miss("七月的百分之三点一不到线", **ROW | {"food": 0, "cpi": 310}),
    miss("已经启动了", **ROW | {"started": True}),
    miss("还没公布", **ROW | {"published_on": date(2022, 10, 21)}),
    unknown("指数没来", **ROW | {"cpi": None, "food": None}),
    unknown("公布日期不知道", **ROW | {"published_on": None}),
]
KEEPS = [
    hit("启动了还没发完", **ROW | {"started": True}),
    miss("指数修订后不到线", **ROW | {"started": True, "food": 590}),
]
PROOFS = [
    hit("都发到了", started=True, people_listed=3760, people_paid=3760),
    miss("还差一个", started=True, people_listed=3760, people_paid=3759),
]
