"""Promised help as our own records tell it, for the monitors that ask after it."""

from datetime import date, timedelta

import polars as pl
from polars import col

from core.catalogue import offers
from core.clock import day_of
from core.history import History
from core.portrait import TYPES
from core.store.casework import Case, Task
from scheduler.monitors.frames.tasks import NAMES, Interval, Promise

LOOKS_BACK = timedelta(days=400)
OPEN = ("proposed", "accepted", "waiting")


async def promises(at: date, history: History) -> list[Promise]:
    """What was promised and is open, and what was done in a bit more than the last year."""
    rows = await Task.filter(case__opened_on__lte=at).prefetch_related("case").order_by("id")
    told = [row for row in rows if row.state in OPEN or day_of(row.changed_at) > at - LOOKS_BACK]
    heard = [row for row in told if day_of(row.changed_at) <= at]
    done = {row.case.household for row in heard if row.state == "done"}
    portraits = history.of(*done) if done else None
    return [_promise(row, portraits) for row in heard]


def _promise(row: Task, portraits: pl.DataFrame | None) -> Promise:
    offer = offers()[row.offer]
    done = day_of(row.changed_at) if row.state == "done" else None
    return Promise(
        task=str(row.id),
        household=row.case.household,
        region=row.case.region,
        unit=row.unit,
        offer=row.offer,
        types=offer.types,
        promised_on=row.promised_on,
        lead_days=offer.days,
        done_on=done,
        dropped=row.state == "dropped",
        before=_before(row.case, portraits) if done and portraits is not None else {},
    )


def _before(case: Case, portraits: pl.DataFrame) -> dict[str, Interval]:
    """The scores of the family's portrait on the day its case was opened, by type."""
    mine = portraits.filter(col("household") == case.household, col("at") <= case.opened_on)
    kept = mine.rows(named=True)
    if not kept or kept[-1]["gone"]:
        return {}
    last, named = kept[-1], zip(NAMES, TYPES, strict=True)
    return {name: (last[f"{t}_score_low"], last[f"{t}_score_high"]) for name, t in named}
