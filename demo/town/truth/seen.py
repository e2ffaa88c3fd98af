"""When the data showed it: the right rows of each class with the day they were delivered."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl
from polars import Expr, col

from demo.town.feed import OBSERVED


@dataclass(frozen=True)
class Seen:
    """*rows*: class id -> observed, record_id and the columns truths ask for, in order of delivery."""

    rows: dict[str, pl.DataFrame]

    def first(self, class_id: str, *conditions: Expr) -> pl.DataFrame:
        """record_id, seen: the first delivery of each record (that fulfils the conditions)."""
        rows = self.rows[class_id].filter(*conditions)
        return rows.group_by("record_id").agg(seen=col(OBSERVED).min())

    def day_of(
        self, frame: pl.DataFrame, class_id: str, record: Expr, name: str, *conditions: Expr
    ) -> pl.DataFrame:
        """*frame* with the day its record was first seen, as column *name*."""
        found = self.first(class_id, *conditions).rename({"seen": name})
        keyed = frame.with_columns(record.alias("record_id"))
        return keyed.join(found, on="record_id", how="left", maintain_order="left").drop(
            "record_id"
        )


@cache
def needed() -> dict[str, tuple[str, ...]]:
    """The classes and columns that truths look at."""
    from demo.town.truth.shelf import truths

    found: dict[str, dict[str, None]] = {}
    for module in truths().values():
        for class_id, columns in module.NEEDS.items():
            found.setdefault(class_id, {}).update(dict.fromkeys(columns))
    return {class_id: tuple(columns) for class_id, columns in found.items()}


def date_of(name: str) -> Expr:
    """A delivered date cell as a date."""
    return col(name).str.to_date("%Y-%m-%d")


LIVE = date(2022, 5, 18)  # seed: the day the watches went live
