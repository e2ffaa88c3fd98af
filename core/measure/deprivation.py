"""From a table to a table of deprivations: 1 deprived, 0 not, null not known."""

import re
from typing import Any

import polars as pl
from polars import Expr, col

from core.measure.design import Design, MeasureError

COMPARED = re.compile(r"(<=|>=|==|<|>)\s*(-?\d+(?:\.\d+)?)")
WEIGHT, GROUP, STRATUM, CLUSTER = "::weight", "::group", "::stratum", "::cluster"
SCORE, POOR = "::score", "::poor"
"""Columns of ours; no indicator is called so."""


def deprivation_table(frame: pl.DataFrame, design: Design) -> pl.DataFrame:
    """The indicators as Int8 0/1/null, with WEIGHT and, where asked for, the survey's columns."""
    wanted = [*design.indicators, design.by, design.weight, design.strata, design.cluster]
    for column in wanted:
        if column is not None and column not in frame.columns:
            raise MeasureError(
                f"表里没有“{column}”这一列：现有的列是 {'、'.join(frame.columns[:12])}。"
            )
    found = frame.select(
        *(_deprived(frame, i, design.cutoffs.get(i)).alias(i) for i in design.indicators),
        _survey_weight(frame, design.weight).alias(WEIGHT),
        *(
            col(name).cast(pl.String).alias(alias)
            for name, alias in (
                (design.by, GROUP),
                (design.strata, STRATUM),
                (design.cluster, CLUSTER),
            )
            if name is not None
        ),
    )
    if not len(found):
        raise MeasureError("表里没有数据行：请换一个文件。")
    return found


def _deprived(frame: pl.DataFrame, indicator: str, cutoff: Any) -> Expr:
    dtype = frame.schema[indicator]
    if cutoff is None:
        return _already(frame, indicator)
    if not dtype.is_numeric():
        raise MeasureError(f"“{indicator}”不是数字列，无法与剥夺线比较：请检查这一列。")
    return _compared(col(indicator), cutoff, indicator).cast(pl.Int8)


def _already(frame: pl.DataFrame, indicator: str) -> Expr:
    if frame.schema[indicator] == pl.Boolean:
        return col(indicator).cast(pl.Int8)
    values = frame[indicator].drop_nulls()
    if not frame.schema[indicator].is_numeric() or not values.is_in([0, 1]).all():
        raise MeasureError(
            f"“{indicator}”里有 0 和 1 以外的值：请先换成 0/1，或用剥夺线（cutoffs）说明何时算剥夺。"
        )
    return col(indicator).cast(pl.Int8)


def _compared(value: Expr, cutoff: Any, indicator: str) -> Expr:
    text = str(cutoff).strip()
    found = COMPARED.fullmatch(text) or COMPARED.fullmatch(f"<{text}")
    if not found:
        raise MeasureError(
            f"“{indicator}”的剥夺线“{cutoff}”看不懂：请写一个数（低于它算剥夺），或“>= 0.4”这样的比较。"
        )
    sign, number = found.groups()
    limit = float(number) if "." in number else int(number)
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "==": value == limit,
    }[sign]


def _survey_weight(frame: pl.DataFrame, weight: str | None) -> Expr:
    if weight is None:
        return pl.lit(1, pl.Int64)
    values = frame[weight]
    if not values.dtype.is_numeric() or values.null_count() or not bool((values >= 0).all()):
        raise MeasureError(f"权重列“{weight}”里有空值、负数或文字：请先补全抽样权重。")
    if not values.sum() > 0:
        raise MeasureError(f"权重列“{weight}”合计为零：请检查抽样权重。")
    return col(weight).cast(pl.Int64) if values.dtype.is_integer() else col(weight).cast(pl.Float64)
