"""Write what went back: the same format, the same columns, and in front why each row came back.

A department corrects the cells, leaves or deletes the three columns in front, sends it again.
"""

import csv
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from core.intake.header import OURS
from core.intake.problem import Broken

WHOLE_LINE = "整行"
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts so


class Sink(Protocol):
    """One format; rows are lists of cells under *titles*."""

    def write(self, titles: list[str], rows: list[list[str | None]]) -> None: ...

    def close(self) -> None: ...


@dataclass
class Rejects:
    """The rejects file of one delivery; made when the first row goes back."""

    path: Path
    keep: bool = True
    rows: int = 0
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    _sink: Sink | None = None

    def add(self, titles: list[str], frame: pl.DataFrame, told: pl.DataFrame) -> None:
        """Send back the rows of *frame* (text columns by position) that *told* finds fault with."""
        if not told.height:
            return
        for name, sentence, count in told.group_by("field", "sentence").len().rows():
            key = (name, sentence)
            self.counts[key] = self.counts.get(key, 0) + count
        merged = told.group_by("_row").agg(
            pl.col("field").unique(maintain_order=True).str.join("；"),
            sentence=pl.format("{}：{}", "field", "sentence").str.join("；"),
        )
        back = frame.join(merged.sort("_row"), on="_row", how="inner").sort("_row")
        columns = [str(n) for n in range(len(titles))]
        rows = back.select(pl.col("_row").cast(pl.String), "field", "sentence", *columns)
        self._write(titles, [list(r) for r in rows.rows()])

    def add_broken(self, titles: list[str], line: Broken) -> None:
        """Send back a line that does not fit under the titles."""
        key = (WHOLE_LINE, line.sentence)
        self.counts[key] = self.counts.get(key, 0) + 1
        self._write(titles, [[str(line.row), WHOLE_LINE, line.sentence, *line.cells]])

    def close(self) -> Path | None:
        """Finish the file; None when nothing went back."""
        if self._sink:
            self._sink.close()
        return self.path if self._sink else None

    def discard(self) -> None:
        """Leave nothing of what this run wrote."""
        if self.close():
            self.path.unlink()
        self._sink = None

    def _write(self, titles: list[str], rows: list[list[str | None]]) -> None:
        self.rows += len(rows)
        if not self.keep:
            return
        if self._sink is None:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.path.touch(mode=0o600)
            self._sink = SINKS[self.path.suffix](self.path)
        self._sink.write(titles, rows)


class CsvSink:
    """UTF-8 with the mark that Excel wants."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._begun = False

    def write(self, titles: list[str], rows: list[list[str | None]]) -> None:
        if not self._begun:
            self._writer.writerow([*OURS, *titles])
            self._begun = True
        self._writer.writerows([_harmless(cell) for cell in row] for row in rows)

    def close(self) -> None:
        self._file.close()


class XlsxSink:
    """Every cell is text: no number is rounded, no formula runs."""

    def __init__(self, path: Path) -> None:
        import xlsxwriter  # heavy: only when a workbook has rejects

        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book: Any = xlsxwriter.Workbook(str(path), options)
        self._sheet: Any = self._book.add_worksheet("退回")
        self._next = 0

    def write(self, titles: list[str], rows: list[list[str | None]]) -> None:
        if not self._next:
            self._line([*OURS, *titles])
        for row in rows:
            self._line(row)

    def close(self) -> None:
        self._book.close()

    def _line(self, row: list[str | None]) -> None:
        for column, cell in enumerate(row):
            if cell:
                self._sheet.write_string(self._next, column, cell)
        self._next += 1


class JsonlSink:
    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8")

    def write(self, titles: list[str], rows: list[list[str | None]]) -> None:
        for row in rows:
            record = dict(zip([*OURS, *titles, "原文"], row, strict=False))
            if row[1] == WHOLE_LINE:
                record = dict(zip([*OURS, "原文"], row, strict=False))
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")

    def close(self) -> None:
        self._file.close()


class ParquetSink:
    """Pieces in a folder beside, joined at the end: memory stays small."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pieces = path.with_suffix(".pieces")
        self._pieces.mkdir(mode=0o700, exist_ok=True)
        self._count = 0

    def write(self, titles: list[str], rows: list[list[str | None]]) -> None:
        schema = dict.fromkeys([*OURS, *titles], pl.String)
        piece = pl.DataFrame(rows, schema=schema, orient="row")
        piece.write_parquet(self._pieces / f"{self._count:06}.parquet")
        self._count += 1

    def close(self) -> None:
        if self._count:
            pieces = sorted(self._pieces.iterdir())
            pl.scan_parquet(pieces, glob=False).sink_parquet(self._path)
        shutil.rmtree(self._pieces)


SINKS: dict[str, type[CsvSink] | type[XlsxSink] | type[JsonlSink] | type[ParquetSink]] = {
    ".csv": CsvSink,
    ".tsv": CsvSink,
    ".txt": CsvSink,
    ".xlsx": XlsxSink,
    ".jsonl": JsonlSink,
    ".parquet": ParquetSink,
}


def _harmless(cell: str | None) -> str | None:
    """A quote in front of what a spreadsheet would run; reading takes it off again."""
    if cell and cell.startswith(RISKY) and not cell[1:].replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell
