"""有证据算劳动力：参保、报税、就业失业登记、离校名册、公益岗，有一样就算。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("有劳动的证据", pl.Boolean())

LEFT = ("已就业", "未就业", "创业", "暂不就业")


def value(std: Standards) -> Expr:
    signs = ("insured_60d", "wage_60d", "work_registered", "public_post", "flexible_paid_60d")
    listed = sure(col.graduate_state.is_in(LEFT))
    return pl.any_horizontal(*(sure(col(name)) for name in signs), listed)


EXAMPLES = (
    hit("在参保", insured_60d=True),
    hit("报过税", wage_60d=True),
    hit("登记过失业", work_registered=True),
    hit("在离校未就业名册", graduate_state="未就业"),
    miss("升学的不算", graduate_state="升学"),
    miss("什么都没有", insured_60d=None),
)
