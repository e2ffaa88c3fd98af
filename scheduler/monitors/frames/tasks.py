"""One row a piece of promised help: when it was promised and done, and the family before and now.

Scores are those of the portrait in twentieths, of the type the help is for; where it serves several
types, of the one that is worst off. Help of which no score was kept before cannot be judged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from core.portrait import TYPES
from scheduler.monitors.watch import FRAMES

Interval = tuple[int | None, int | None]
NAMES = ("safety_net", "emergency", "expenditure", "care", "development")
LETTER = dict(zip(NAMES, TYPES, strict=True))


@dataclass(frozen=True)
class Promise:
    """A task as our own records tell it. *types*: of the portrait, that the help is for; *before*:
    their scores when the case was opened."""

    task: str
    household: str
    region: str
    unit: str
    offer: str
    types: tuple[str, ...]
    promised_on: date | None
    lead_days: int | None
    done_on: date | None
    dropped: bool
    before: Mapping[str, Interval]


def tasks(promises: Iterable[Promise], portraits: pl.DataFrame, at: date) -> pl.DataFrame:
    """`FRAMES["task"]`; *portraits* are tonight's."""
    listed = list(promises)
    if not listed:
        return pl.DataFrame(schema=FRAMES["task"])
    homes = pl.Series(sorted({p.household for p in listed}), dtype=pl.String).implode()
    now = portraits.filter(pl.col("household").is_in(homes)).rows_by_key("household", named=True)
    rows = [_row(p, now[p.household][0] if p.household in now else {}, at) for p in listed]
    return pl.DataFrame(rows, schema=FRAMES["task"])


def _row(promise: Promise, now: Mapping[str, object], at: date) -> dict[str, object]:
    scores = {t: _interval(now, LETTER[t]) for t in promise.types if t in LETTER}
    chosen = max(scores, key=lambda t: scores[t][0] or 0, default="")
    before, after = promise.before.get(chosen, (None, None)), scores.get(chosen, (None, None))
    return {
        "task": promise.task,
        "household": promise.household,
        "person": None,
        "region": promise.region,
        "unit": promise.unit,
        "offer": promise.offer,
        "promised_on": promise.promised_on,
        "lead_days": promise.lead_days,
        "done_on": promise.done_on,
        "dropped": promise.dropped,
        "score_before_low": before[0],
        "score_before_high": before[1],
        "score_now_low": after[0],
        "score_now_high": after[1],
        "scored_on": at if after[0] is not None else None,
    }


def _interval(row: Mapping[str, object], kind: str) -> Interval:
    low, high = row.get(f"{kind}_score_low"), row.get(f"{kind}_score_high")
    return (low if isinstance(low, int) else None, high if isinstance(high, int) else None)
