"""家庭病床：是不是建着床。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(take="latest", by="open_date", absent={"home_sickbed": False})


def columns(std: Standards) -> dict[str, Expr]:
    closed = sure(col.close_date <= std.at)
    return {"home_sickbed": (col.open_date <= std.at) & ~closed}


EXAMPLES = (
    given("建着", {"open_date": date(2022, 6, 1)}, home_sickbed=True),
    given(
        "今天撤床",
        {"open_date": date(2022, 6, 1), "close_date": date(2022, 7, 15)},
        home_sickbed=False,
    ),
    given("没建过", home_sickbed=False),
    stale("断供", {"open_date": date(2022, 6, 1)}, home_sickbed=None),
)
