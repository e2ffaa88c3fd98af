"""欠费停复电：现在是不是停着电，从哪天起，欠多少。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, some, sure

EXTRACT = Extract(per="household", absent={"power_cut": False, "power_cut_arrears": 0})


def columns(std: Standards) -> dict[str, Expr]:
    open_ = (day("cut_at") <= std.at) & ~sure(day("restored_at") <= std.at)
    return {
        "power_cut": some(open_),
        "power_cut_on": when(open_).then(day("cut_at")).max(),
        "power_cut_arrears": when(open_).then(col.arrears.fill_null(0)).sum(),
    }


CUT = {"cut_at": moment(2022, 7, 10, 8), "arrears": 80_00}
EXAMPLES = (
    given("停着", CUT, power_cut=True, power_cut_on=date(2022, 7, 10), power_cut_arrears=80_00),
    given(
        "今天复电",
        CUT | {"restored_at": moment(2022, 7, 15, 9)},
        power_cut=False,
        power_cut_arrears=0,
    ),
    given("没停过", power_cut=False, power_cut_arrears=0),
    stale("断供", CUT, power_cut=None),
)
