"""高额医疗自付预警（含户外主动发现）。

Why           Families nobody knows fall through illness: this one looks at everybody.
Who acts      医保局 resolves what can be resolved; the town looks at the way into assistance.
Counts        What the family paid itself in twelve months, after every insurance, aid and charity
              that is known, against the warning line or half of its own yearly income.
False alarms  Families with more than the city's average income are left out. Bills settled late or
              in other provinces, and private insurance, are asked on the visit.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, most
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, any_told

LABEL = Label(
    id="MON-08",
    title="高额医疗自付预警（含户外主动发现）",
    title_en="High medical cost, listed or not",
    since=date(2022, 5, 18),
    source="领域档案 6.2（R-10、R-20）",
    tag="assumed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P01-06", "P03-01", "P04-02", "P04-03", "P04-04",
         "P04-05", "P04-06", "P11-01", "M01-11", "M03-02", "M03-03", "M03-04", "M17-02", "M20-01",
         "M21-02")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家一年来医疗负担较重。",
    why_en="The medical burden of this family has been heavy this year.",
    ask="问问：花的钱都报销了吗？有没有借钱？日子紧不紧？",
    ask_en="Ask: is everything claimed? Have they borrowed? How do they get by?",
    need="1 户人家一年来医疗负担较重，请看看还能不能报",
    need_en="1 family has had a heavy medical burden this year: please see what can be claimed",
    whistle=("M03", TOWN, VILLAGE),
    answer_within=Span(hours=48),
    visit_within=Span(days=5),
    close_within=Span(days=45),
    offers=("HP-11", "HP-07", "HP-10"),
    shows=(Show("该到还没到的医疗救助", "med_aid_missing", "P04-05"),),
    proof="高额费用化解了，或者纳入了救助。",
    proof_en="The high cost was resolved, or the family is now assisted.",
    quiet_days=365,
    every="0 3 * * mon",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"warned_cost_most": most(col.high_medical_cost)}


def when(std: Standards) -> Expr:
    back = col.illness_aid_12m.fill_null(0) + col.cost_resolved_12m.fill_null(0)
    line = std.fen("med_warn_oop")
    paid = any_told("medical_sum", col.medical_sum - back >= line)
    warned = any_told("warned_cost_most", col.warned_cost_most - back >= line)
    rich = sure(col.pc_income * 12 >= std.fen("dpi_pc_year"))
    return (paid | warned | (col.med_share >= 5_000)) & ~rich


def proven(std: Standards) -> Expr:
    helped = (col.cost_resolved_12m > 0) | (col.illness_aid_12m > 0)
    return helped | col.status.is_in(["edge", "rigid"])


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "medical_sum": 30_000_00,
    "medical_sum_unknown": 0,
    "warned_cost_most": 0,
    "warned_cost_most_unknown": 0,
    "med_share": 2_000,
    "pc_income": 2_000_00,
}
LOW = ROW | {"medical_sum": 0}
EXAMPLES = [
    hit("全家自付满三万，不在册也查", **ROW),
    hit("一个人的账断供，其余已满三万", **ROW | {"medical_sum_unknown": 1}),
    hit("医保推送的名单", **LOW | {"warned_cost_most": 35_000_00}),
    hit("占到年收入一半", **LOW | {"med_share": 5_000}),
    hit("收入不知道", **ROW | {"pc_income": None}),
    miss("差一分", **ROW | {"medical_sum": 29_999_99}),
    miss("化解了一部分", **ROW | {"cost_resolved_12m": 1}),
    miss("不到年收入一半", **LOW | {"med_share": 4_999}),
    miss("收入在全市平均以上", **ROW | {"pc_income": 5_500_00}),
    unknown("账断供", **LOW | {"medical_sum_unknown": 2}),
    unknown("收入不知道，占多少说不准", **LOW | {"med_share": None}),
]
PROOFS = [
    hit("化解了", cost_resolved_12m=5_000_00, illness_aid_12m=0, status="none"),
    hit("纳入低边", cost_resolved_12m=0, illness_aid_12m=0, status="edge"),
    miss("还没有", cost_resolved_12m=0, illness_aid_12m=0, status="none"),
]
