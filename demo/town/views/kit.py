"""Small words views are written with."""

from datetime import date
from typing import Any

import polars as pl
from polars import Expr, col, lit

from demo.town.world import World


def key(*parts: str | Expr) -> Expr:
    """A record number of ours from row numbers, months and days."""
    cells = [col(p) if isinstance(p, str) else p for p in parts]
    return pl.concat_str(*(c.cast(pl.String) for c in cells), separator="-")


def month_key(name: str) -> Expr:
    return col(name).dt.strftime("%Y%m")


def later(name: str, days: int | Expr) -> Expr:
    return col(name) + pl.duration(days=days)


def word(text: str | None) -> Expr:
    return lit(text, dtype=pl.String)


def none(dtype: Any) -> Expr:
    return lit(None, dtype=dtype)


def of_person(world: World, column: str, person: str = "person") -> Expr:
    """A column of `people` beside a person; null for nobody."""
    known = pl.when(col(person) >= 0).then(col(person))
    return lit(world.people[column]).gather(known)


def of_home(world: World, column: str, home: str = "home") -> Expr:
    return lit(world.homes[column]).gather(col(home))


def here(world: World, frame: pl.DataFrame, on: str = "on") -> pl.DataFrame:
    """Only rows about people who live in the town on that day."""
    since, until = of_person(world, "since"), of_person(world, "until")
    return frame.filter(since <= col(on), until.is_null() | (col(on) < until))


def first_day(world: World) -> date:
    return world.span.first_date


def last_day(world: World) -> date:
    return world.span.last_date


def versions(*frames: pl.DataFrame) -> pl.DataFrame:
    """Versions of records one after the other; columns a version does not tell are null."""
    return pl.concat(frames, how="diagonal_relaxed")
