"""养老机构和认知障碍床位入住：是不是住在机构里（只作有，不作没有）。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", by="in_date")


def columns(std: Standards) -> dict[str, Expr]:
    inside = (col.in_date <= std.at) & (col.out_date.is_null() | (col.out_date > std.at))
    return {"in_institution": inside, "institution_fee": when(inside).then("fee")}


EXAMPLES = (
    given("在住", {"in_date": date(2022, 1, 1)}, in_institution=True),
    given(
        "今天退住",
        {"in_date": date(2022, 1, 1), "out_date": date(2022, 7, 15)},
        in_institution=False,
    ),
    given("没有记录", in_institution=None),
    stale("断供", {"in_date": date(2022, 1, 1)}, in_institution=None),
)
