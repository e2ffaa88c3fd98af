"""近12月看病自己掏的钱：住院、门诊慢特病，减去大病、救助、商保、互助、慈善。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("近12月医疗自付", pl.Int64())

PAID_BACK = (
    "critical_paid_12m",
    "commercial_paid_12m",
    "mutual_aid_12m",
    "red_cross_12m",
    "weikang_12m",
)


def value(std: Standards) -> Expr:
    back = pl.sum_horizontal(*(col(name).fill_null(0) for name in PAID_BACK))
    own = col.hospital_cost_12m + col.outpatient_cost_12m - col.medical_aid_12m - back
    return own.clip(lower_bound=0)


SICK = {"hospital_cost_12m": 900, "outpatient_cost_12m": 100, "medical_aid_12m": 300}
EXAMPLES = (
    gives("扣掉救助", 700, **SICK),
    gives("再扣商保和慈善", 500, **SICK, commercial_paid_12m=150, weikang_12m=50),
    gives("不会变成负的", 0, **SICK, critical_paid_12m=5_000),
    gives("没看过病", 0, hospital_cost_12m=0, outpatient_cost_12m=0, medical_aid_12m=0),
    gives("救助没来，不知道", None, **SICK | {"medical_aid_12m": None}),
)
