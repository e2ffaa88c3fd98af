"""每月房租自己出多少：公租房或登记的私房租金，减去补贴；有自己的房又没登记租金就是0。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, most

COLUMN = Column("月租金", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"rent_most": most(col.rent_paid)}


def value(std: Standards) -> Expr:
    paid = when(col.public_rent > 0).then("public_rent").when(col.rent_most > 0).then("rent_most")
    rent = paid.when(col.has_own_home).then(0)
    return (rent - col.rent_subsidy.fill_null(0)).clip(lower_bound=0)


EXAMPLES = (
    home("公租房", 150, [{"rent_paid": None}], public_rent=200, rent_subsidy=50),
    home("私房", 800, [{"rent_paid": 800}, {"rent_paid": 0}], public_rent=0),
    home("住自己的房", 0, [{"rent_paid": None}], public_rent=0, has_own_home=True),
    home(
        "没有自己的房，租金没登记", None, [{"rent_paid": None}], public_rent=0, has_own_home=False
    ),
    home("公租房没来，住自己的房", 0, [{"rent_paid": 0}], public_rent=None, has_own_home=True),
)
