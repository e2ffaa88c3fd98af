"""全家每月劳动收入，扣减以前：工资、经营、种地。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total

COLUMN = Column("月劳动收入", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"earned_sum": total(col.earned)}


def value(std: Standards) -> Expr:
    return known("earned_sum") + col.farm_income


EXAMPLES = (
    home("两个人", 300, [{"earned": 100}, {"earned": 200}], farm_income=0),
    home("加上种地", 350, [{"earned": 300}], farm_income=50),
    home("有一个不知道", None, [{"earned": 100}, {"earned": None}], farm_income=0),
    home("不是成员的不算", 100, [{"earned": 100}, {"earned": 900, "member": False}], farm_income=0),
)
