"""有欠费。

Light, water, rent of social housing must all be known to be paid; gas and student loans count
where they are known.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="有欠费",
    title_en="Bills in arrears",
    kind="bool",
    classes=("M24-03", "M06-04"),
    fresh_days=60,
    ask="水电气、房租、学费，有没有欠着的？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_loan_overdue": count(sure(col.student_loan_overdue > 0))}


def value(std: Standards) -> Expr:
    bills = (
        (col.power_cut_arrears > 0)
        | (col.power_arrears > 0)
        | (col.water_arrears > 0)
        | (col.rent_overdue_months > 0)
    )
    others = (
        sure(col.gas_arrears > 0) | sure(col.public_rent_arrears > 0) | (col.n_loan_overdue > 0)
    )
    return bills | others


PAID = {"power_cut_arrears": 0, "power_arrears": 0, "water_arrears": 0, "rent_overdue_months": 0}
NONE = [{"student_loan_overdue": 0}]
EXAMPLES = (
    home("都交清", False, NONE, **PAID),
    home("欠电费", True, NONE, **PAID | {"power_arrears": 1}),
    home("停着电还欠着", True, NONE, **PAID | {"power_cut_arrears": 1}),
    home("欠水费", True, NONE, **PAID | {"water_arrears": 1}),
    home("欠房租", True, NONE, **PAID | {"rent_overdue_months": 1}),
    home("欠燃气费", True, NONE, **PAID, gas_arrears=1),
    home("公租房欠租", True, NONE, **PAID, public_rent_arrears=1),
    home("助学贷款逾期", True, [{"student_loan_overdue": 2}], **PAID),
    home("水务没来", None, NONE, **PAID | {"water_arrears": None}),
    home("水务没来，欠电费", True, NONE, **PAID | {"water_arrears": None, "power_arrears": 1}),
)
