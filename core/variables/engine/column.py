"""A column that is derived from others: of a person or of a household."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Column:
    """What the column means and its type; it is called what its file is called."""

    title: str
    dtype: pl.DataType
