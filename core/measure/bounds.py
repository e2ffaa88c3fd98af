"""The least and the most the measure can be, whatever the missing values are.

H, M0 and the headcounts move one way with every deprivation, so their ends are found row by row.
A is a mean over those who are poor, and a person may be poor or not depending on what is missing:
its ends are found by letting people in one by one while that moves the mean.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import polars as pl
from polars import Expr, col

from core.measure.deprivation import GROUP, WEIGHT
from core.measure.design import Design

LOW, HIGH, HOLES = "::low", "::high", "::holes"
Ends = list[float | None]


def bounds(told: pl.DataFrame, design: Design) -> dict[str, Any]:
    rows = _both_ends(told, design)
    answer = _ends(rows, design)
    if design.by is not None:
        groups = rows.partition_by(GROUP, as_dict=True, maintain_order=True)
        named = {"" if key[0] is None else str(key[0]): part for key, part in groups.items()}
        answer["by"] = {
            name: {"n": len(part), **_ends(part, design)} for name, part in sorted(named.items())
        }
    return answer


def _both_ends(told: pl.DataFrame, design: Design) -> pl.DataFrame:
    """LOW and HIGH: the weighted deprivations without and with all that is missing."""
    sums = [
        pl.sum_horizontal(
            col(i).fill_null(filled).cast(pl.Int64) * w for i, w in design.whole.items()
        ).alias(name)
        for filled, name in ((0, LOW), (1, HIGH))
    ]
    holes = pl.concat_str(col(i).is_null().cast(pl.Int8) for i in design.indicators)
    return told.with_columns(*sums, holes.alias(HOLES))


def _ends(rows: pl.DataFrame, design: Design) -> dict[str, Any]:
    weight, line, total = col(WEIGHT), design.line, design.total
    surely, perhaps = col(LOW) >= line, col(HIGH) >= line

    def pair(least: Expr, most: Expr, over: int = 1) -> Ends:
        found = rows.select(
            (weight * least).sum().alias("least"),
            (weight * most).sum().alias("most"),
            weight.sum().alias("all"),
        ).row(0)
        return [found[0] / (found[2] * over), found[1] / (found[2] * over)]

    seen, open_ = {i: col(i) == 1 for i in design.indicators}, {}
    for i, deprived in seen.items():
        open_[i] = deprived.fill_null(True)
        seen[i] = deprived.fill_null(False)
    return {
        "H": pair(surely, perhaps),
        "A": _intensity(rows, design),
        "M0": pair(surely * col(LOW), perhaps * col(HIGH), total),
        "uncensored": {i: pair(seen[i], open_[i]) for i in design.indicators},
        "censored": {i: pair(seen[i] & surely, open_[i] & perhaps) for i in design.indicators},
        "contribution": {},
    }


def _intensity(rows: pl.DataFrame, design: Design) -> Ends:
    """The ends of A over everything the missing values could be, given that somebody is poor."""
    kinds = rows.group_by(LOW, HIGH, HOLES).agg(col(WEIGHT).sum()).sort(LOW, HOLES)
    sure: dict[str, list[tuple[int, Fraction]]] = {"least": [], "most": []}
    maybe: dict[str, list[tuple[int, Fraction]]] = {"least": [], "most": []}
    for low, high, holes, weight in kinds.rows():
        if high < design.line or not weight:
            continue
        people = Fraction(weight)
        side = sure if low >= design.line else maybe
        side["most"].append((high, people))
        side["least"].append((low if side is sure else _just_poor(low, holes, design), people))
    least = _mean(sure["least"], sorted(maybe["least"]), -1)
    most = _mean(sure["most"], sorted(maybe["most"], reverse=True), 1)
    return [None if end is None else float(end / design.total) for end in (least, most)]


def _just_poor(low: int, holes: str, design: Design) -> int:
    """The smallest weighted deprivation that makes the person poor."""
    open_weights = [w for w, hole in zip(design.whole.values(), holes, strict=True) if hole == "1"]
    reached = {low}
    for weight in open_weights:
        reached |= {c + weight for c in reached if c < design.line}
    return min(c for c in reached if c >= design.line)


def _mean(
    sure: Iterable[tuple[int, Fraction]], maybe: Iterable[tuple[int, Fraction]], sign: int
) -> Fraction | None:
    """The mean over those surely poor and those who move it the wanted way."""
    people = sum((n for _, n in sure), Fraction(0))
    total = sum((c * n for c, n in sure), Fraction(0))
    for c, n in maybe:
        if people and sign * (c - total / people) <= 0:
            break
        people, total = people + n, total + c * n
    return total / people if people else None
