"""One row a monitor: what it found today beside what is usual for it, for the brake."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import polars as pl

from scheduler.monitors.watch import FRAMES


class Usual(Protocol):
    """New findings a day, over the days before: how many days, their sum, the sum of squares."""

    @property
    def days(self) -> int: ...

    @property
    def total(self) -> int: ...

    @property
    def squares(self) -> int: ...


def alarms(
    today: Mapping[str, int],
    usual: Mapping[str, Usual],
    released: Mapping[str, date],
    *,
    cap: int,
    city: str,
) -> pl.DataFrame:
    """`FRAMES["monitor"]` for these counts; a monitor nobody knows yet has no days before."""
    rows = [
        {
            "monitor": monitor,
            "household": "",
            "person": None,
            "region": city,
            "hits": hits,
            "days": usual[monitor].days if monitor in usual else 0,
            "hits_sum": usual[monitor].total if monitor in usual else 0,
            "hits_squares": usual[monitor].squares if monitor in usual else 0,
            "cap": cap,
            "released_on": released.get(monitor),
        }
        for monitor, hits in sorted(today.items())
    ]
    return pl.DataFrame(rows, schema=FRAMES["monitor"])
