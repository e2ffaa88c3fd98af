"""The people of the city around the town: who they are, whom they live with."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from polars import col

from demo.town.dice import Dice
from demo.town.life.families import RELATION
from demo.town.names import names
from demo.town.numbers import id_numbers
from demo.town.places import settle
from demo.town.span import Days, Numbers, Span
from demo.town.wording import form
from demo.town.world import World

# Who lives together (weight): role and age, youngest to oldest.
HOMES: tuple[tuple[int, tuple[tuple[str, int, int], ...]], ...] = (
    (35, (("head", 28, 62), ("spouse", 27, 60))),
    (34, (("head", 32, 54), ("spouse", 30, 52), ("child", 2, 24))),
    (10, (("head", 33, 50), ("spouse", 31, 48), ("child", 3, 20), ("child", 1, 18))),
    (12, (("head", 61, 84), ("spouse", 60, 82))),
    (9, (("head", 38, 54), ("spouse", 36, 52), ("child", 8, 24), ("parent", 64, 86), ("parent", 62, 84))),
)  # fmt: skip


@dataclass(frozen=True)
class Crowd:
    """*people*: record columns as text, and born, male, home as numbers; *span* of the town."""

    people: pl.DataFrame
    span: Span


def crowd_of(world: World, households: int) -> Crowd:
    dice = world.dice("city")
    kind = dice.index(len(HOMES), households, [w for w, _ in HOMES])
    frames = [
        _members(dice, world, np.flatnonzero(kind == n), HOMES[n][1]) for n in range(len(HOMES))
    ]
    people = pl.concat(frames).sort("home", "place")
    homes = (
        settle(dice, world.places, households)
        .with_row_index("home")
        .with_columns(
            pl.col("home").cast(pl.Int64),
            household_no=form("PH{}", pl.int_range(pl.len()) + 20_000_001),
        )
    )
    people = people.join(homes, on="home", how="left", maintain_order="left")
    born, male = people["born"].to_numpy(), people["male"].to_numpy()
    towns = {code: 301 + n for n, code in enumerate(world.places.towns)}
    area = people["town"].replace_strict(towns, return_dtype=pl.Int64).to_numpy()
    people = people.with_columns(names(dice, born, male), id_numbers(area, born, male))
    return Crowd(people.with_row_index("n"), world.span)


def _members(
    dice: Dice, world: World, homes: Numbers, roles: tuple[tuple[str, int, int], ...]
) -> pl.DataFrame:
    many = len(homes)
    frames = []
    for place, (role, low, high) in enumerate(roles):
        age = dice.whole(low, high, many)
        born = world.span.first - (age * 365.25).astype("m8[D]") - dice.whole(0, 360, many)
        male = (
            dice.whole(0, 1, many)
            if role in ("child", "parent")
            else np.full(many, int(role == "head"))
        )
        frames.append(
            pl.DataFrame({"home": homes, "place": place, "role": role, "male": male, "born": born,
                          "relation": np.where(male == 1, *RELATION[role])},
                         schema_overrides={"role": pl.String, "relation": pl.String})
        )  # fmt: skip
    return pl.concat(frames)


def students(people: pl.DataFrame) -> pl.DataFrame:
    """Young people between eighteen and twenty-two, with the years of their studies."""
    year = col("born").dt.year() + (col("born").dt.month() >= 9).cast(pl.Int32)
    rows = people.filter(col("role") == "child").with_columns(year=year)
    return rows.filter(col("year").is_between(1999, 2003)).with_columns(
        enrolled=form("{}-09-01", col("year") + 18), graduates=form("{}-06-30", col("year") + 22)
    )


def birthday_of(people: pl.DataFrame, years: Numbers) -> pl.Series:
    born: Days = people["born"].to_numpy()
    year = born.astype("M8[Y]") + years
    return pl.Series(
        (year.astype("M8[M]") + born.astype("M8[M]").astype(np.int64) % 12).astype("M8[D]")
    )
