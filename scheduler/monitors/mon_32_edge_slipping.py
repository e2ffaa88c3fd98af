"""低边家庭滑落风险。

Why           One lost job or one illness turns a family on the edge into a poor one.
Who acts      The town reviews, the village asks how they get by.
Counts        Income below 1.15 times the standard: also below the standard itself, where the family is
              due for dibao already; or a breadwinner lost, or a grave illness within half a year.
False alarms  Reviewed within a month: left out. Seasonal income, late data: asked.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, lately

LABEL = Label(
    id="MON-32",
    title="低边家庭滑落风险",
    title_en="Family on the edge, slipping",
    since=date(2022, 5, 18),
    source="领域档案 6.2（R-08）",
    tag="assumed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-06", "P02-04", "P03-01", "P03-04", "P04-02",
         "P05-02", "P11-01", "M01-11", "M01-12")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家本来就紧，最近又更难了。",
    why_en="Money was tight here already, and lately it is harder.",
    ask="问问：活还在做吗？最近花钱多的是哪一样？",
    ask_en="Ask: still working? What costs most lately?",
    need="1 户人家最近更难了，请看看要不要换个帮法",
    need_en="Things are harder for 1 family: please see whether other help is due",
    whistle=(TOWN, VILLAGE),
    answer_within=Span(days=5),
    visit_within=Span(days=10),
    close_within=Span(days=30),
    offers=("HP-07", "HP-11", "HP-02"),
    shows=(Show("上次复核", "reviewed_on", "M01-12"),),
    proof="重新看过，帮法跟上了。",
    proof_en="Looked at again, and the help has followed.",
    quiet_days=60,
    every="0 3 5 * *",
)


def _reviewed(std: Standards) -> Expr:
    return lately("reviewed_on", std.at, 30)


def when(std: Standards) -> Expr:
    poor = col.pc_income * 100 <= std.fen("dibao_std", 115)
    hit_hard = (col.shock_breadwinner != "none") | (col.shock_illness == "severe")
    return (col.status == "edge") & (poor | hit_hard) & ~sure(_reviewed(std))


def proven(std: Standards) -> Expr:
    return col.status.is_in(["dibao", "danrenbao", "tekun"]) | _reviewed(std)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "status": "edge",
    "pc_income": 1_230_50,
    "shock_breadwinner": "none",
    "shock_illness": "none",
}
FINE = ROW | {"pc_income": 1_500_00}
EXAMPLES = [
    hit("正好一点一五倍", **ROW),
    hit("比低保标准还低", **ROW | {"pc_income": 900_00}),
    hit("挣钱的人没了活", **FINE | {"shock_breadwinner": "mild"}),
    hit("出了大事", **FINE | {"shock_illness": "severe"}),
    hit("收入不知道，挣钱的人没了活", **FINE | {"pc_income": None, "shock_breadwinner": "mild"}),
    miss("多一分", **ROW | {"pc_income": 1_230_51}),
    miss("不重", **FINE | {"shock_illness": "mild"}),
    miss("不是低边", **ROW | {"status": "dibao"}),
    miss("刚复核过", **ROW | {"reviewed_on": date(2022, 6, 15)}),
    unknown("收入不知道", **FINE | {"pc_income": None}),
    unknown("有没有出事不知道", **FINE | {"shock_breadwinner": None}),
]
PROOFS = [
    hit("转了低保", status="dibao", reviewed_on=None),
    hit("复核了", status="edge", reviewed_on=date(2022, 7, 10)),
    miss("还没有", status="edge", reviewed_on=date(2022, 1, 10)),
]
