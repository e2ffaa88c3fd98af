"""MON-15 独居老人用水用电骤降：用电连续两天低于基线两成，或 36 小时没有用水。"""

import polars as pl
from polars import col, lit

from demo.town.truth.alarms import with_excuse
from demo.town.truth.kit import findings, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M24-04": (), "M25-03": ()}
CLASS = {"electricity": ("M24-04", "RYD"), "water": ("M25-03", "SBY")}


def drops(world: World, seen: Seen) -> pl.DataFrame:
    """Drops with the day their second bad reading and their first good one were seen."""
    frames = []
    for meter, (class_id, prefix) in CLASS.items():
        rows = world["drops"].filter(col("meter") == meter)
        rows = seen.day_of(rows, class_id, form(prefix + "-{}-1", "row"), "second")
        frames.append(seen.day_of(rows, class_id, form(prefix + "-{}-{}", "row", "days"), "well"))
    return pl.concat(frames)


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = drops(world, seen).filter(col("cause") == "real").drop_nulls("second")
    rows = with_excuse(world, rows, col("second"))
    return findings(
        rows, person="person", home="home", key="meter",
        level=pl.when(col("excused").is_not_null()).then(lit("may")).otherwise(lit("must")),
        true_on=plus("on", 1), visible_on="second",
        surely_on=plus("second", 1), closes_on="well", closed_by=plus("well", 1), why_closed=lit("用量恢复"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = drops(world, seen).filter(col("cause") != "real")
    why = (
        pl.when(col("cause") == "away")
        .then(lit("外出或住院，已报"))
        .otherwise(lit("停水停电检修，只有一天"))
    )
    return silences(
        rows,
        why,
        person="person",
        home="home",
        key="meter",
        **{"from": "on", "until": plus("on", col("days") + 3)},
    )
