"""没有要算财产的车（R-04）。"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, total

COLUMN = Column("车辆在限额内", pl.Boolean())


def members(std: Standards) -> dict[str, Tally]:
    return {"vehicles_sum": total(col.vehicles)}


def value(std: Standards) -> Expr:
    none = when(col.checked_vehicles == 0).then(True)
    exempt = when((col.vehicles_sum_unknown == 0) & (col.vehicles_sum == 0)).then(True)
    return when(col.vehicles_sum > 0).then(False).otherwise(coalesce(none, exempt))


EXAMPLES = (
    home("核对没有车", True, [{"vehicles": None}], checked_vehicles=0),
    home("登记有车", False, [{"vehicles": 1}, {"vehicles": None}], checked_vehicles=1),
    home("核对有车，登记的都是可豁免的", True, [{"vehicles": 0}], checked_vehicles=1),
    home("核对有车，是什么车不知道", None, [{"vehicles": None}], checked_vehicles=1),
    home("没核对过", None, [{"vehicles": None}]),
)
