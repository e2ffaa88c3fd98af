"""工伤认定与待遇：半年内的工伤（2 伤残四级以上，1 其他），哪天，每月伤残津贴。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import last, since, sure

EXTRACT = Extract(
    absent={"work_injury": 0, "injury_allowance": 0}, lasting=("work_injury", "work_injury_on")
)


def columns(std: Standards) -> dict[str, Expr]:
    real = sure(col.finding != "不予认定")
    recent = real & since(col.injury_date, std.at, std.integer("shock_window_days"))
    grade = when(recent).then(1 + sure(col.disability_grade <= 4).cast(pl.Int64)).otherwise(0)
    return {
        "work_injury": grade.max(),
        "work_injury_on": when(grade > 0).then("injury_date").sort_by(grade, "record_id").last(),
        "work_injury_finding": last("finding", "injury_date"),
        "injury_allowance": col.monthly_allowance.fill_null(0)
        .sort_by("injury_date", "record_id")
        .last(),
    }


HURT = {"injury_date": date(2022, 7, 1), "finding": "认定"}
EXAMPLES = (
    given("认定工伤", HURT, work_injury=1, work_injury_on=date(2022, 7, 1), injury_allowance=0),
    given("伤残四级", HURT | {"disability_grade": 4}, work_injury=2),
    given("不予认定", HURT | {"finding": "不予认定"}, work_injury=0),
    given("一年前", HURT | {"injury_date": date(2021, 7, 1)}, work_injury=0),
    given("没有工伤", work_injury=0, injury_allowance=0),
    stale("断供，伤过还是伤过", HURT, work_injury=1, injury_allowance=None),
)
