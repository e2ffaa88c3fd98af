"""技能：2 有证书，1 有高中以上学历，0 都没有。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("技能", pl.Int64())


def value(std: Standards) -> Expr:
    senior = sure(col.last_school_stage.is_in(["普高", "中职"])) & ~sure(col.pupil)
    schooled = sure(col.has_degree) | col.graduate_degree.is_not_null() | senior
    degree = when(schooled).then(1).when(~col.has_degree).then(0)
    return when(col.certified).then(2).when(~col.certified).then(degree)


EXAMPLES = (
    gives("有证书", 2, certified=True, has_degree=None),
    gives("大专没证", 1, certified=False, has_degree=True),
    gives(
        "高中毕业没证", 1, certified=False, has_degree=False, last_school_stage="普高", pupil=False
    ),
    gives("还在读高中", 0, certified=False, has_degree=False, last_school_stage="普高", pupil=True),
    gives("都没有", 0, certified=False, has_degree=False),
    gives("证书不知道", None, certified=None, has_degree=True),
    gives("学历不知道", None, certified=False, has_degree=None),
)
