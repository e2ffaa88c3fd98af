"""MON-26 火灾、房屋损毁：接警出动，或受灾房屋倒塌、严重损坏。烟感误报不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.alarms import alarms, doubtful, not_real
from demo.town.truth.kit import findings, home_of, plus
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M16-03": (), "M15-01": (), "M16-04": ()}


def fires(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["fires"].with_columns(home=home_of(world), key=form("HJ-{}", "row"))
    return seen.day_of(rows, "M16-03", col("key"), "told").drop_nulls("told")


def storms(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["storms"].with_columns(home=home_of(world), key=form("ZH-{}", "row"))
    return seen.day_of(rows, "M15-01", col("key"), "told").drop_nulls("told")


def found(world: World, seen: Seen) -> pl.DataFrame:
    ruined = storms(world, seen).filter(col("house").is_in(["倒塌", "严重损坏"]))
    struck = [
        findings(rows, person="person", home="home", key="key", true_on="on", visible_on="told",
                 closes_on=plus("told", 15), why_closed=lit("临时安置和救助"))
        for rows in (fires(world, seen), ruined)
    ]  # fmt: skip
    smoke = alarms(world, seen, "火警", smoke=True)
    real = findings(
        smoke.filter(col("cause") == "real"),
        home="home",
        person="person",
        key="key",
        level=lit("may"),
        visible_on="told",
        closes_on="well",
        why_closed=lit("恢复"),
        note=lit("独立烟感火警"),
    )
    return pl.concat([*struck, real, doubtful(smoke, "烟感误报")])


def silent(world: World, seen: Seen) -> pl.DataFrame:
    return not_real(alarms(world, seen, "火警", smoke=True), person=False)
