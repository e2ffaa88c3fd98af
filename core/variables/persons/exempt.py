"""每月不计的劳动收入：豁免期内不超过低保标准的3倍，期满按比例扣就业成本（R-02）。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("不计的劳动收入", pl.Int64())


def value(std: Standards) -> Expr:
    cap = std.fen("dibao_std", std["employ_disregard_cap_mult"])
    ratio = int(std.number("work_cost_deduct_ratio") * 10_000)
    most = std.fen("dibao_std", std["work_cost_deduct_cap_mult"])
    cost = (col.wage * ratio // 10_000).clip(upper_bound=most)
    exempted = sure(col.disregard_until > std.at)
    return when(exempted).then(col.earned.clip(upper_bound=cap)).otherwise(cost)


NEW = {"earned": 320_000, "wage": 320_000, "disregard_until": date(2023, 6, 1)}
EXAMPLES = (
    gives("工资3200，全部豁免", 320_000, **NEW),
    gives("工资3210，全部豁免", 321_000, **NEW | {"earned": 321_000, "wage": 321_000}),
    gives("工资3211，豁免3210", 321_000, **NEW | {"earned": 321_100, "wage": 321_100}),
    gives("最后一天", 320_000, **NEW | {"disregard_until": date(2022, 7, 16)}),
    gives("当天期满，扣30%", 96_000, **NEW | {"disregard_until": date(2022, 7, 15)}),
    gives("成本最多扣一个低保标准", 107_000, earned=500_000, wage=500_000),
    gives("没有工资", 0, earned=0, wage=0),
    gives("税务没来", None, earned=None, wage=None),
)
