"""The facts as of one day, as rules and variables read them."""

from datetime import date
from typing import Protocol

import polars as pl


class View(Protocol):
    """Everything observed by the end of day *at*, and nothing later.

    `records(class_id)` has one row per record still alive: the latest version by record_id,
    deletions dropped. Columns: record_id, person (hex blind index or null), household (household
    number or null), region (code or null), data_date, observed (both pl.Date), then the fields of
    the class with the polars types of its source file (money as Int64 fen). A class that was never
    delivered gives an empty frame with the same columns.

    data_date is never null: a record sent without one is dated by the day it was first observed.
    Sealed fields (names, ID numbers, phones, addresses) are Binary and mean nothing here; they open
    only through Facts.unseal. A filter on household, person or data_date is cheap: rows lie sorted
    by household, and filters reach the files.
    """

    at: date

    def records(self, class_id: str) -> pl.LazyFrame: ...

    def last_delivery(self, class_id: str) -> date | None:
        """The observed day of the newest batch of this class by *at*; None if there never was one."""
        ...

    def fresh(self, class_id: str) -> bool | None:
        """Whether the class speaks for *at*: True fresh, False stale, None never delivered.

        Only a fresh class may say "no record, so no": otherwise absence means "cannot tell". A
        delivery of which a fifth went back to the department makes no class fresh.
        """
        ...
