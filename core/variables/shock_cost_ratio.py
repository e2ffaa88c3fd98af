"""突发自付相当于几个月收入。

What a family with an accident or an illness of the window has paid itself for hospitals since, in
months of income; 10000 is one month, rounded up.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="突发自付相当于几个月收入",
    title_en="Shock cost in months of income",
    kind="share",
    classes=("P04-02",),
    fresh_days=30,
    ask="这次出事，报销完自己掏了多少钱？",
    rounds="up",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    own = col.hospital_cost_180d - col.medical_aid_180d
    return {"shock_cost_sum": total(own.clip(lower_bound=0))}


def value(std: Standards) -> Expr:
    ill = (col.shock_accident != "none") | (col.shock_illness != "none")
    cost, month = known("shock_cost_sum"), (col.income_year // 12).clip(lower_bound=1)
    ratio = (cost * 10_000 + month - 1) // month
    free = when(~ill | (cost == 0)).then(0)
    return coalesce(free, when(ill).then(ratio))


PAID = [{"hospital_cost_180d": 5_000, "medical_aid_180d": 1_000}]
SICK = {"shock_illness": "severe", "shock_accident": "none"}
EXAMPLES = (
    home("四个月收入", 40_000, PAID, **SICK, income_year=12_000),
    home("向上取整", 39_961, PAID, **SICK, income_year=12_012),
    home(
        "没有冲击，看病不算",
        0,
        PAID,
        shock_illness="none",
        shock_accident="none",
        income_year=12_000,
    ),
    home("没花钱", 0, [{"hospital_cost_180d": 0, "medical_aid_180d": 0}], **SICK, income_year=None),
    home("没有收入", 40_000_000, PAID, **SICK, income_year=0),
    home("收入不知道", None, PAID, **SICK, income_year=None),
    home(
        "有没有冲击不知道",
        None,
        PAID,
        shock_illness=None,
        shock_accident="none",
        income_year=12_000,
    ),
    home("医保没来", None, [{"hospital_cost_180d": None}], **SICK, income_year=12_000),
)
