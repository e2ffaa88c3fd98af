"""Compute a plan and keep the order of its rows.

With check_order_observe polars 2.1 now and then forgets an order it was told to keep (the rows of
a left join with maintain_order, a sort before a collect); ours are matched by position.
"""

from collections.abc import Iterable

import polars as pl
from polars import LazyFrame

KEEP_ORDER = pl.QueryOptFlags(check_order_observe=False)


def collected(frame: LazyFrame) -> pl.DataFrame:
    return frame.collect(optimizations=KEEP_ORDER)


def collected_all(frames: Iterable[LazyFrame]) -> list[pl.DataFrame]:
    """Many small frames at once."""
    return pl.collect_all(frames, optimizations=KEEP_ORDER)
