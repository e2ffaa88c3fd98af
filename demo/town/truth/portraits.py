"""Which of the five types a household belongs to, for a sample and where the world leaves no doubt.

Gates as the dossier tells them (chapter 4.2). `open` stands where a reading could differ: then
nothing is to be checked.
"""

from datetime import date
from typing import Any

import numpy as np
import polars as pl
from polars import col, lit

from demo.town.truth.calm import calm, struck
from demo.town.truth.kit import home_of
from demo.town.truth.listed import low, well_off
from demo.town.truth.mon_02 import able
from demo.town.truth.seen import Seen
from demo.town.world import World

DAYS = (date(2022, 7, 15), date(2023, 6, 30))
SAMPLE = 300
NEEDS: dict[str, tuple[str, ...]] = {}


def portraits(world: World, seen: Seen) -> pl.DataFrame:
    """household_no, at, and yes / no / open for each type."""
    days = [d for d in DAYS if np.datetime64(d) <= world.span.last]
    frames = [_on(world, seen, day) for day in days]
    chosen = world.dice("portraits").some(np.arange(world.homes.height), SAMPLE)
    burnt = pl.concat([struck(world, day) for day in days])
    wanted = pl.concat([pl.Series(chosen, dtype=pl.Int64), burnt.cast(pl.Int64)])
    rows = pl.concat(frames).filter(col("home").is_in(wanted.implode()))
    return rows.with_columns(household_no=lit(world.homes["household_no"]).gather("home")).select(
        "household_no", "at", "兜底型", "急难型", "支出型", "关爱型", "发展型"
    )


def _on(world: World, seen: Seen, day: date) -> pl.DataFrame:
    homes = world.homes.select("home", "kind", "template")
    lists = low(world, seen).with_columns(
        listed=(col("low_from") <= lit(day))
        & (col("low_to").is_null() | (col("low_to") > lit(day)))
    )
    place = int((np.datetime64(day) - world.span.first).astype(int))
    labour = pl.DataFrame(
        {"home": np.arange(world.homes.height), "some": able(world, seen, surely=True)[:, place] > 0,
         "none": able(world, seen, surely=False)[:, place] == 0}
    )  # fmt: skip
    rows = homes.join(lists.select("home", "listed"), on="home", how="left").with_columns(
        col("listed").fill_null(False)
    )
    rows = rows.join(labour, on="home", how="left").join(
        _needs_care(world, day), on="home", how="left"
    )
    return rows.sort("home").with_columns(at=lit(day)).with_columns(*_types(world, day))


def _needs_care(world: World, day: date) -> pl.DataFrame:
    """home, old, disabled, steady, special: what the family type looks at."""
    people = world.people.filter(
        col("since") <= lit(day), col("until").is_null() | (col("until") > lit(day))
    ).with_columns(
        old=col("born") <= lit(day).dt.offset_by("-60y"),
        disabled=col("person").is_in(_certified(world, day).implode()),
        special=col("person").is_in(_special(world, day).implode()),
    )
    return people.group_by("home").agg(
        col("old").any(), col("disabled").any(), col("special").any(), size=pl.len()
    )


def _special(world: World, day: date) -> pl.Series:
    early = pl.lit(day).dt.offset_by("-25d")
    rows = world["special"].filter(
        col("since") <= early, col("until").is_null() | (col("until") > lit(day))
    )
    return rows["person"]


def _certified(world: World, day: date) -> pl.Series:
    """People with a certificate that has been in force for weeks and still is."""
    rows = world["certificates"].filter(
        plus_days("issued", 40) <= lit(day),
        col("valid_to").is_null() | (col("valid_to") > lit(day)),
        col("replaced").is_null() | (col("replaced") > lit(day)),
    )
    return rows["person"]


def _types(world: World, day: date) -> list[pl.Expr]:
    yes, no, unsure = lit("yes"), lit("no"), lit("open")
    lived = col("size").fill_null(0) > 0
    single = col("kind").is_in(["tekun", "danrenbao"]) & col("listed")
    idle = (col("kind") == "dibao") & col("listed") & col("none")
    working = (col("kind") == "dibao") & col("listed") & col("some")
    bottom = (
        pl.when(single | idle)
        .then(yes)
        .when(working | (col("kind") == "edge") & col("listed"))
        .then(no)
    )
    care = pl.when(col("special") | (col("listed") & (col("old") | col("disabled")))).then(yes)
    cared_for = care.when(col("home").is_in(_without_worry(world).implode())).then(no)
    blow = pl.when(col("home").is_in(struck(world, day).implode())).then(yes)
    blow_struck = blow.when(col("home").is_in(calm(world).implode())).then(no)
    growth = (
        pl.when(col("listed") & col("some")).then(yes).when(col("listed") & col("none")).then(no)
    )
    spent = pl.when(_rigid(world, day)).then(yes)
    told: dict[str, Any] = {
        "兜底型": bottom,
        "急难型": blow_struck,
        "支出型": spent,
        "关爱型": cared_for,
        "发展型": growth,
    }
    return [
        pl.when(lived).then(e.otherwise(unsure)).otherwise(unsure).alias(n) for n, e in told.items()
    ]


def _without_worry(world: World) -> pl.Series:
    """Homes that are well off, never on a list, without a child or an elder that is looked after."""
    watched = [world[t].select(home=home_of(world)) for t in ("children", "special")]
    listed = world["aid"].select("home")
    rows = well_off(world).join(pl.concat([*watched, listed]), on="home", how="anti")
    return rows["home"].sort()


def _rigid(world: World, day: date) -> pl.Expr:
    """Homes on the rigid-expenditure list that day, with a month's margin on both sides."""
    terms = world["terms"].filter(
        col("kind") == "rigid", plus_days("begin", 30) <= lit(day), col("final") >= lit(day)
    )
    return col("home").is_in(terms["home"].implode())


def plus_days(name: str, days: int) -> pl.Expr:
    return col(name) + pl.duration(days=days)
