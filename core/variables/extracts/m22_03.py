"""12345热线工单：90天内几次，同一类的最多几次，几次没解决（没办结，或办结了人还不满意）。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, most_alike, since, sure

EXTRACT = Extract(
    per="household", through_person=True, absent={"hotline_90d": 0, "hotline_same_90d": 0}
)


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(day("called_at"), std.at, 90)
    unsettled = col.closed_at.is_null() | sure(~col.satisfied)
    return {
        "hotline_90d": sure(recent).sum().cast(pl.Int64),
        "hotline_same_90d": most_alike(col.subject, sure(recent)),
        "hotline_open": (sure(recent) & unsettled).sum().cast(pl.Int64),
    }


CALL = {"called_at": moment(2022, 7, 1, 9)}
EXAMPLES = (
    given("两次", CALL, CALL | {"closed_at": moment(2022, 7, 5)}, hotline_90d=2, hotline_open=1),
    given(
        "办结了，可是不满意",
        CALL | {"closed_at": moment(2022, 7, 5), "satisfied": False},
        hotline_open=1,
    ),
    given(
        "办结了，满意", CALL | {"closed_at": moment(2022, 7, 5), "satisfied": True}, hotline_open=0
    ),
    given("四月的", CALL | {"called_at": moment(2022, 4, 1)}, hotline_90d=0),
    given(
        "两类各一次",
        CALL | {"subject": "医疗"},
        CALL | {"subject": "住房"},
        hotline_90d=2,
        hotline_same_90d=1,
    ),
    given("同一类两次", CALL | {"subject": "医疗"}, CALL | {"subject": "医疗"}, hotline_same_90d=2),
    given("没打过", hotline_90d=0),
    stale("断供", CALL, hotline_90d=None),
)
