"""The Alkire-Foster measure, exact: weights and k are fractions, counts are whole numbers.

With unweighted or whole survey weights every sum is an integer, so a household on the line is
poor and never lost to rounding; ratios become floats only in the answer.
"""

from typing import Any

import polars as pl
from polars import Expr, col

from core.measure.bounds import bounds
from core.measure.deprivation import GROUP, POOR, SCORE, WEIGHT, deprivation_table
from core.measure.design import Design
from core.measure.errors import standard_errors

Answer = dict[str, Any]


def measure(frame: pl.DataFrame | pl.LazyFrame, design: Design) -> Answer:
    """H, A, M0 and everything behind them.

    Returns {"k", "n", "H", "A", "M0", "uncensored", "censored", "contribution", "by", "missing",
    "weights"} and, for a survey, "se". A is null where nobody is poor. With *missing* "bounds"
    the figures are pairs: the least and the most that the missing values allow.
    """
    table = frame.collect() if isinstance(frame, pl.LazyFrame) else frame
    told = deprivation_table(table, design)
    answer: Answer = {"k": float(design.k), "n": len(told), "missing": _missing(told, design)}
    answer["weights"] = {i: w / design.total for i, w in design.whole.items()}
    if design.missing == "bounds":
        return answer | bounds(told, design)
    complete = told.drop_nulls(list(design.indicators))
    answer |= {"n": len(complete), **_measured(counted(complete, design), design)}
    return answer


def counted(told: pl.DataFrame, design: Design) -> pl.DataFrame:
    """The table with SCORE (weighted deprivations, whole) and POOR."""
    weighted = [col(i).cast(pl.Int64) * w for i, w in design.whole.items()]
    return told.with_columns(pl.sum_horizontal(weighted).alias(SCORE)).with_columns(
        (col(SCORE) >= design.line).alias(POOR)
    )


def _measured(rows: pl.DataFrame, design: Design) -> Answer:
    sums = rows.select(_sums(design)).row(0, named=True)
    answer = _ratios(sums, design)
    if design.surveyed:
        answer["se"] = standard_errors(rows, design, answer)
    if design.by is not None:
        answer["by"] = _by_group(rows, design, sums)
    return answer


def _by_group(rows: pl.DataFrame, design: Design, all_sums: Answer) -> dict[str, Answer]:
    """Every group's figures, its share of the population and of M0."""
    grouped = rows.group_by(GROUP).agg(_sums(design)).sort(GROUP, nulls_last=True)
    found = {}
    for sums in grouped.rows(named=True):
        name = "" if sums[GROUP] is None else sums[GROUP]
        answer = {"n": sums["n"], **_ratios(sums, design)}
        answer["share"] = _over(sums["N"], all_sums["N"])
        answer["share_of_M0"] = _over(sums["C"], all_sums["C"])
        if design.surveyed:
            inside = col(GROUP).eq_missing(pl.lit(sums[GROUP], pl.String))
            answer["se"] = standard_errors(rows, design, answer, inside)
        found[name] = answer
    return found


def _sums(design: Design) -> list[Expr]:
    """N people, Q poor, C their weighted deprivations; per indicator all and those of the poor."""
    weight, poor = col(WEIGHT), col(POOR).cast(pl.Int64)
    per_indicator = [
        sum_.alias(f"{kind}.{i}")
        for i in design.indicators
        for kind, sum_ in (
            ("all", (weight * col(i)).sum()),
            ("poor", (weight * col(i) * poor).sum()),
        )
    ]
    return [
        pl.len().cast(pl.Int64).alias("n"),
        poor.sum().alias("n_poor"),
        weight.sum().alias("N"),
        (weight * poor).sum().alias("Q"),
        (weight * poor * col(SCORE)).sum().alias("C"),
        *per_indicator,
    ]


def _ratios(sums: Answer, design: Design) -> Answer:
    total, names = design.total, design.indicators
    return {
        "H": _over(sums["Q"], sums["N"]),
        "A": _over(sums["C"], sums["Q"] * total),
        "M0": _over(sums["C"], sums["N"] * total),
        "n_poor": sums["n_poor"],
        "uncensored": {i: _over(sums[f"all.{i}"], sums["N"]) for i in names},
        "censored": {i: _over(sums[f"poor.{i}"], sums["N"]) for i in names},
        "contribution": {i: _over(design.whole[i] * sums[f"poor.{i}"], sums["C"]) for i in names},
    }


def _over(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _missing(told: pl.DataFrame, design: Design) -> Answer:
    """How many rows lack something, and how many lack each indicator."""
    holes = told.select(pl.any_horizontal(col(list(design.indicators)).is_null()).sum()).item()
    return {
        "how": design.missing,
        "rows": int(holes),
        "by_indicator": {i: told[i].null_count() for i in design.indicators},
    }
