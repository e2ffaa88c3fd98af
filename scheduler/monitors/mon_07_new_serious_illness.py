"""低收入家庭新增重大疾病。

Why           One diagnosis can take a family's savings; the help for it has to be asked for in time.
Who acts      医保局 settles what is due, 卫健局 arranges care, the town opens emergency help.
False alarms  Only a confirmed diagnosis is in the register, and an old illness keeps its old date; what
              commercial insurance paid is taken off the bill. Whose bill it is, nobody is told.
Stays         Half a year: the costs come after the diagnosis.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, most, total
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, YELLOW, any_told, lately, listed

LABEL = Label(
    id="MON-07",
    title="低收入家庭新增重大疾病",
    title_en="New serious illness in a low-income family",
    since=date(2022, 5, 18),
    source="领域档案 6.2（R-20）",
    tag="assumed",
)
READS = ("P01-01", "P01-02", "P01-03", "P01-04", "P04-02", "P04-05", "P05-02", "M01-11", "M03-02",
         "M03-04")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家最近医疗负担重了起来。",
    why_en="The medical burden of this family has become heavy lately.",
    ask="问问：钱转得过来吗？报销会不会办？家里谁在照应？",
    ask_en="Ask: do they manage the money? The claims? Who looks after things at home?",
    need="1 户人家最近医疗负担较重，请看看还能帮什么",
    need_en="1 family has a heavy medical burden lately: please see what else can help",
    whistle=("M03", "M04", TOWN),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=30),
    offers=("HP-11", "HP-10", "HP-33"),
    shows=(Show("该到还没到的医疗救助", "med_aid_missing", "P04-05"),),
    proof="医疗救助的钱到了。",
    proof_en="Medical aid has arrived.",
    quiet_days=90,
)
DEAR = 8_000_00


def members(std: Standards) -> dict[str, Tally]:
    return {
        "diagnosed_newest_on": most(col.diagnosed_on),
        "dearest_stay_30d": most(col.hospital_30d),
        "commercial_paid_sum": total(col.commercial_paid_12m.fill_null(0)),
        "medical_aid_180d_sum": total(col.medical_aid_180d),
    }


def when(std: Standards) -> Expr:
    own = col.dearest_stay_30d - col.commercial_paid_sum.fill_null(0)
    return listed() & (_diagnosed(std) | any_told("dearest_stay_30d", own >= DEAR))


def _diagnosed(std: Standards) -> Expr:
    return any_told("n_major_ill", lately("diagnosed_newest_on", std.at, 30))


def still(std: Standards) -> Expr:
    return listed() & (col.shock_illness != "none")


def proven(std: Standards) -> Expr:
    return (col.medical_aid_180d_sum > 0) & ~col.med_aid_missing


def colour(std: Standards) -> Expr:
    first = sure(_diagnosed(std)) & sure(col.n_major_ill <= 1)
    return pl.when(first).then(lit(RED)).otherwise(lit(YELLOW))


AT = date(2022, 7, 15)
ROW = {
    "status": "dibao",
    "diagnosed_newest_on": date(2022, 7, 1),
    "n_major_ill": 1,
    "n_major_ill_unknown": 0,
    "dearest_stay_30d": 0,
    "dearest_stay_30d_unknown": 0,
}
BILL = ROW | {"diagnosed_newest_on": None, "n_major_ill": 0, "dearest_stay_30d": 8_000_00}
EXAMPLES = [
    hit("刚登记", **ROW),
    hit("三十天前登记", **ROW | {"diagnosed_newest_on": date(2022, 6, 15)}),
    hit("一次住院自付满八千", **BILL),
    hit("登记断供，可账单满八千", **BILL | {"n_major_ill": None, "n_major_ill_unknown": 2}),
    miss("三十一天前登记，是旧的", **ROW | {"diagnosed_newest_on": date(2022, 6, 14)}),
    miss("差一分不到八千", **BILL | {"dearest_stay_30d": 7_999_99}),
    miss("商业保险赔了一部分", **BILL | {"commercial_paid_sum": 1}),
    miss("不在册", **ROW | {"status": "none"}),
    unknown("登记断供", **BILL | {"dearest_stay_30d": 0, "n_major_ill_unknown": 2}),
    unknown("结算断供", **BILL | {"dearest_stay_30d": None, "dearest_stay_30d_unknown": 2}),
    unknown("身份说不准", **ROW | {"status": None}),
]
KEEPS = [
    hit("登记四个月了", status="dibao", shock_illness="severe"),
    miss("已过半年", status="dibao", shock_illness="none"),
]
PROOFS = [
    hit("救助到了", medical_aid_180d_sum=1_000_00, med_aid_missing=False),
    miss("还没有", medical_aid_180d_sum=0, med_aid_missing=True),
]
