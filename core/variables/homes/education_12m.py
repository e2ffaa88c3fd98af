"""近12月教育支出：没有人在交学费的学段就是0；有的话学费多少部门没有数据，要问。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count

COLUMN = Column("年教育支出", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"n_tuition": count(col.tuition_student)}


def value(std: Standards) -> Expr:
    return when(~any_of("n_tuition")).then(0)


EXAMPLES = (
    home("没人在读", 0, [{"tuition_student": False}]),
    home("有大学生，要问", None, [{"tuition_student": True}, {"tuition_student": False}]),
    home("有没有不知道", None, [{"tuition_student": None}]),
)
