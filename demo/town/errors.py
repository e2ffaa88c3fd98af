"""What goes wrong on the way: typing errors, wrong people, late batches, a feed that stops.

Rows go wrong at small rates. A row that cannot be read goes back and comes again; a row about the
wrong person, or with a wrong amount, is believed until its correction arrives. Everything is
written down, because the truth must know.
"""

from dataclasses import dataclass, field

import numpy as np
import polars as pl
from polars import col, lit

from core.sources import Field, Source, sources
from demo.town.delays import Batches, late_batches, outages, working_days
from demo.town.feed import OBSERVED
from demo.town.numbers import old_number, wrong_check
from demo.town.span import Days, Numbers
from demo.town.world import World

PHANTOM = "-X"
RATE = 0.0016  # of rows
SHORTEST = 12  # rows of a file
MOST = 70  # of one class
UNTOUCHED = (
    "P02-01",
    "P02-02",
    "P02-04",
    "P01-01",
    "P01-02",
    "P01-03",
    "P01-04",
    "M22-01",
    "M23-01",
)
KINDS = {"check_digit": 4, "bad_date": 2, "future_date": 2, "bad_word": 2, "bad_number": 2,
         "wrong_person": 2, "wrong_amount": 2, "late": 5, "phantom": 1}  # fmt: skip
REJECTED = ("check_digit", "bad_date", "future_date", "bad_word", "bad_number")
OLD_NUMBERS = ("M04-02", "P12-01", "M13-02", "P14-04")  # departments that still write 15 places
LOG = ("class_id", "record_id", "kind", "wrong_from", "right_from", "rejected", "person", "home")


@dataclass
class Wrongs:
    """The log of all errors, and per class the rows as they are delivered (flag `wrong`)."""

    world: World
    rows: list[tuple[object, ...]] = field(default_factory=list)
    batches: Batches = field(default_factory=list)


def with_errors(wrongs: Wrongs, class_id: str, good: pl.DataFrame) -> pl.DataFrame:
    """The rows of one class with their errors, in order of delivery; `wrong` marks bad rows."""
    dice = wrongs.world.dice(f"errors {class_id}")
    rows = _old_numbers(class_id, good).with_columns(wrong=False, suffix=lit(""))
    rows = late_batches(wrongs.world, wrongs.batches, class_id, rows)
    rows = outages(wrongs.world, wrongs.batches, class_id, rows)
    chosen = _chosen(wrongs.world, class_id, rows)
    kinds = dice.pick(list(KINDS), len(chosen), list(KINDS.values())).to_list()
    for kind in KINDS:
        places = chosen[[k == kind for k in kinds]]
        rows = _spoil(wrongs, class_id, rows, kind, places)
    return rows.sort(OBSERVED, maintain_order=True)


def _old_numbers(class_id: str, rows: pl.DataFrame) -> pl.DataFrame:
    if class_id not in OLD_NUMBERS or "id_no" not in rows.columns:
        return rows
    born_before = col("id_no").str.slice(6, 2) == "19"
    every_third = pl.int_range(pl.len()) % 3 == 0
    return rows.with_columns(
        id_no=pl.when(born_before & every_third).then(old_number(col("id_no"))).otherwise("id_no")
    )


def _chosen(world: World, class_id: str, rows: pl.DataFrame) -> Numbers:
    """Positions of rows that go wrong: records with one version, delivered after the first day, in
    files of some length: a file that is mostly wrong would be refused as a whole."""
    if class_id in UNTOUCHED:
        return np.zeros(0, np.int64)
    single = ~col("record_id").is_duplicated() & (col(OBSERVED) > world.span.first.item())
    single &= (col("suffix") == "") & (pl.len().over(OBSERVED) >= SHORTEST)
    places = rows.select(pl.arg_where(single)).to_series().to_numpy().astype(np.int64)
    many = min(round(RATE * len(places)), MOST)
    return world.dice(f"wrong {class_id}").some(places, many)


