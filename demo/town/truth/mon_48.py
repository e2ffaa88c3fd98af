"""MON-48 严重精神障碍随访失联或断药：30 天没有随访，或停了药，家庭低收入。"""

import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen, date_of
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P05-05": ("last_follow", "medication")}


def follow_ups(seen: Seen) -> pl.DataFrame:
    rows = seen.rows["P05-05"].select(
        OBSERVED,
        "medication",
        person=col("record_id").str.strip_prefix("JS-").cast(pl.Int64),
        on=date_of("last_follow"),
    )
    return rows.sort("person", "on").with_columns(
        next_seen=col(OBSERVED).shift(-1).over("person"), next_on=col("on").shift(-1).over("person")
    )


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = follow_ups(seen).with_columns(home=home_of(world))
    end = lit(world.span.last.item())
    silent = rows.filter(pl.coalesce("next_seen", end) > plus("on", 31))
    lost = findings(
        silent, person="person", home="home", key=lit("lost"), true_on=plus("on", 31), visible_on=plus("on", 31),
        level=pl.when(pl.coalesce("next_on", end) > plus("on", 33)).then(lit("must")).otherwise(lit("may")),
        surely_on=plus("on", 32), closes_on="next_seen", closed_by=plus("next_seen", 1), why_closed=lit("随访到了"),
    )  # fmt: skip
    off = rows.with_columns(stops=col("medication") == "不服药")
    off = off.with_columns(
        run=(col("stops") != col("stops").shift(1).over("person"))
        .fill_null(True)
        .cum_sum()
        .over("person")
    )
    runs = (
        off.filter("stops")
        .group_by("person", "run")
        .agg(
            home=col("home").first(),
            first=col(OBSERVED).min(),
            on=col("on").min(),
            well=col("next_seen").last(),
        )
    )
    inside = _in_hospital(world, runs).select("person", "run").unique()
    runs = runs.join(inside.with_columns(inside=lit(True)), on=["person", "run"], how="left")
    stopped = findings(
        runs.sort("person", "run"), person="person", home="home", key=lit("medicine"), true_on="on", visible_on="first",
        level=pl.when(col("inside")).then(lit("may")).otherwise(lit("must")),
        closes_on="well", closed_by=plus("well", 1), why_closed=lit("恢复服药"),
    )  # fmt: skip
    told = pl.concat([lost, stopped])
    return low_or_maybe(told, world, seen)


def _in_hospital(world: World, runs: pl.DataFrame) -> pl.DataFrame:
    """The runs that were first seen during a stay, where medicine is given (住院)."""
    stays = world["stays"].select("person", "admitted", "settled")
    met = runs.join(stays, on="person")
    return met.filter(col("first").is_between(plus("admitted", -3), plus("settled", 10)))


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Followed up in time every time, and never without medicine."""
    rows = follow_ups(seen)
    end = lit(world.span.last.item())
    late = (pl.coalesce("next_seen", end) > plus("on", 29)) | (col("medication") == "不服药")
    well = rows.group_by("person").agg(late.any().alias("late")).filter(~col("late"))
    well = well.with_columns(home=home_of(world)).sort("person")
    return silences(well, "按时随访、按时服药", person="person", home="home")
