"""毕业后没上班的月数；升学、入伍、备考的不计，35岁以上不再按毕业生算（假设）。

Counted from graduation, or from the last month worked since. Somebody without a degree anywhere
has nothing to count.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import full_months, sure

COLUMN = Column("毕业未就业月数", pl.Int64())


def value(std: Standards) -> Expr:
    excused = sure(col.graduate_state.is_in(["升学", "入伍", "暂不就业"]))
    none = (col.graduated_on.is_null() & ~col.has_degree) | (col.age >= 35) | (col.age < 18)
    busy = none | ~col.labour | col.at_work | col.in_school
    stopped = col.last_work_month.dt.offset_by("1mo")
    idle = full_months(pl.max_horizontal("graduated_on", stopped), std.at).clip(lower_bound=0)
    counted = when(sure(busy) | excused).then(0).when(~busy).then(idle)
    return when(sure(none)).then(0).otherwise(counted)


LU = {
    "age": 22,
    "graduated_on": date(2021, 7, 1),
    "labour": True,
    "at_work": False,
    "in_school": False,
    "graduate_state": "未就业",
}
EXAMPLES = (
    gives("毕业一年", 12, **LU),
    gives("差一天满12个月", 11, **LU | {"graduated_on": date(2021, 7, 16)}),
    gives("正好12个月", 12, **LU | {"graduated_on": date(2021, 7, 15)}),
    gives("在上班", 0, **LU | {"at_work": True}),
    gives("升学", 0, **LU | {"graduate_state": "升学"}),
    gives("备考", 0, **LU | {"graduate_state": "暂不就业"}),
    gives("干过又没了，从停工算", 3, **LU | {"last_work_month": date(2022, 3, 1)}),
    gives("不是劳动力", 0, **LU | {"labour": False}),
    gives("35岁以上", 0, **LU | {"age": 35}),
    gives("没读过大学", 0, age=30, graduated_on=None, has_degree=False),
    gives("没上班知不知道", None, **LU | {"at_work": None}),
    gives(
        "毕业没有都不知道",
        None,
        age=22,
        has_degree=None,
        labour=True,
        at_work=False,
        in_school=False,
    ),
)