def _spoil(
    wrongs: Wrongs, class_id: str, rows: pl.DataFrame, kind: str, places: Numbers
) -> pl.DataFrame:
    """The wrong rows stay where they were; the right ones come with a later delivery."""
    source = sources()[class_id]
    hit = pl.int_range(pl.len()).is_in(pl.Series(places).implode())
    right = rows.filter(hit)
    bad = _made_wrong(wrongs.world, source, right, kind) if right.height else None
    if bad is None:
        return rows
    comes = _later(wrongs.world, class_id, right[OBSERVED].to_numpy(), kind)
    again = right.with_columns(pl.Series(OBSERVED, comes), suffix=lit("-again"))
    known = kind in ("wrong_person", "wrong_amount")
    again = again.with_columns(op=lit("upd")) if known else again
    if kind == "phantom":
        again = bad.with_columns(
            pl.Series(OBSERVED, comes), op=lit("del"), wrong=False, suffix=lit("-again")
        )
    _log(wrongs, class_id, bad, right, comes, kind)
    kept = rows if kind == "phantom" else rows.filter(~hit)
    bad = bad.filter(lit(kind != "late"))
    return pl.concat([kept, bad, again.drop_nulls(OBSERVED)])


def _made_wrong(
    world: World, source: Source, right: pl.DataFrame, kind: str
) -> pl.DataFrame | None:
    """The same rows gone wrong; None if the class has nothing that can go wrong this way."""
    if kind == "late":
        return right.with_columns(wrong=True)
    if kind in ("check_digit", "wrong_person", "phantom"):
        return _about_nobody(world, right, kind) if "id_no" in right.columns else None
    name = _field_for(source, right, kind)
    if name is None:
        return None
    spoiled = {"bad_date": lit("2022-02-30"), "bad_word": lit("见备注"), "bad_number": lit("约三百"),
               "future_date": lit("2031-01-01"), "wrong_amount": lit("9") + col(name)}  # fmt: skip
    return right.with_columns(spoiled[kind].alias(name), wrong=lit(True))


def _about_nobody(world: World, right: pl.DataFrame, kind: str) -> pl.DataFrame:
    if kind == "check_digit":
        return right.with_columns(id_no=wrong_check(col("id_no")), wrong=lit(True))
    ids = world.people["id_no"]
    place = world.dice(f"others {right['record_id'][0]}").whole(0, len(ids) - 2, right.height)
    other, next_one = (lit(ids).gather(lit(pl.Series(place + n))) for n in (0, 1))
    others = right.with_columns(
        id_no=pl.when(other == col("id_no")).then(next_one).otherwise(other), wrong=lit(True)
    )
    if kind == "wrong_person":
        return others
    return others.with_columns(record_id=col("record_id") + PHANTOM, op=lit("add"))


def _field_for(source: Source, right: pl.DataFrame, kind: str) -> str | None:
    """A field of the class that is filled in every row and can go wrong this way."""
    for name, about in source.fields.items():
        if name in right.columns and _fits(about, kind) and right[name].null_count() == 0:
            return name
    return None


def _fits(about: Field, kind: str) -> bool:
    if about.sealed:
        return False
    if kind in ("bad_date", "future_date"):
        return about.type == "date" and (kind == "bad_date" or not about.future)
    if kind == "bad_word":
        return about.type == "enum"
    if kind == "bad_number":
        return about.type in ("int", "decimal")
    return about.type == "decimal" and "元" in about.unit


def _later(world: World, class_id: str, observed: Days, kind: str) -> Days:
    """The delivery that brings the right row: the next but one, for late rows some more."""
    days = working_days(world, class_id)
    daily = sources()[class_id].frequency in ("daily", "realtime", "on_demand")
    step = (9 if kind == "late" else 3) if daily else 1
    place = np.searchsorted(days, observed) + step
    comes = days[np.minimum(place, len(days) - 1)].copy()
    comes[place >= len(days)] = np.datetime64("NaT")
    return comes


def _log(
    wrongs: Wrongs, class_id: str, bad: pl.DataFrame, right: pl.DataFrame, comes: Days, kind: str
) -> None:
    def column(frame: pl.DataFrame, name: str) -> list[str | None]:
        blank: list[str | None] = [None] * frame.height
        return frame[name].to_list() if name in frame.columns else blank

    about = zip(
        column(bad, "record_id"), bad[OBSERVED].to_list(), comes.tolist(), column(right, "id_no"),
        column(bad, "id_no"), column(right, "household_no"), strict=True,
    )  # fmt: skip
    for record, since, until, who, said, home in about:
        other = said if kind in ("wrong_person", "phantom") else None
        wrongs.rows.append(
            (class_id, record, kind, since, until, kind in REJECTED, who, other, home)
        )
