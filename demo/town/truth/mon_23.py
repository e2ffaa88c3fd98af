"""MON-23 学生连续缺勤：义务教育阶段连续三个上课日没来，也没有请假。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M05-02": ("followed_up",)}


def absences(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["absences"].with_columns(home=home_of(world), key=form("QQ-{}", "row"))
    rows = seen.day_of(rows, "M05-02", col("key"), "told", col("followed_up") == "否")
    return seen.day_of(
        rows, "M05-02", col("key"), "back_seen", col("followed_up") == "是"
    ).drop_nulls("told")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = absences(world, seen).filter(col("why") == "")
    return findings(
        rows, person="person", home="home", key="key", true_on=plus("on", 3), visible_on="told",
        closes_on="back_seen", closed_by=plus("back_seen", 1), why_closed=lit("已返校"),
        level=pl.when(col("back_seen") == col("told")).then(lit("may")).otherwise(lit("must")),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = absences(world, seen).filter(col("why") != "")
    return silences(
        rows,
        col("why"),
        person="person",
        home="home",
        key="key",
        **{"from": "told", "until": "back"},
    )
