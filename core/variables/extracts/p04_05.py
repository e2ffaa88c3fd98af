"""医疗救助待遇：近12月救助了多少，半年内多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, since, year_back

EXTRACT = Extract(absent={"medical_aid_12m": 0, "medical_aid_180d": 0})


def columns(std: Standards) -> dict[str, Expr]:
    window = std.integer("shock_window_days")
    return {
        "medical_aid_12m": amount_if(year_back(col.data_date, std.at), "paid"),
        "medical_aid_180d": amount_if(since(col.data_date, std.at, window), "paid"),
    }


EXAMPLES = (
    given("救助过", {"paid": 800}, medical_aid_12m=800, medical_aid_180d=800),
    given(
        "去年十月",
        {"paid": 800, "data_date": date(2021, 10, 1)},
        medical_aid_12m=800,
        medical_aid_180d=0,
    ),
    given("没有救助", medical_aid_12m=0),
    stale("断供", {"paid": 800}, medical_aid_12m=None),
)
