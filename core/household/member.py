"""共同生活的家庭成员（R-01）。

The town's list decides where there is one; without it everybody registered in the household
belongs, except those of whom a record says otherwise: dead, moved out, in prison or compulsory
rehabilitation, declared missing, without a duty of support, or living apart. Spouses, minors and
full-time students up to bachelor belong wherever they sleep. A child that has graduated stays in
until somebody has looked (see `membership_doubt`): nothing is recalculated by itself.
"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.household.relation import owes
from core.rule import hit, miss
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("共同生活的家庭成员", pl.Boolean())


def value(std: Standards) -> Expr:
    gone = sure(col.dead) | sure(col.detained) | sure(col.declared_missing)
    moved = sure(col.hukou_status.is_in(["迁出", "注销"]))
    always = sure(col.relation == "spouse") | sure(col.age < 18) | sure(col.undergraduate)
    apart = sure(col.lives_apart) & ~always
    registered = ~moved & owes(col.relation).fill_null(True) & ~apart
    return when(gone).then(False).otherwise(pl.coalesce("listed", registered))


EXAMPLES = (
    hit("户口在一起，没有别的说法", relation="child", age=25),
    miss("已经过世", relation="spouse", dead=True),
    miss("在服刑或强制戒毒", relation="child", age=30, detained=True),
    miss("宣告失踪", relation="child", age=30, declared_missing=True),
    miss("户口迁走", relation="child", age=30, hukou_status="迁出"),
    miss("同户但没有赡养抚养义务", relation="other", age=40),
    miss("成年子女另住", relation="child", age=30, lives_apart=True),
    hit("另住的未成年子女", relation="child", age=17, lives_apart=True),
    miss("满18岁另住、不在校", relation="child", age=18, lives_apart=True),
    hit("住校的本科生", relation="child", age=20, lives_apart=True, undergraduate=True),
    miss("在外读研", relation="child", age=24, lives_apart=True, undergraduate=False),
    hit("分开住的配偶", relation="spouse", age=50, lives_apart=True),
    hit("名单里有，户口不在一起", listed=True, hukou_status="迁出"),
    miss("户口在一起，名单里没有", listed=False, relation="child", age=25),
    miss("名单里有，已经过世", listed=True, dead=True),
    hit("与户主关系没写", relation=None, age=40),
)
