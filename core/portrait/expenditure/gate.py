"""支出把家庭推到标准以下，或应得的医疗救助没有到手。

Registered as such; or three tenths of income unavoidable; or above the standard by income and below
it after spending; or medical aid due and not paid.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import LESS, MORE, YES, worst
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="C",
    title="支出型",
    title_en="Expenditure",
    since=date(2022, 5, 18),
    source="五型三色归型条件（提案）C",
    tag="assumed",
)
READS = {
    "status": worst("rigid", best="none"),
    "rigid_share": MORE,
    "pc_after_rigid": LESS,
    "pc_income": MORE,
    "med_aid_missing": YES,
}


def when(std: Standards) -> Expr:
    pushed_below = (col.pc_income >= std.fen("dibao_std")) & (
        col.pc_after_rigid < std.fen("dibao_std")
    )
    heavy = col.rigid_share >= 3000
    return (col.status == "rigid") | heavy | pushed_below | col.med_aid_missing


ROW = {
    "status": "none",
    "rigid_share": 0,
    "pc_after_rigid": 300000,
    "pc_income": 300000,
    "med_aid_missing": False,
}
EXAMPLES = (
    hit("在册刚性支出户", **ROW | {"status": "rigid"}),
    hit("支出恰占三成", **ROW | {"rigid_share": 3000}),
    miss("支出不到三成", **ROW | {"rigid_share": 2999}),
    hit("扣除后低于标准", **ROW | {"pc_after_rigid": 106999, "pc_income": 107000}),
    miss("扣除后恰为标准", **ROW | {"pc_after_rigid": 107000, "pc_income": 107000}),
    miss("收入本就低于标准", **ROW | {"pc_after_rigid": 0, "pc_income": 106999}),
    hit("医疗救助漏享", **ROW | {"med_aid_missing": True}),
    unknown("支出占比未知（张先生）", **ROW | {"rigid_share": None}),
    unknown("身份未知", **ROW | {"status": None}),
    unknown("扣除后余额未知", **ROW | {"pc_after_rigid": None}),
    unknown("收入未知", **ROW | {"pc_after_rigid": 0, "pc_income": None}),
    unknown("医疗救助未核", **ROW | {"med_aid_missing": None}),
)
