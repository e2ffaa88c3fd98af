"""长期护理保险待遇：有效的失能等级，待遇是不是在享。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import valid

EXTRACT = Extract(take="latest", by="start_date", absent={"ltc_insured": False})


def columns(std: Standards) -> dict[str, Expr]:
    running = (col.start_date.fill_null(std.at) <= std.at) & valid(col.expires, std.at)
    return {
        "ltc_insured": running,
        "ltc_grade": when(running).then("grade"),
        "ltc_expires": col.expires,
    }


LTC = {"grade": "重度二级", "start_date": date(2022, 1, 1), "expires": date(2022, 7, 15)}
EXAMPLES = (
    given("在享", LTC, ltc_insured=True, ltc_grade="重度二级"),
    given("评估过期", LTC | {"expires": date(2022, 7, 14)}, ltc_insured=False, ltc_grade=None),
    given("没有待遇", ltc_insured=False, ltc_grade=None),
    stale("断供", LTC, ltc_insured=None),
)
