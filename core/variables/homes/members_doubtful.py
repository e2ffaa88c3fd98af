"""有几个人是否同住要请人看一看。"""

import polars as pl
from polars import col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count

COLUMN = Column("是否同住要复核的人数", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"members_doubtful": count(col.membership_doubt)}


EXAMPLES = (
    home("一个毕业的孩子", 1, [{"membership_doubt": True}, {"membership_doubt": False}]),
    home("没有", 0, [{"membership_doubt": False}]),
)
