"""困难群众医保断保。

Why           The city pays their contribution; without the entry the next hospital bill is all theirs.
Who acts      医保 enters them, the village helps with the papers.
False alarms  Insured elsewhere has no row here and is unknown; soldiers and prisoners are insured by the
              state; this year's babies have their own way in; a second row does not count twice.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, listed

LABEL = Label(
    id="MON-43",
    title="困难群众医保断保",
    title_en="Medical insurance lapsed",
    since=date(2022, 5, 18),
    source="资助参保（国办发〔2021〕42号；领域档案 R-20）",
    tag="law",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "P02-02", "P03-06", "P04-01", "M01-11")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家有人今年的医保还没交上。",
    why_en="This year’s medical insurance of somebody here is not paid.",
    ask="问问：是忘了，还是在外地交了？要不要帮着办？",
    ask_en="Ask: forgotten, or paid elsewhere? Help with it?",
    need="1 户人家有人医保没交上，请帮着补上",
    need_en="In 1 family somebody’s medical insurance is not paid: please help",
    whistle=("M03", VILLAGE),
    answer_within=Span(hours=48),
    visit_within=Span(days=15),
    close_within=Span(days=30),
    offers=("HP-11", "HP-07"),
    shows=(Show("今年断着", "uninsured_this_year", "P04-01"),),
    proof="医保交上了。",
    proof_en="The insurance is paid.",
    quiet_days=60,
    every="0 3 1 * *",
)


def when(std: Standards) -> Expr:
    return col.member & listed() & (col.age >= 1) & col.uninsured


def proven(std: Standards) -> Expr:
    return ~col.uninsured


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {"member": True, "status": "dibao", "age": 40, "uninsured": True}
EXAMPLES = [
    hit("断着", **ROW),
    hit("满周岁", **ROW | {"age": 1}),
    miss("交了，或当了兵", **ROW | {"uninsured": False}),
    miss("今年刚出生", **ROW | {"age": 0}),
    miss("不在册", **ROW | {"status": "none"}),
    miss("在服刑、过世或搬走", **ROW | {"member": False}),
    unknown("外地参保，这里没有记录", **ROW | {"uninsured": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
PROOFS = [hit("交上了", uninsured=False), miss("还断着", uninsured=True)]
