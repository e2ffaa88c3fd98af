"""What every reader hands out: titles, and chunks of text cells with their line numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from core.intake.problem import Broken

CHUNK_ROWS = 65_536
LONGEST_LINE = 1_000_000
LONGEST_CELL = 100_000


@dataclass
class Chunk:
    """Some rows: the titles they stand under, text columns "0", "1", ... and _row; broken lines."""

    titles: list[str]
    frame: pl.DataFrame
    broken: list[Broken] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return self.frame.height + len(self.broken)


@dataclass(frozen=True)
class Examined:
    """What the first pass over a file found: its bytes, its encoding, whether it uses quotes."""

    sha: str
    size: int
    encoding: str = "utf-8"
    quotes: bool = False


Reader = Callable[[Path, str, Examined], Iterator[Chunk]]


def frame_of(rows: list[list[str]], numbers: Sequence[int], width: int) -> pl.DataFrame:
    """Rows of equal width as text columns; empty cells are null."""
    cells = zip(*rows, strict=True) if rows else ([] for _ in range(width))
    data = {str(n): pl.Series(column, dtype=pl.String) for n, column in enumerate(cells)}
    frame = pl.DataFrame({"_row": pl.Series(numbers, dtype=pl.UInt32), **data})
    return frame.with_columns(pl.col(pl.String).replace("", None))


def fit(cells: list[str], width: int, row: int) -> Broken | None:
    """Why a line does not fit under its header; empty cells too many at the end do not matter."""
    if len(cells) == width or (len(cells) > width and not any(cells[width:])):
        return None
    return Broken(row, cells, f"这一行有 {len(cells)} 格，表头有 {width} 格，可能错位或漏了分隔符")
