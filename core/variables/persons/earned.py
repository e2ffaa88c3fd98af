"""每月劳动收入：工资加经营净收入，扣减以前。

Somebody at work of whose pay nothing is known earns something unknown, not nothing.
"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("月劳动收入", pl.Int64())


def value(std: Standards) -> Expr:
    total = col.wage + col.business_income.fill_null(0)
    perhaps = when(col.at_work.is_null()).then(col.labour.fill_null(True)).otherwise("at_work")
    unseen = (total == 0) & perhaps & ~sure(col.graduate_state == "入伍")
    return when(unseen & sure(col.age >= 16)).then(None).otherwise(total)


EXAMPLES = (
    gives("工资", 320_000, age=30, wage=320_000, business_income=0, at_work=True),
    gives("工资加生意", 330_000, age=30, wage=320_000, business_income=10_000, at_work=True),
    gives("没上班", 0, age=30, wage=0, business_income=0, at_work=False),
    gives("参保了，工资还没报", None, age=30, wage=0, business_income=0, at_work=True),
    gives("有没有上班不知道", None, age=30, wage=0, business_income=0, at_work=None, labour=True),
    gives("有没有上班不知道，不是劳动力", 0, age=75, wage=0, at_work=None, labour=False),
    gives("入伍", 0, age=20, wage=0, business_income=0, at_work=True, graduate_state="入伍"),
    gives("小孩", 0, age=10, wage=0, at_work=None),
    gives("税务没来", None, age=30, wage=None, at_work=True),
    gives("经营所得没来", 320_000, age=30, wage=320_000, business_income=None, at_work=True),
)
