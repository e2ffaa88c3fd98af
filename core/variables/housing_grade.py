"""自住房安全等级。

The newest finding of three: assessment, town survey, farm house patrol; what was found before the
house was repaired is no longer so. Nobody having looked does not make a house safe.
"""

from datetime import date

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="自住房安全等级",
    title_en="Safety grade of the home",
    kind="enum",
    categories=("A", "B", "C", "D"),
    classes=("P07-03", "M06-02", "M10-05"),
    fresh_days=365,
    ask="房子有没有裂缝、漏雨、歪斜，有人来鉴定过吗？",
)


WHERE = (
    ("rural_grade", "rural_graded_on"),
    ("urban_grade", "urban_graded_on"),
    ("house_patrol_grade", "house_patrolled_on"),
)


def value(std: Standards) -> Expr:
    days = [when(col(grade).is_not_null() & _still_so(on)).then(on) for grade, on in WHERE]
    newest = pl.max_horizontal(*days)
    found = [when(day_ == newest).then(grade) for (grade, _), day_ in zip(WHERE, days, strict=True)]
    return coalesce(*found)


def _still_so(on: str) -> Expr:
    return ~sure(col(on) <= col.repaired_on)


EXAMPLES = (
    gives("只鉴定过", "C", rural_grade="C", rural_graded_on=date(2021, 1, 1)),
    gives(
        "后来巡查过",
        "A",
        rural_grade="C",
        rural_graded_on=date(2021, 1, 1),
        house_patrol_grade="A",
        house_patrolled_on=date(2022, 4, 1),
    ),
    gives(
        "同一天看鉴定的",
        "C",
        rural_grade="C",
        rural_graded_on=date(2022, 4, 1),
        house_patrol_grade="A",
        house_patrolled_on=date(2022, 4, 1),
    ),
    gives(
        "修好以前巡查的",
        None,
        rural_grade=None,
        house_patrol_grade="D",
        house_patrolled_on=date(2022, 4, 1),
        repaired_on=date(2022, 4, 3),
    ),
    gives("修好以后没再鉴定", None, rural_grade=None, rural_graded_on=None),
    gives("没人看过", None, urban_grade=None),
)
