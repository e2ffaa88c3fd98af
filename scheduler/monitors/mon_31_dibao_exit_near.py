"""低保收入上升退出风险。

Why           Nobody should lose the benefit because they found work, or learn of it by the money missing.
Who acts      The town sits down with the family: gradual exit, the edge list, or a review. No one else
              decides, and nothing is cut by this.
Counts        Income after what is exempt at 95 per cent of the standard or more, or an exemption that
              ends within a month. So a job found last month is no hit (the Lu family).
False alarms  Reviewed within a month: left out. A bonus, back pay, wages paid for somebody else, a
              namesake: asked.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, lately

LABEL = Label(
    id="MON-31",
    title="低保收入上升退出风险",
    title_en="Close to leaving dibao",
    since=date(2022, 5, 18),
    source="就业后豁免 6–12 个月、渐退（浙江省社会救助条例第50条；领域档案 R-02、R-06）",
    tag="law",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-06", "P03-01", "P03-03", "P11-01", "M01-11",
         "M01-12")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家日子在变好，帮法可能要换一换。",
    why_en="Things are getting better here; the kind of help may have to change.",
    ask="跟他讲：不会一下子停，有三种走法，慢慢选。",
    ask_en="Tell them: nothing stops at once; there are three ways, take your time.",
    need="1 户人家日子在变好，请看看怎么接上",
    need_en="Things are getting better for 1 family: please see how to go on",
    whistle=(TOWN, "M01"),
    answer_within=Span(days=5),
    visit_within=Span(days=10),
    close_within=Span(days=30),
    offers=("HP-02", "HP-03"),
    shows=(
        Show("豁免到哪天", "disregard_first", "P03-03"),
        Show("上次复核", "reviewed_on", "M01-12"),
    ),
    proof="坐下来谈过，定了怎么走。",
    proof_en="Talked it over, and it is settled how to go on.",
    quiet_days=90,
    every="0 3 5 * *",
)


def _reviewed(std: Standards) -> Expr:
    return lately("reviewed_on", std.at, 30)


def when(std: Standards) -> Expr:
    near = col.pc_income * 100 >= std.fen("dibao_std", 95)
    ending = col.disregard_first.is_between(std.at, std.at + timedelta(days=31))
    return (col.status == "dibao") & (near | sure(ending)) & ~sure(_reviewed(std))


def proven(std: Standards) -> Expr:
    return _reviewed(std)


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {"status": "dibao", "pc_income": 1_016_50, "disregard_first": None, "reviewed_on": None}
POOR = ROW | {"pc_income": 300_00}
EXAMPLES = [
    hit("正好百分之九十五", **ROW),
    hit("豁免还有一个月", **POOR | {"disregard_first": date(2022, 8, 15)}),
    hit(
        "收入不知道，豁免快完了", **POOR | {"pc_income": None, "disregard_first": date(2022, 8, 1)}
    ),
    miss("差一分", **ROW | {"pc_income": 1_016_49}),
    miss("刚上班，豁免还早", **POOR | {"disregard_first": date(2023, 6, 1)}),
    miss("豁免早完了，收入还低", **POOR | {"disregard_first": date(2022, 1, 1)}),
    miss("刚复核过", **ROW | {"reviewed_on": date(2022, 6, 15)}),
    miss("不是低保户", **ROW | {"status": "edge"}),
    unknown("收入不知道", **POOR | {"pc_income": None}),
    unknown("身份说不准", **ROW | {"status": None}),
]
PROOFS = [
    hit("复核了", reviewed_on=date(2022, 7, 10)),
    miss("去年复核的", reviewed_on=date(2021, 7, 10)),
]
