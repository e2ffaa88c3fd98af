"""MON-39 消防隐患整改超期：过了限期，还没有整改记录。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, latest, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M16-02": ("fixed_at",)}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["hazards"].with_columns(key=form("ZG-{}", "row"))
    rows = seen.day_of(rows, "M16-02", col("key"), "told").drop_nulls("told")
    rows = seen.day_of(rows, "M16-02", col("key"), "done", col("fixed_at").is_not_null())
    in_time = (col("fixed") <= col("due")).fill_null(False)
    rows = rows.with_columns(visible=latest(plus("due", 1), "told"))
    return findings(
        rows.filter(col("done").is_null() | (col("done") > col("visible"))), home="home", key="key",
        level=pl.when(in_time).then(lit("may")).otherwise(lit("must")), true_on=plus("due", 1),
        visible_on="visible", surely_on=plus("visible", 1), closes_on="done", closed_by=plus("done", 1),
        why_closed=lit("整改完成"), note=pl.when(in_time).then(lit("已整改，登记迟了")),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Every hazard of the home was mended, and told as mended, by the day it was due."""
    rows = world["hazards"].with_columns(key=form("ZG-{}", "row"))
    rows = seen.day_of(rows, "M16-02", col("key"), "done", col("fixed_at").is_not_null())
    late = rows.filter((col("done") > col("due")).fill_null(True)).select("home")
    rows = rows.join(late, on="home", how="anti").unique("home").sort("home")
    return silences(rows, "按期整改了", home="home", key="key")
