"""What the openings would have cost: cards a worker and week, if one worker walks each village."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl
from polars import col

VILLAGE = 12  # digits of a village in a region code


def burden(openings: pl.DataFrame, days: Sequence[date]) -> dict[str, Any]:
    """Cards by worker and week: the mean over all workers touched, the busiest week of one.

    One opening is one card; what would share a card with others is counted apart all the same.
    """
    weeks = max((max(days) - min(days)).days / 7, 1 / 7) if days else 1
    placed = openings.filter(col("household") != "").with_columns(
        worker=col("region").fill_null("").str.slice(0, VILLAGE),
        week=col("opened").dt.truncate("1w"),
    )
    by_worker = Counter(placed["worker"].to_list())
    busiest = placed.group_by("worker", "week").len()["len"].max()
    workers = len(by_worker)
    mean = placed.height / workers / weeks if workers else 0.0
    return {
        "cards": placed.height,
        "workers": workers,
        "per_worker_week": round(mean, 2),
        "busiest_week_of_one": busiest if isinstance(busiest, int) else 0,
        "red": placed.filter(col("colour") == "红").height,
    }
