"""Deliveries that come late as a whole: a batch held back for weeks, a feed that stops for days."""

from datetime import date, timedelta

import numpy as np
import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.rhythm import delivery_days
from demo.town.span import Days
from demo.town.world import World

Batches = list[tuple[object, ...]]
OUTAGES = (("M01-02", "2022-11-08", 3), ("P03-03", "2022-10-11", 8))
LATE_BATCH = (("P04-02", "2022-08-22", 18), ("P10-01", "2022-06-20", 15))


def late_batches(world: World, batches: Batches, class_id: str, rows: pl.DataFrame) -> pl.DataFrame:
    """A batch that comes weeks late, as far as its records have no other version."""
    for late_class, day, wait in LATE_BATCH:
        on = np.datetime64(day)
        if late_class != class_id or on + wait > world.span.last:
            continue
        near = (col(OBSERVED) > (on - 4).item()) & (col(OBSERVED) <= on.item())
        late = near & ~col("record_id").is_duplicated()
        batches.append((class_id, "late_batch", on.item(), (on + wait).item()))
        rows = rows.with_columns(
            pl.when(late).then(lit((on + wait).item())).otherwise(OBSERVED).alias(OBSERVED),
            suffix=pl.when(late).then(lit("-late")).otherwise("suffix"),
        )
    return rows


def outages(world: World, batches: Batches, class_id: str, rows: pl.DataFrame) -> pl.DataFrame:
    """A feed that stops: what was to come in those days comes together when it is back."""
    for day, back in outages_of(world, class_id):
        batches.append((class_id, "outage", day, back))
        silent = (col(OBSERVED) >= day) & (col(OBSERVED) < back)
        rows = rows.with_columns(
            pl.when(silent).then(lit(back)).otherwise(OBSERVED).alias(OBSERVED)
        )
        newest = ~col("record_id").is_duplicated() | (col(OBSERVED) != back)
        rows = rows.filter(newest | pl.struct("record_id", OBSERVED).is_last_distinct())
    return rows


def working_days(world: World, class_id: str) -> Days:
    """The delivery days of a class on which its feed works."""
    days = delivery_days(class_id, world.span)
    for first, back in outages_of(world, class_id):
        days = days[(days < np.datetime64(first)) | (days >= np.datetime64(back))]
    return days


def outages_of(world: World, class_id: str) -> list[tuple[date, date]]:
    """First silent day, and the day the feed is back."""
    found = [(date.fromisoformat(d), n) for c, d, n in OUTAGES if c == class_id]
    pairs = [(day, day + timedelta(days=n)) for day, n in found]
    return [(day, back) for day, back in pairs if back <= world.span.last_date]
