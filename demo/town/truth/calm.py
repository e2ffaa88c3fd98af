"""Homes something terrible has just happened to, and homes nothing ever happens to."""

from datetime import date

import polars as pl
from polars import col, lit

from demo.town.truth.kit import home_of
from demo.town.world import World

BLOWS = (
    "fires", "accidents", "storms", "serious", "work_injuries", "deaths", "police", "missing", "prison", "rehab",
    "jobs", "children", "devices", "abilities", "certificates", "stays", "mental", "absences",
)  # fmt: skip
TOLD_BY = 10  # days after which every department has told it
UNSETTLED = 60  # days in which it cannot be over


def struck(world: World, day: date) -> pl.Series:
    """Homes that burnt some weeks before that day."""
    ago = lit(day) - col("on")
    rows = world["fires"].with_columns(home=home_of(world), ago=ago.dt.total_days())
    return rows.filter(col("ago").is_between(TOLD_BY, UNSETTLED))["home"].unique().sort()


def calm(world: World) -> pl.Series:
    """Homes without anybody who was struck, watched over, in need of care or at work that could end."""
    met = [world[t].select(home=home_of(world)) for t in BLOWS]
    met += [world[t].select("home") for t in ("drops", "cuts", "hazards")]
    return world.homes.join(pl.concat(met), on="home", how="anti")["home"].sort()
