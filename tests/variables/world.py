"""A tiny world of records, so that a test can be written as a table of facts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl

from core.city import load_city
from core.sources import sources

AT = date(2022, 7, 15)
SHOWN = ("record_id", "person", "household", "region", "data_date", "observed")


def standards(at: date = AT):
    return load_city().standards(at)


class World:
    """A view made of dictionaries; `at` cuts off what was observed later.

    Classes given are delivered; those in *stale* were delivered too long ago, all others never,
    unless *everything* says that the rest was delivered empty.
    """

    def __init__(
        self,
        at: date = AT,
        *,
        stale: Iterable[str] = (),
        everything: bool = False,
        **classes: list[dict[str, Any]],
    ) -> None:
        self.at = at
        self._stale = set(stale)
        self._everything = everything
        self._rows = {
            name.replace("_", "-"): [
                {"data_date": at, "observed": at, "record_id": f"{name}/{at}/{n}", **row}
                for n, row in enumerate(rows)
            ]
            for name, rows in classes.items()
        }
        self._frames: dict[str, pl.LazyFrame] = {}

    def later(self, at: date, **more: list[dict[str, Any]]) -> "World":
        """The same world on another day, with further records."""
        rows = {name.replace("-", "_"): list(found) for name, found in self._rows.items()}
        for name, found in more.items():
            rows.setdefault(name, []).extend(
                {"record_id": f"{name}/{at}/{n}", **row} for n, row in enumerate(found)
            )
        return World(at, stale=self._stale, everything=self._everything, **rows)

    def delivered(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """Every class with its rows, named as the keyword it was given by."""
        return [(name.replace("-", "_"), rows) for name, rows in self._rows.items()]

    def without(self, *classes: str) -> "World":
        """The same world in which these classes were never delivered."""
        rows = {n.replace("-", "_"): r for n, r in self._rows.items() if n not in classes}
        return World(self.at, stale=self._stale, everything=self._everything, **rows)

    def records(self, class_id: str) -> pl.LazyFrame:
        if class_id not in self._frames:
            self._frames[class_id] = self._frame(class_id).lazy()
        return self._frames[class_id]

    def last_delivery(self, class_id: str) -> date | None:
        return None if self.fresh(class_id) is None else self.at

    def fresh(self, class_id: str) -> bool | None:
        if class_id in self._stale:
            return False
        return True if self._everything or class_id in self._rows else None

    def _frame(self, class_id: str) -> pl.DataFrame:
        schema = sources()[class_id].schema()
        rows = self._rows.get(class_id, [])
        strange = {key for row in rows for key in row} - set(schema)
        assert not strange, f"{class_id} has no {strange}"
        frame = pl.DataFrame(rows, schema=schema, orient="row", strict=True)
        shown = [*SHOWN, *sources()[class_id].fields]
        return frame.filter(pl.col("observed") <= self.at).select(shown)
