"""强制隔离戒毒人员：在不在所，哪天入所。限定人员。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", by="in_date")


def columns(std: Standards) -> dict[str, Expr]:
    inside = (col.in_date <= std.at) & (col.out_date.is_null() | (col.out_date > std.at))
    return {
        "in_rehab": inside,
        "rehab_since": when(inside).then("in_date"),
        "rehab_until": when(inside).then("out_date"),
    }


EXAMPLES = (
    given("在所", {"in_date": date(2022, 1, 1)}, in_rehab=True, rehab_since=date(2022, 1, 1)),
    given("今天出所", {"in_date": date(2022, 1, 1), "out_date": date(2022, 7, 15)}, in_rehab=False),
    given(
        "明年出所",
        {"in_date": date(2022, 1, 1), "out_date": date(2023, 1, 1)},
        rehab_until=date(2023, 1, 1),
    ),
    given("没有记录", in_rehab=None),
    stale("断供", {"in_date": date(2022, 1, 1)}, in_rehab=None),
)
