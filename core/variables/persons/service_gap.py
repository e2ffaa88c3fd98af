"""上门次数少于该有的：完全失能每月8次，半失能每月4次（假设），没有床位就是0次。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("服务次数不够", pl.Boolean())

PER_MONTH = {"full": 8, "semi": 4}


def value(std: Standards) -> Expr:
    need = col.ability.replace_strict(PER_MONTH, default=0, return_dtype=pl.Int64)
    elder = col.age >= std.integer("elder_age")
    visits = when(~col.care_bed).then(0).otherwise("care_bed_visits")
    return elder & (when(col.ability.is_not_null()).then(need) > visits)


BED = {"age": 80, "ability": "full", "care_bed": True, "care_bed_visits": 7}
EXAMPLES = (
    hit("完全失能，每月7次", **BED),
    miss("每月8次", **BED | {"care_bed_visits": 8}),
    miss("半失能，每月4次", **BED | {"ability": "semi", "care_bed_visits": 4}),
    hit("没有床位", **BED | {"care_bed": False, "care_bed_visits": None}),
    miss("能自理", **BED | {"ability": "able", "care_bed": False}),
    miss("不是老人", **BED | {"age": 40}),
    unknown("次数没填", **BED | {"care_bed_visits": None}),
    unknown("能力不知道", **BED | {"ability": None}),
)
