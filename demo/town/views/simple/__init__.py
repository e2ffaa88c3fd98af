"""Classes told by a line of data each: who, how often, what. One reader for all of them."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import yaml
from polars import col

from core.sources import Field, sources
from demo.town.dice import Dice
from demo.town.life.housing import head_of
from demo.town.life.trouble import grown
from demo.town.span import Days, Numbers
from demo.town.views.kit import key
from demo.town.world import World

PERIODS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "term": 6, "yearly": 12}
RANGE = re.compile(r"(-?\d+)-(\d+)")
SHIFT = re.compile(r"day([+-]\d+)")


@cache
def told_by_data() -> dict[str, dict[str, Any]]:
    """Every class of these files by its id."""
    files = sorted(Path(__file__).parent.glob("*.yaml"))
    return {k: v for f in files for k, v in yaml.safe_load(f.read_text("utf-8")).items()}


def simple(world: World, class_id: str) -> pl.DataFrame:
    """The rows of one class: an entry of a register is brought up to date, an event is a row of its own."""
    about = told_by_data()[class_id]
    dice = world.dice(class_id)
    rows = _when(dice, world, about, _whom(dice, world, about))
    told = {
        name: _value(dice, sources()[class_id].fields[name], value, rows)
        for name, value in about["tells"].items()
    }
    every = col("on").dt.strftime("%y%m")
    anew = about.get("comes") in PERIODS and sources()[class_id].covers != "registry"
    number = key("whom", every) if anew else key("whom")
    rows = rows.with_columns(
        pl.concat_str(pl.lit(class_id[1:]), number, separator="-").alias("record_id")
    )
    return rows.drop("whom").with_columns(**told).with_columns(
        col("record_id").alias(n) for n, v in about["tells"].items() if v == "key"
    )  # fmt: skip


def _whom(dice: Dice, world: World, about: dict[str, Any]) -> pl.DataFrame:
    """person, home or region, numbered in `whom`."""
    if "things" in about:
        many = about["things"]
        return pl.DataFrame({"whom": range(many), "region": [world.city.code] * many})
    if "homes" in about:
        heads = head_of(world)
        homes = np.flatnonzero(np.isin(heads, grown(world, 0)))
        homes = _of_kind(world, homes, heads[homes], about)
        chosen = dice.some(homes, world.scaled(about["homes"]))
        return pl.DataFrame({"whom": range(len(chosen)), "home": chosen})
    low, high = map(int, about.get("age", "0-200").split("-"))
    people = grown(world, low, high)
    people = _of_kind(world, people, people, about)
    if about.get("with"):
        people = _also_in(world, people, about["with"])
    if about.get("without"):
        people = np.setdiff1d(people, world[about["without"]]["person"].to_numpy())
    chosen = dice.some(people, world.scaled(about["people"]))
    return pl.DataFrame({"whom": range(len(chosen)), "person": chosen})


def _of_kind(world: World, rows: Numbers, persons: Numbers, about: dict[str, Any]) -> Numbers:
    """Those of the kinds asked for; everybody when a small town has none."""
    if "kinds" not in about:
        return rows
    wanted = rows[world.kind_is(persons, *about["kinds"])]
    return wanted if len(wanted) else rows


def _also_in(world: World, people: Numbers, table: str) -> Numbers:
    found = np.intersect1d(people, world[table]["person"].to_numpy())
    return found if len(found) else people


def _when(dice: Dice, world: World, about: dict[str, Any], whom: pl.DataFrame) -> pl.DataFrame:
    first, last = world.span.first, world.span.last
    if "events" in about:
        days = int((last - first).astype(int)) - 5
        share = dice.chance(min(1.0, 2 * days / 730), whom.height) | (np.arange(whom.height) == 0)
        rows = whom.filter(pl.Series(share))
        on = first + dice.whole(-60, days, rows.height).astype("m8[D]")
        on[:1] = first + min(300, days // 2)
        return rows.with_columns(pl.Series("on", on)).sort("on")
    if about["comes"] == "standing":
        on = first - dice.whole(5, 30, whom.height).astype("m8[D]")
        return whom.with_columns(pl.Series("on", on))
    return whom.join(pl.DataFrame({"on": _periods(world, about["comes"])}), how="cross")


def _periods(world: World, comes: str) -> Days:
    """The day in each period on which such rows are made: early, so that they come with it."""
    months = world.span.months()
    wanted = months[months.astype("M8[M]").astype(np.int64) % PERIODS[comes] == 0]
    back = 12 if PERIODS[comes] > 1 else 2
    start = (world.span.first.astype("M8[M]") - back).astype("M8[D]")
    found: Days = wanted[wanted >= start] + 1
    return found


def _value(dice: Dice, field: Field, value: Any, rows: pl.DataFrame) -> Any:
    many = rows.height
    if isinstance(value, list):
        return _picked(dice, field, value, many)
    if isinstance(value, bool):
        return pl.lit(value)
    text = str(value)
    if found := RANGE.fullmatch(text):
        low, high = int(found[1]), int(found[2])
        return pl.Series(dice.whole(low, high, many) * field.scale)
    if text.startswith("before "):
        low, high = map(int, text[7:].split("-"))
        return col("on") - pl.duration(days=pl.lit(pl.Series(dice.whole(low, high, many))))
    return _moment(field, text, value)


def _moment(field: Field, text: str, value: Any) -> pl.Expr:
    """Something about the day itself, or a constant."""
    if found := SHIFT.fullmatch(text):
        return col("on") + pl.duration(days=int(found[1]))
    by_name = {"day": col("on"), "month": col("on").dt.truncate("1mo"), "year": col("on").dt.year()}
    if text in by_name:
        return by_name[text]
    return pl.lit(value * field.scale if isinstance(value, int) else value)


def _picked(dice: Dice, field: Field, options: list[Any], many: int) -> pl.Series:
    if field.type == "list":
        chosen = dice.index(len(options), many)
        return pl.Series([options[n] for n in chosen.tolist()], dtype=pl.List(pl.String))
    return dice.pick(options, many)
