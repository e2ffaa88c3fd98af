"""MON-53 数据源断供：停了的那几路，从算旧的那天到补报的那天。"""

from datetime import date, timedelta

import polars as pl
from polars import col, lit

from core.sources import sources
from demo.town.delays import OUTAGES, outages_of
from demo.town.feed import OBSERVED
from demo.town.truth.kit import findings, silences
from demo.town.truth.seen import Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {class_id: () for class_id, _, _ in OUTAGES}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = [row for class_id, _, _ in OUTAGES for row in _stale(world, seen, class_id)]
    frame = pl.DataFrame(rows, schema=["key", "silent", "stale", "back"], orient="row",
                         schema_overrides={"silent": pl.Date, "stale": pl.Date, "back": pl.Date})  # fmt: skip
    return findings(
        frame.filter(col("stale") < col("back")),
        key="key",
        true_on="silent",
        visible_on="stale",
        closes_on="back",
        closed_by="back",
        why_closed=lit("补报批次到了"),
    )


def _stale(world: World, seen: Seen, class_id: str) -> list[tuple[str, date, date, date]]:
    """Twice the allowed lag after the next delivery was due, if the feed is not back by then."""
    source = sources()[class_id]
    found = []
    for day, back in outages_of(world, class_id):
        before = seen.rows[class_id].filter(col(OBSERVED) < day)[OBSERVED].max()
        if isinstance(before, date) and source.period_days is not None:
            last = max(before, day - timedelta(days=1 + source.lag_days))
            stale = last + timedelta(days=source.period_days + 2 * source.lag_days)
            found.append((class_id, day, stale, back))
    return found


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Sources that never fell silent."""
    steady = sorted(set(sources()) - {class_id for class_id, _, _ in OUTAGES})
    return silences(pl.DataFrame({"key": steady}), "按时送到", key="key")
