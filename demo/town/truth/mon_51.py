"""MON-51 儿童主任探访未达频次：困境儿童当月没有探访；月中还没去的，月底前都可能被提醒（或）。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M01-14": (), "P01-07": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["child_months"].with_columns(
        home=home_of(world), ym=col("month").dt.strftime("%Y%m")
    )
    rows = seen.day_of(rows, "M01-14", form("TF-{}-{}", "person", "ym"), "told")
    following = form("TF-{}-{}", "person", col("month").dt.offset_by("1mo").dt.strftime("%Y%m"))
    rows = seen.day_of(rows, "M01-14", following, "next_told")
    missed = col("visited").is_null()
    month_over = col("month").dt.offset_by("1mo")
    told = findings(
        rows, person="person", home="home", key="ym", visible_on="month", true_on=month_over,
        level=pl.when(missed).then(lit("must")).otherwise(lit("may")),
        surely_on=pl.when(missed).then(plus(month_over, 14)).otherwise("month"),
        closes_on=pl.when(missed).then(pl.max_horizontal(pl.coalesce("next_told", plus(month_over, 31)), plus(month_over, 15)))
        .otherwise("told"), closed_by=plus(month_over, 45), why_closed=lit("有了探访记录"),
    ).filter(col("closes_on").is_null() | (col("closes_on") > col("visible_on")))  # fmt: skip
    return pl.concat([told, _new(world, seen)])


def _new(world: World, seen: Seen) -> pl.DataFrame:
    """Children newly in the register are not due yet, or already are, until their first visit."""
    rows = world["children"].filter(col("kind") != "流动").with_columns(home=home_of(world))
    rows = seen.day_of(rows, "P01-07", form("ET-{}", "person"), "listed").drop_nulls("listed")
    return findings(
        rows,
        person="person",
        home="home",
        key=lit("new"),
        level=lit("may"),
        visible_on="listed",
        closes_on=plus("since", 62),
        closed_by=plus("since", 70),
        why_closed=lit("有了探访记录"),
    )


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Visited this month."""
    rows = (
        world["child_months"]
        .drop_nulls("visited")
        .with_columns(
            home=home_of(world),
            ym=col("month").dt.strftime("%Y%m"),
            over=col("month").dt.offset_by("1mo"),
        )
    )
    rows = seen.day_of(rows, "M01-14", form("TF-{}-{}", "person", "ym"), "told").drop_nulls("told")
    rows = rows.filter(col("told") < col("over"))
    days = {"from": "told", "until": "over"}
    return silences(rows, "当月探访过", person="person", home="home", key="ym", **days)
