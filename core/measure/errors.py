"""Standard errors of H, A and M0 for a survey with weights, strata and clusters.

Taylor linearisation: the variance of a ratio is that of its linearised scores summed by primary
sampling unit, between units within strata. A stratum with a single unit is centred at the mean of
all units, which is on the safe side. Figures of a group use the whole sample (domain estimation).
"""

from math import sqrt
from typing import Any

import polars as pl
from polars import Expr, col

from core.measure.deprivation import CLUSTER, POOR, SCORE, STRATUM, WEIGHT
from core.measure.design import Design


def standard_errors(
    rows: pl.DataFrame, design: Design, answer: dict[str, Any], inside: Expr | None = None
) -> dict[str, float | None]:
    """Standard errors of "H", "A", "M0" as found in *answer*; *inside* picks a group."""
    here = pl.lit(True) if inside is None else inside
    weight = pl.when(here).then(col(WEIGHT)).otherwise(0)
    poor = col(POOR).cast(pl.Float64)
    score = poor * col(SCORE) / design.total
    everyone = pl.lit(1.0)
    ratios = {"H": (poor, everyone), "A": (score, poor), "M0": (score, everyone)}
    return {
        name: None if answer[name] is None else _error(rows, weight, part, whole, answer[name])
        for name, (part, whole) in ratios.items()
    }


def _error(rows: pl.DataFrame, weight: Expr, part: Expr, whole: Expr, ratio: float) -> float | None:
    linear = weight * (part - ratio * whole) / (weight * whole).sum()
    units = (
        rows.with_columns(linear.alias("z"))
        .with_row_index("row")
        .group_by(
            _column(rows, STRATUM, pl.lit("")).alias("stratum"),
            _column(rows, CLUSTER, col("row").cast(pl.String)).alias("unit"),
        )
        .agg(col("z").sum())
    )
    if len(units) < 2:
        return None
    return sqrt(_variance(units))


def _variance(units: pl.DataFrame) -> float:
    grand = pl.lit(units["z"].mean())
    strata = units.group_by("stratum").agg(
        pl.len().alias("n"),
        ((col("z") - col("z").mean()) ** 2).sum().alias("within"),
        ((col("z") - grand) ** 2).sum().alias("lonely"),
    )
    n = col("n").cast(pl.Float64)
    share = pl.when(n > 1).then(n / (n - 1) * col("within")).otherwise(col("lonely"))
    return float(strata.select(share.sum()).item())


def _column(rows: pl.DataFrame, name: str, otherwise: Expr) -> Expr:
    return col(name) if name in rows.columns else otherwise
