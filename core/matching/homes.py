"""Households whose number changed: the same people, under a new number of their own.

A family got another number when the last who left the old one all went to one number, were the
first to stand there, and nobody stayed. Whoever moves into a household that was there before, or
leaves part of the family behind, has not renumbered anything. A household is known by its first
number, so that its cases keep their household.
"""

from datetime import timedelta

import polars as pl
from polars import col

from core.matching.groups import grouped
from core.matching.register import Register

HOMES: dict[str, pl.DataType] = {"number": pl.String(), "household": pl.String()}
TOGETHER = timedelta(days=31)  # a family's entries change within so many days
GONE = ("迁出", "注销")  # who stays on the register of a household without living there


def renumbered(register: Register) -> pl.DataFrame:
    """number, household: numbers of households that are known by an earlier one."""
    left = _exodus(_steps(register))
    empty = left.join(_lived_in(register, left["old"]), left_on="old", right_on="home", how="anti")
    first = _first_there(register, empty["new"])
    alone = empty.join(first, left_on="new", right_on="home").filter(
        col("first").list.set_difference("who").list.len() == 0
    )
    groups = grouped(alone.select(a="old", b="new"))
    return _known_by(groups, register)


def _steps(register: Register) -> pl.DataFrame:
    """record_id, old, new, day: every time an entry changed its household."""
    rows = register.changed.drop_nulls("home").sort("record_id", "observed", maintain_order=True)
    before = col("home").shift(1).over("record_id")
    steps = rows.select("record_id", old=before, new="home", day="observed")
    return steps.filter(col("old").is_not_null(), col("old") != col("new"))


def _exodus(steps: pl.DataFrame) -> pl.DataFrame:
    """old, new, who, day: numbers that all who left together exchanged for one and the same."""
    late = col("day") > col("day").max().over("old") - TOGETHER
    gone = (
        steps.filter(late)
        .group_by("old")
        .agg(
            col("new").first(),
            col("new").n_unique().alias("n"),
            who="record_id",
            day=col("day").min(),
        )
    )
    return gone.filter(col("n") == 1).drop("n")


def _lived_in(register: Register, homes: pl.Series) -> pl.DataFrame:
    """home: those of the numbers under which somebody still lives."""
    there = register.entries.filter(col("home").is_in(homes.unique().implode()))
    living = ~col("status").is_in(GONE).fill_null(False)
    return there.filter(living).select("home").unique().collect()


def _first_there(register: Register, homes: pl.Series) -> pl.DataFrame:
    """home, first: the entries that stood under a number on its first day."""
    rows = register.before.filter(col("home").is_in(homes.unique().implode()))
    rows = rows.filter(col("observed") == col("observed").min().over("home"))
    return rows.group_by("home").agg(first=col("record_id").unique()).collect()


def _known_by(groups: pl.DataFrame, register: Register) -> pl.DataFrame:
    """Every number of a group but the one that stood in the register first."""
    if not groups.height:
        return pl.DataFrame(schema=HOMES)
    rows = register.before.filter(col("home").is_in(groups["mark"].implode()))
    since = rows.group_by(mark="home").agg(since=col("observed").min()).collect()
    known = groups.join(since, on="mark", how="left").sort("group", "since", "mark")
    first = known.group_by("group", maintain_order=True).first().select("group", household="mark")
    led = groups.join(first, on="group").select("household", number="mark")
    return led.filter(col("number") != col("household")).select(*HOMES)
