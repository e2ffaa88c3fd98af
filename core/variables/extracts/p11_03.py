"""经营所得申报：近12月月均应纳税所得，近两季有没有经营收入。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since, some, year_back

EXTRACT = Extract(absent={"business_income": 0, "business_recent": False})


def columns(std: Standards) -> dict[str, Expr]:
    year = year_back(col.data_date, std.at)
    profit = col.taxable.fill_null(0).clip(lower_bound=0)
    return {
        "business_income": when(year).then(profit).sum() // 12,
        "business_recent": some((col.revenue > 0) & since(col.data_date, std.at, 200)),
    }


FILED = {"period": "2022Q1", "revenue": 50_000, "taxable": 12_000, "data_date": date(2022, 4, 10)}
EXAMPLES = (
    given("有盈利", FILED, business_income=1_000, business_recent=True),
    given("亏损不倒扣", FILED | {"taxable": -5_000}, business_income=0),
    given(
        "一年以前的",
        FILED | {"data_date": date(2021, 7, 15)},
        business_income=0,
        business_recent=False,
    ),
    given("没有申报", business_income=0, business_recent=False),
    stale("断供", FILED, business_income=None),
)
