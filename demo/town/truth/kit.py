"""Words truths are written with."""

from datetime import date
from typing import Any

import polars as pl
from polars import Expr, col, lit

from demo.town.truth.seen import LIVE
from demo.town.world import NOBODY, World

FINDING: dict[str, Any] = {
    "level": pl.String, "person": pl.Int64, "home": pl.Int64, "key": pl.String,
    "true_on": pl.Date, "visible_on": pl.Date, "surely_on": pl.Date, "closes_on": pl.Date,
    "closed_by": pl.Date, "why_closed": pl.String, "note": pl.String,
}  # fmt: skip
SILENCE: dict[str, Any] = {
    "person": pl.Int64, "home": pl.Int64, "key": pl.String, "from": pl.Date, "until": pl.Date, "why": pl.String,
}  # fmt: skip


def findings(rows: pl.DataFrame, **columns: Any) -> pl.DataFrame:
    """Findings in their shape: what is not told is null, *level* is must, *surely_on* is *visible_on*."""
    told = {"level": lit("must"), "person": lit(NOBODY), "home": lit(NOBODY)} | columns
    told.setdefault("true_on", told["visible_on"])
    told.setdefault("surely_on", told["visible_on"])
    return _shaped(rows, FINDING, told)


def silences(rows: pl.DataFrame, why: Any, **columns: Any) -> pl.DataFrame:
    """Named false alarms: *from* defaults to the day the watches went live, *until* to never."""
    told = {
        "from": lit(LIVE),
        "until": lit(None, pl.Date),
        "person": lit(NOBODY),
        "home": lit(NOBODY),
    }
    return _shaped(
        rows, SILENCE, told | columns | {"why": why if isinstance(why, Expr) else lit(why)}
    )


def _shaped(rows: pl.DataFrame, shape: dict[str, Any], told: dict[str, Any]) -> pl.DataFrame:
    said = {n: col(e) if isinstance(e, str) else e for n, e in told.items()}
    return rows.select(
        (said[name].cast(dtype) if name in said else lit(None, dtype=dtype)).alias(name)
        for name, dtype in shape.items()
    )


def nothing() -> pl.DataFrame:
    return pl.DataFrame(schema=FINDING)


def quiet() -> pl.DataFrame:
    return pl.DataFrame(schema=SILENCE)


def plus(name: str | Expr, days: int | Expr) -> Expr:
    day = col(name) if isinstance(name, str) else name
    return day + pl.duration(days=days)


def months_on(name: str, months: int) -> Expr:
    return col(name).dt.offset_by(f"{months}mo")


def latest(*days: Any) -> Expr:
    """The latest day; null if one is missing."""
    cells = [col(d) if isinstance(d, str) else lit(d) if isinstance(d, date) else d for d in days]
    known = pl.all_horizontal(c.is_not_null() for c in cells)
    return pl.when(known).then(pl.max_horizontal(*cells))


def earliest(*days: Any) -> Expr:
    """The earliest day of those that are known."""
    cells = [col(d) if isinstance(d, str) else lit(d) if isinstance(d, date) else d for d in days]
    return pl.min_horizontal(*cells)


def home_of(world: World, person: str = "person") -> Expr:
    return lit(world.people["home"]).gather(col(person))


def kind_of(world: World, person: str = "person") -> Expr:
    """The kind of help a person's household has."""
    return lit(world.homes["kind"]).gather(home_of(world, person))


def birthday(world: World, age: int, person: str = "person") -> Expr:
    return lit(world.people["born"]).gather(col(person)).dt.offset_by(f"{age}y")


def alive_until(world: World, person: str = "person") -> Expr:
    return lit(world.people["until"]).gather(col(person))
