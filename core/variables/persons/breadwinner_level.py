"""半年内失去支柱：2 劳动年龄的家人过世或走失，1 丢了工作还没找到，0 没有。

A graduate who has never worked has lost no job.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import since, sure

COLUMN = Column("失去支柱", pl.Int64())

NEVER_WORKED = ("毕业未就业", "新成长失业人员", "新成长劳动力", "未就业过")


def value(std: Standards) -> Expr:
    window, grown = std.integer("shock_window_days"), col.age.is_between(16, 59)
    gone = since(col.died_on, std.at, window) | since(col.missing_on, std.at, window)
    stopped = since(col.insured_stopped_on, std.at, window)
    told = since(col.work_registered_on, std.at, window) & ~col.lose_reason.is_in(NEVER_WORKED)
    lost_job = col.jobless & (sure(stopped) | sure(told))
    known = col.dead.is_not_null() & col.missing.is_not_null()
    return (
        when(sure(gone & grown))
        .then(2)
        .when(known & lost_job)
        .then(1)
        .when(known & ~lost_job)
        .then(0)
    )


HERE = {"age": 40, "dead": False, "missing": False, "jobless": False}
EXAMPLES = (
    gives("都好", 0, **HERE),
    gives("顶梁柱过世", 2, **HERE | {"dead": True, "died_on": date(2022, 6, 1)}),
    gives("老人过世不算", 0, **HERE | {"age": 80, "dead": True, "died_on": date(2022, 6, 1)}),
    gives("走失没找到", 2, **HERE | {"missing": True, "missing_on": date(2022, 7, 1)}),
    gives("停保没再上班", 1, **HERE | {"jobless": True, "insured_stopped_on": date(2022, 6, 1)}),
    gives("停保又上班了", 0, **HERE | {"insured_stopped_on": date(2022, 6, 1)}),
    gives(
        "失业登记，合同期满",
        1,
        **HERE
        | {"jobless": True, "lose_reason": "合同期满", "work_registered_on": date(2022, 6, 1)},
    ),
    gives(
        "毕业生登记失业",
        0,
        **HERE
        | {"jobless": True, "lose_reason": "毕业未就业", "work_registered_on": date(2022, 7, 1)},
    ),
    gives("去年丢的工作", 0, **HERE | {"jobless": True, "insured_stopped_on": date(2021, 6, 1)}),
    gives("死亡登记没来", None, **HERE | {"dead": None}),
    gives(
        "有没有上班不知道，停保了",
        None,
        **HERE | {"jobless": None, "insured_stopped_on": date(2022, 6, 1)},
    ),
)
