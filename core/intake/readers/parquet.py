"""Parquet: typed columns become text again, so that every format is read by the same rules."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from core.intake.header import MAX_COLUMNS
from core.intake.problem import FileProblem
from core.intake.readers.damaged import told_as
from core.intake.table import CHUNK_ROWS, Chunk, Examined

DAMAGED = "这个 Parquet 文件不完整或已损坏。请重新导出再送。"


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of a Parquet file, numbered from 1."""
    with told_as(DAMAGED, pl.exceptions.PolarsError, OSError):
        rows = pl.scan_parquet(path, glob=False)
        schema = rows.collect_schema()
        height = rows.select(pl.len()).collect().item()
    if len(schema) > MAX_COLUMNS:
        raise FileProblem(f"有 {len(schema)} 列，最多 {MAX_COLUMNS} 列。请只保留本类的字段。")
    text = rows.select(_text(n, name, t) for n, (name, t) in enumerate(schema.items()))
    for start in range(0, max(height, 1), CHUNK_ROWS):
        yield Chunk(list(schema), _slice(text, start))


def _slice(text: pl.LazyFrame, start: int) -> pl.DataFrame:
    with told_as(DAMAGED, pl.exceptions.PolarsError, OSError):
        frame = text.slice(start, CHUNK_ROWS).collect()
    numbers = pl.int_range(start + 1, start + 1 + frame.height, dtype=pl.UInt32, eager=True)
    return frame.with_columns(_row=numbers)


def _text(position: int, name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(dtype, pl.List | pl.Array):
        column = column.cast(pl.List(pl.String)).list.join("、")
    elif dtype.is_nested() or dtype == pl.Binary:
        column = pl.lit(None, pl.String)
    return column.cast(pl.String).alias(str(position))
