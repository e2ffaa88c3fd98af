"""房、车、市场主体都在限额内，没有自费留学，核对也没说不符（R-04）。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count

COLUMN = Column("实物财产在限额内", pl.Boolean())


def members(std: Standards) -> dict[str, Tally]:
    return {"n_abroad": count(col.studies_abroad)}


def value(std: Standards) -> Expr:
    abroad = when(col.n_abroad > 0).then(False).otherwise(True)
    agreed = when(col.checked_result.fill_null("相符") == "相符").then(True)
    return col.houses_ok & col.vehicles_ok & col.businesses_ok & abroad & agreed


FINE = {"houses_ok": True, "vehicles_ok": True, "businesses_ok": True, "checked_result": "相符"}
EXAMPLES = (
    home("都在限额内", True, [{"studies_abroad": False}], **FINE),
    home("有车", False, [{"studies_abroad": False}], **FINE | {"vehicles_ok": False}),
    home("自费留学", False, [{"studies_abroad": True}], **FINE),
    home(
        "核对不符，要人工看", None, [{"studies_abroad": False}], **FINE | {"checked_result": "不符"}
    ),
    home(
        "核对不符，又有车",
        False,
        [{"studies_abroad": False}],
        **FINE | {"checked_result": "不符", "vehicles_ok": False},
    ),
    home("房没核", None, [{"studies_abroad": False}], **FINE | {"houses_ok": None}),
)
