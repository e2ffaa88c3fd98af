"""每月可扣的病残开支：持残疾证或有大病的人，看病和辅具自己掏的钱（R-02）。

What nobody has proved is not deducted.
"""

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("病残扣减", pl.Int64())


def value(std: Standards) -> Expr:
    own = col.medical_cost_12m.fill_null(0) + col.device_cost_12m.fill_null(0)
    who = sure(col.disabled) | sure(col.serious_illness)
    return when(lit(bool(std["sick_deduct_on"])) & who).then(own // 12).otherwise(0)


EXAMPLES = (
    gives("大病", 1_000, serious_illness=True, medical_cost_12m=12_000, device_cost_12m=0),
    gives("残疾人的辅具", 100, disabled=True, medical_cost_12m=0, device_cost_12m=1_200),
    gives("没有残疾也没有大病", 0, disabled=False, serious_illness=False, medical_cost_12m=12_000),
    gives("没有结算数据就不扣", 0, serious_illness=True, medical_cost_12m=None),
)
