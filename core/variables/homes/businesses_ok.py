"""没有超限的市场主体（R-04）；小的在营主体要人工看是不是“僵尸”户。"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count, total

COLUMN = Column("市场主体在限额内", pl.Boolean())


def members(std: Standards) -> dict[str, Tally]:
    return {
        "n_big_business": count(col.business_too_big),
        "businesses_sum": total(col.businesses),
    }


def value(std: Standards) -> Expr:
    none = when(col.businesses_sum == 0).then(True)
    known_none = when(col.businesses_sum_unknown == 0).then(none)
    checked = when((col.checked_businesses == 0) & (col.businesses_sum == 0)).then(True)
    return when(col.n_big_business > 0).then(False).otherwise(coalesce(known_none, checked))


NONE = {"business_too_big": False, "businesses": 0}
EXAMPLES = (
    home("没有", True, [NONE]),
    home("资本超限", False, [NONE | {"business_too_big": True, "businesses": 1}]),
    home("小店，要人工看", None, [NONE | {"businesses": 1}]),
    home("登记没来，核对过没有", True, [{"businesses": None}], checked_businesses=0),
    home("登记没来", None, [{"businesses": None}]),
)
