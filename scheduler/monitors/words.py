"""The words monitors are written with: who is looked after, what was lately, what nobody told."""

from datetime import date

import polars as pl
from polars import Expr, col, lit, when

from core.city import Standards
from core.variables.engine.tally import count
from core.variables.engine.words import since, sure

RED, YELLOW, GREEN = "红", "黄", "绿"
# Children of people from elsewhere are in no register here that tells their age.
CHILD = sure(col.child_kind.is_not_null()) | sure(col.school_stage.is_in(["小学", "初中"]))
MINORS = {"n_minor": count(pl.coalesce(col.age < 18, when(CHILD).then(True)))}
AWAY = {"n_away": count(col.same_as_hukou == False)}  # noqa: E712


def listed() -> Expr:
    """The family is on one of the city's lists (在册)."""
    return col.status != "none"


def all_away() -> Expr:
    """Every member is known to live somewhere else (with AWAY): the registered home is empty."""
    return sure((col.n_away >= col.n_members) & (col.n_away > 0))


def here() -> Expr:
    """Alive and registered in this city, whatever household a person belongs to."""
    return ~sure(col.dead) & col.hukou_local


def told(by: str, condition: Expr) -> Expr:
    """*condition* where the class behind the column *by* has spoken, else unknown.

    For columns like a date, which are empty both when nothing happened and when nobody told: *by*
    is a column of the same class that says "no" when a fresh class has no record.
    """
    return when(col(by).is_not_null()).then(sure(condition))


def any_told(by: str, condition: Expr) -> Expr:
    """*condition* over what is known of the members; unknown where the tally *by* has gaps."""
    return when(sure(condition)).then(True).when(col(f"{by}_unknown") == 0).then(False)


def lately(day: str, at: date, days: int) -> Expr:
    """On one of the last *days* days, or today."""
    return since(col(day), at, days)


def at_least(counted: str, least: int) -> Expr:
    """Whether so many members are certain; unknown when those nobody could judge might make it so."""
    possible = col(counted) + col(f"{counted}_unknown")
    return when(col(counted) >= least).then(True).when(possible < least).then(False)


def none_of(counted: str) -> Expr:
    return ~at_least(counted, 1)


def in_force(std: Standards, *parameters: str) -> bool:
    """Whether any of these parameters has a value on that day: a policy not begun promises nothing."""
    return any(v.holds(std.at) for name in parameters for v in std.parameters[name].values)


def no_data_proves() -> Expr:
    """Success cannot be read from any class: somebody has to go a second time (dossier 6.1)."""
    return lit(None, pl.Boolean)
