"""重度残疾：一、二级，或智力、精神三级。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("重度残疾", pl.Boolean())


def value(std: Standards) -> Expr:
    mind = col.disability_kind.is_in(["智力", "精神"]) & (col.disability_level == 3)
    return col.disabled & ((col.disability_level <= 2) | mind)


EXAMPLES = (
    hit("肢体二级", disabled=True, disability_kind="肢体", disability_level=2),
    hit("精神三级", disabled=True, disability_kind="精神", disability_level=3),
    miss("肢体三级", disabled=True, disability_kind="肢体", disability_level=3),
    miss("精神四级", disabled=True, disability_kind="精神", disability_level=4),
    miss("没有证", disabled=False),
    unknown("等级没填", disabled=True, disability_kind="肢体", disability_level=None),
    unknown("残联断供", disabled=None),
)
