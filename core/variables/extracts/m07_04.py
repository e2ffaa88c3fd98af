"""实有人口和出租房：是不是住在户籍地，房租多少，和几个人合租。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "same_as_hukou": col.same_as_hukou,
        "rent_paid": col.rent.fill_null(0),
        "co_tenants": col.co_tenants,
        "residence_seen_on": col.data_date,
    }


EXAMPLES = (
    given(
        "租在别处", {"same_as_hukou": False, "rent": 800_00}, same_as_hukou=False, rent_paid=800_00
    ),
    given("住在户籍地", {"same_as_hukou": True}, same_as_hukou=True, rent_paid=0),
    given("没登记过", same_as_hukou=None, rent_paid=None),
    stale("断供", {"same_as_hukou": False}, same_as_hukou=None),
)
