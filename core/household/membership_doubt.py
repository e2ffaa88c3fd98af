"""该请人看一看还算不算一起过日子的。

A graduate is no longer a dependent child from the day of leaving school; whether they still live
with the family decides, and only a visit can tell. The same for a list that names somebody who
has moved out.
"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("是否同住要复核", pl.Boolean())


def value(std: Standards) -> Expr:
    grown = sure(col.relation == "child") & sure(col.age >= 18) & ~sure(col.undergraduate)
    unseen = grown & col.listed.is_null() & col.same_as_hukou.is_null()
    left = sure(col.listed) & (
        sure(col.hukou_status.is_in(["迁出", "注销"])) | grown & sure(col.lives_apart)
    )
    return col.member & (unseen | left)


EXAMPLES = (
    hit("成年子女，不知道住哪", member=True, relation="child", age=22),
    miss("住处有登记", member=True, relation="child", age=22, same_as_hukou=True),
    miss("镇街名单里有", member=True, relation="child", age=22, listed=True, same_as_hukou=True),
    miss("还在读本科", member=True, relation="child", age=20, undergraduate=True),
    hit("名单里有，人已另住", member=True, relation="child", age=22, listed=True, lives_apart=True),
    hit("名单里有，户口已迁走", member=True, listed=True, hukou_status="迁出"),
    miss("不算成员", member=False, relation="child", age=22),
)
