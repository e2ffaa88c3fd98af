"""Counts about which the rules of one type disagree: every value they could have is tried.

A household is written out once for each possible value (a family of four with nobody judged
gives fifteen pairs of workers and workers in a job). Large households are tried at the ends and
around the halves, thirds and doubles of the counts beside them, where a comparison can turn.
"""

from collections.abc import Iterable, Mapping

import polars as pl
from polars import Expr, col, max_horizontal, min_horizontal

from core.portrait.bounds import COUNTS, WHOLE, WITHIN, least, limits, most
from core.portrait.reading import Ends

NEAR = 7
"""So many values at either end are always tried; all of them in a family of up to sixteen."""


def ordered(variables: Iterable[str]) -> tuple[str, ...]:
    """The torn variables, a whole before its part; only counts of members may be torn."""
    found = sorted(variables, key=lambda v: COUNTS.index(v) if v in COUNTS else -1)
    if wrong := [v for v in found if v not in COUNTS]:
        raise ValueError(
            f"变量 {wrong[0]} 在同一类型的指标里好坏方向不一，只有人数可以逐一试算："
            f"请统一 READS 里的方向，或换一个变量。"
        )
    return tuple(found)


def completions(
    frame: pl.DataFrame, torn: tuple[str, ...], unknown: set[str], reads: Mapping[str, Ends]
) -> tuple[pl.DataFrame, pl.Series]:
    """Households with an unknown torn count, written out; and their row numbers.

    The result has the column `row` beside the variables, torn counts known, and sorted by row.
    """
    in_doubt = pl.any_horizontal(
        limits(v, unknown)[0] < limits(v, unknown)[1] for v in torn if v in unknown
    )
    kept = [c for c in frame.columns if c.partition(".")[0] in reads]
    tried = frame.select(kept).with_row_index("row").filter(in_doubt)
    rows = tried["row"]
    for count in torn:
        tried = _written_out(tried, count, unknown)
    return _whole_holds_all(tried, torn, unknown), rows


def ends(
    least: pl.DataFrame, most: pl.DataFrame, row: pl.Series
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The least and the most of every column over the values tried for each household."""
    names = least.columns
    high = {name: f"{name}.most" for name in names}
    both = pl.concat([least.with_columns(row), most.rename(high)], how="horizontal")
    groups = both.group_by("row", maintain_order=True)
    found = groups.agg(col(names).min(), col(list(high.values())).max())
    return found.select(names), found.select(col(h).alias(n) for n, h in high.items())


def patched(whole: pl.DataFrame, patch: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    """*whole* with the rows numbered *rows* replaced in the columns of *patch*."""
    return whole.with_columns(whole[c].clone().scatter(rows, patch[c]) for c in patch.columns)


def _written_out(frame: pl.DataFrame, count: str, unknown: set[str]) -> pl.DataFrame:
    if count not in unknown:
        return frame
    low, high = _range(frame, count, unknown)
    small = high - low <= 2 * NEAR + 1
    parts = [
        _exploded(frame.filter(small), count, pl.int_ranges(low, high + 1)),
        _exploded(frame.filter(~small), count, _turning(frame, count, unknown, low, high)),
    ]
    return _narrowed(pl.concat(parts).sort("row"), count, unknown)


def _range(frame: pl.DataFrame, count: str, unknown: set[str]) -> tuple[Expr, Expr]:
    """From least to most; where the most is not known, to where every comparison has turned."""
    low, top = limits(count, unknown)
    reach = 2 * max_horizontal(limits(c, unknown)[0] for c in _beside(frame, count)) + 3
    return low, min_horizontal(top, max_horizontal(low, reach))


def _exploded(frame: pl.DataFrame, count: str, values: Expr) -> pl.DataFrame:
    if not len(frame):
        return frame.with_columns(col(count).cast(pl.Int64))
    tried = frame.with_columns(values.alias(count)).explode(count, empty_as_null=False)
    return tried.with_columns(col(count).alias(least(count)), col(count).alias(most(count)))


def _turning(frame: pl.DataFrame, count: str, unknown: set[str], low: Expr, high: Expr) -> Expr:
    """The values at the ends and next to where a comparison turns."""
    turns = [t.clip(low, high) for c in _beside(frame, count) for t in _turns(c, unknown, high)]
    first, last = pl.int_ranges(low, low + NEAR + 1), pl.int_ranges(high - NEAR, high + 1)
    return pl.concat_list(first, last, *turns).list.unique()


def _beside(frame: pl.DataFrame, count: str) -> list[str]:
    """The counts this one is compared with: the whole, its part, and what it is part of."""
    family = {WHOLE, count, WITHIN.get(count, WHOLE)}
    family |= {part for part, whole in WITHIN.items() if whole == count}
    return [c for c in sorted(family) if c in frame.columns]


def _turns(count: str, unknown: set[str], roof: Expr) -> list[Expr]:
    """Where a comparison with *count* can turn: a third, a half, itself, twice, and next to each."""
    ends = [min_horizontal(e, 3 * roof) for e in limits(count, unknown)]
    return [t + step for e in ends for t in (e // 3, e // 2, e, 2 * e) for step in (-1, 0, 1)]


def _narrowed(frame: pl.DataFrame, whole: str, unknown: set[str]) -> pl.DataFrame:
    """A part is at most its whole, whatever value was tried for the whole."""
    parts = [p for p, w in WITHIN.items() if w == whole and p in unknown and p in frame.columns]
    return frame.with_columns(
        max_horizontal(col(least(p)), min_horizontal(col(most(p)), col(whole))).alias(most(p))
        for p in parts
    )


def _whole_holds_all(frame: pl.DataFrame, torn: tuple[str, ...], unknown: set[str]) -> pl.DataFrame:
    if WHOLE not in unknown or WHOLE not in frame.columns:
        return frame
    inside = max_horizontal(col(least(WHOLE)), *torn)
    return frame.with_columns(min_horizontal(inside, col(most(WHOLE))).alias(least(WHOLE)))
