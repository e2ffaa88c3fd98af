"""公租房保障：租不租公租房，月租多少，欠租多少。"""

from polars import Expr, col, lit

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(
    per="household",
    take="latest",
    absent={"public_rental": False, "public_rent": 0, "public_rent_arrears": 0},
)


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "public_rental": lit(True),
        "public_rent": col.rent,
        "public_rent_arrears": col.arrears.fill_null(0),
    }


EXAMPLES = (
    given("在租", {"rent": 200_00, "arrears": 0}, public_rental=True, public_rent=200_00),
    given("不租", public_rental=False, public_rent=0),
    stale("断供", {"rent": 200_00}, public_rental=None),
)
