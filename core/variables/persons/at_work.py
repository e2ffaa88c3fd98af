"""近60天在上班：参保、报税、就业登记、灵活就业缴费、公益岗，有一样就算；申报在业也算。

Only insurance, tax, the register and flexible contributions together can say that somebody is
not at work.
"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("在上班", pl.Boolean())

ALONE = ("public_post", "trading", "business_recent", "disabled_job", "public_payroll")


def value(std: Standards) -> Expr:
    core = col.insured_60d | col.wage_60d | col.job_registered_60d | col.flexible_paid_60d
    told = sure(col.graduate_state.is_in(["已就业", "创业", "入伍"]))
    return core | pl.any_horizontal(*(sure(col(name)) for name in ALONE)) | told


NONE = {
    "insured_60d": False,
    "wage_60d": False,
    "job_registered_60d": False,
    "flexible_paid_60d": False,
}
EXAMPLES = (
    hit("参保", **NONE | {"insured_60d": True}),
    hit("报税", **NONE | {"wage_60d": True}),
    hit("就业登记", **NONE | {"job_registered_60d": True}),
    hit("灵活就业缴费", **NONE | {"flexible_paid_60d": True}),
    hit("公益岗", **NONE, public_post=True),
    hit("自己做生意", **NONE, business_recent=True),
    hit("入伍", **NONE, graduate_state="入伍"),
    miss("四处都没有", **NONE),
    miss("没有公益岗的数据不碍事", **NONE, public_post=None),
    unknown("税务没来", **NONE | {"wage_60d": None}),
    hit("税务没来，参保了", **NONE | {"wage_60d": None, "insured_60d": True}),
)
