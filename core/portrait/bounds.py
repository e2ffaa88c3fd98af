"""What is unknown, as ends: for every variable the least and the most it could be.

A fact is known (a value), unknown (null, or no such column), or, for a count of members, partly
known: `n_labor` members for sure and `n_labor_unknown` members who could not be judged. Counts
are kept within what is certain about a family: nobody employed who cannot work, nobody over
eighty who is not over sixty, no more of anything than members.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
from polars import Expr, col, max_horizontal, min_horizontal

from core.portrait.reading import FAR

WHOLE = "n_members"
WITHIN = {"n_employed": "n_labor", "n_elder80": "n_elder60", "n_severe_dis": "n_dis"}
COUNTS = (
    "n_labor",
    "n_employed",
    "n_elder60",
    "n_elder80",
    "n_dis",
    "n_severe_dis",
    "n_disabled_full",
    "n_disabled_semi",
    "n_uninsured",
    "n_major_ill",
    "n_long_treat",
    "n_student_unaided",
    "n_cognitive",
    "n_child_hard",
    "n_child_weak",
)
"""Counts of members of the household; each is at most n_members."""


def least(count: str) -> str:
    return f"{count}.least"


def most(count: str) -> str:
    return f"{count}.most"


def prepare(households: pl.DataFrame, kinds: Mapping[str, Any]) -> tuple[pl.DataFrame, set[str]]:
    """The households with every variable of *kinds* present, and the variables unknown somewhere.

    *kinds* maps a variable to a sample value that tells its type. Every count of members that is
    unknown somewhere gets two more columns, `least` and `most` of it.
    """
    kinds = {WHOLE: 0, **kinds}
    absent = [
        pl.lit(None, _type(kind)).alias(name)
        for name, kind in kinds.items()
        if name not in households.columns
    ]
    frame = households.with_columns(absent) if absent else households
    unknown = {name for name in kinds if _open(frame, name)}
    counts = [c for c in (WHOLE, *COUNTS) if c in unknown]
    return (_bounded(frame, counts), unknown) if counts else (frame, unknown)


def end(variable: str, value: Any) -> Expr:
    """A variable that is unknown somewhere, with its unknowns taken at one end."""
    if variable == WHOLE or variable in COUNTS:
        return col(least(variable) if value == 0 else most(variable)).alias(variable)
    return col(variable).fill_null(value)


def limits(count: str, unknown: Iterable[str]) -> tuple[Expr, Expr]:
    """The least and the most a count can be; the same where it is known everywhere."""
    return (col(least(count)), col(most(count))) if count in unknown else (col(count), col(count))


def _open(frame: pl.DataFrame, name: str) -> bool:
    partly = f"{name}_unknown"
    doubt = partly in frame.columns and bool((frame[partly] > 0).any())
    return doubt or frame[name].null_count() > 0


def _type(kind: Any) -> pl.DataType:
    return {bool: pl.Boolean(), int: pl.Int64()}.get(type(kind), pl.String())


def _bounded(frame: pl.DataFrame, counts: list[str]) -> pl.DataFrame:
    """Three steps: what each count says, then what the others and the whole say about it."""
    frame = frame.with_columns(pair for c in counts for pair in _own(frame, c))
    narrowed = [_narrowed(c, counts) for c in counts if c != WHOLE]
    frame = frame.with_columns(
        ([_at_least_its_parts(frame, counts)] if WHOLE in counts else []) + narrowed
    )
    within = [(part, whole) for part, whole in WITHIN.items() if {part, whole} & set(counts)]
    return frame.with_columns(
        pair for part, whole in within for pair in _ordered(frame, part, whole, counts)
    )


def _own(frame: pl.DataFrame, count: str) -> list[Expr]:
    partly = f"{count}_unknown"
    doubt = col(partly).fill_null(0) if partly in frame.columns else pl.lit(0)
    fewest = 1 if count == WHOLE else 0
    top = pl.when(col(count).is_null()).then(FAR).otherwise(col(count) + doubt)
    return [
        col(count).fill_null(fewest).cast(pl.Int64).alias(least(count)),
        top.cast(pl.Int64).alias(most(count)),
    ]


def _narrowed(count: str, counts: list[str]) -> Expr:
    _, roof = limits(WHOLE, counts)
    return max_horizontal(col(least(count)), min_horizontal(col(most(count)), roof)).alias(
        most(count)
    )


def _at_least_its_parts(frame: pl.DataFrame, counts: list[str]) -> Expr:
    parts = [limits(c, counts)[0] for c in (WHOLE, *COUNTS) if c in frame.columns]
    return min_horizontal(max_horizontal(parts), col(most(WHOLE))).alias(least(WHOLE))


def _ordered(frame: pl.DataFrame, part: str, whole: str, counts: list[str]) -> list[Expr]:
    if part not in frame.columns or whole not in frame.columns:
        return []
    (low, high), (floor, roof) = limits(part, counts), limits(whole, counts)
    found = []
    if part in counts:
        found.append(max_horizontal(low, min_horizontal(high, roof)).alias(most(part)))
    if whole in counts:
        found.append(min_horizontal(roof, max_horizontal(floor, low)).alias(least(whole)))
    return found
