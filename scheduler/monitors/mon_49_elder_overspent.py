"""老年人高额消费或涉诈。

Why           The savings of a life go in one phone call; the second call comes the week after.
Who acts      公安 stops payments, 民政 and the village talk with the family.
False alarms  A loss below 5,000 yuan is left out (a complaint counts whatever the amount). An ordinary
              purchase, or one a relative made: asked.
Proof         None in the data: somebody goes a second time.
Stays         Three months.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, lately, no_data_proves, told

LABEL = Label(
    id="MON-49",
    title="老年人高额消费或涉诈",
    title_en="Elder cheated or talked into buying",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="person",
    reads=("P01-01", "P01-03", "P01-04", "P01-06", "P02-01", "P02-02", "M07-03", "M12-02"),
    why="这家老人最近可能花了冤枉钱。",
    why_en="An elder here may have been talked out of money lately.",
    ask="问问：钱是怎么出去的？还在不在付？",
    ask_en="Ask: how did the money go? Are they still paying?",
    need="1 位老人可能花了冤枉钱，请帮着追、帮着劝",
    need_en="1 elder may have been talked out of money: please help",
    whistle=("M07", "M01", VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=30),
    offers=("HP-33", "HP-34"),
    shows=(
        Show("哪天", "fraud_on", "M07-03"),
        Show("投诉日期", "complaint_on", "M12-02"),
    ),
    proof="钱追回来了，或者人劝住了。",
    proof_en="The money is back, or no more is paid.",
    quiet_days=90,
)
LARGE = 5_000_00


def _old(std: Standards) -> Expr:
    return col.member & (col.age >= std.integer("elder_age")) & col.low_income


def when(std: Standards) -> Expr:
    complained = told("complaint_amount_30d", lately("complaint_on", std.at, 30))
    return _old(std) & ((col.fraud_loss_30d >= LARGE) | complained)


def still(std: Standards) -> Expr:
    lately_ = lately("fraud_on", std.at, 90) | lately("complaint_on", std.at, 90)
    return _old(std) & sure(lately_)


def proven(std: Standards) -> Expr:
    return no_data_proves()


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "member": True,
    "age": 60,
    "low_income": True,
    "fraud_loss_30d": 5_000_00,
    "complaint_amount_30d": 0,
}
CALM = ROW | {"fraud_loss_30d": 0}
EXAMPLES = [
    hit("损失五千", **ROW),
    hit("投诉了，金额没写", **CALM | {"complaint_on": date(2022, 6, 15)}),
    hit(
        "诈骗数据断供，有投诉", **CALM | {"fraud_loss_30d": None, "complaint_on": date(2022, 7, 1)}
    ),
    miss("差一分", **ROW | {"fraud_loss_30d": 4_999_99}),
    miss("投诉是三十一天前", **CALM | {"complaint_on": date(2022, 6, 14)}),
    miss("没到六十", **ROW | {"age": 59}),
    miss("不是低收入", **ROW | {"low_income": False}),
    miss("过世或搬走了", **ROW | {"member": False}),
    unknown("投诉数据断供", **CALM | {"complaint_amount_30d": None}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
KEEPS = [
    hit("两个月了", **CALM | {"fraud_on": date(2022, 5, 15)}),
    miss("早过去了", **CALM | {"fraud_on": date(2022, 4, 1)}),
]
PROOFS = [unknown("没有数据能证明", fraud_loss_30d=0)]
