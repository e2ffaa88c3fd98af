"""Lines with quotes: fast while every line is a whole record, strict from where one is not."""

import csv
from collections.abc import Iterator
from itertools import islice

import polars as pl

from core.intake.problem import Broken, FileProblem
from core.intake.table import Chunk, fit, frame_of

CHUNK = 32_768
WIDEST = 60  # columns; a pattern for more would be larger than the regex engine likes
LONGEST_RECORD = 50  # lines; a cell that spans more was most likely never closed


def tidy(block: list[str], width: int, delimiter: str) -> bool:
    """Whether each line is a record of *width* cells with its quotes closed."""
    if not 1 < width <= WIDEST:
        return False
    apart = f"\\x{ord(delimiter):02x}"
    cell = f'(?:"[^"]*(?:""[^"]*)*"|[^"{apart}\\n]*)'
    record = f"^{cell}(?:{apart}{cell}){{{width - 1}}}\\n?$"
    return bool(pl.Series(block, dtype=pl.String).str.contains(record).all())


def split(block: list[str], row: int, width: int, delimiter: str) -> pl.DataFrame:
    """The cells of tidy lines."""
    if not block:
        return frame_of([], [], width)
    frame = pl.read_csv(
        "".join(block).encode(),
        has_header=False,
        schema={str(n): pl.String for n in range(width)},
        separator=delimiter,
    )
    numbers = pl.int_range(row, row + frame.height, dtype=pl.UInt32, eager=True)
    frame = frame.with_columns(pl.all().replace("", None), _row=numbers)
    return frame.filter(~pl.all_horizontal(pl.exclude("_row").is_null()))


def careful(body: Iterator[str], row: int, titles: list[str], delimiter: str) -> Iterator[Chunk]:
    """Quotes: cells may hold delimiters and line breaks; a quote never closed spoils the file."""
    records = _records(csv.reader(body, delimiter=delimiter, strict=True), row)
    yield _chunk([], titles)
    while block := list(islice(records, CHUNK)):
        yield _chunk(block, titles)


def _chunk(block: list[tuple[int, list[str]]], titles: list[str]) -> Chunk:
    width = len(titles)
    kept: list[list[str]] = []
    numbers: list[int] = []
    broken: list[Broken] = []
    for number, cells in block:
        if fault := fit(cells, width, number):
            broken.append(fault)
        elif any(cells):
            kept.append(cells[:width])
            numbers.append(number)
    return Chunk(titles, frame_of(kept, numbers, width), broken)


def _records(reader: "csv._reader", first: int) -> Iterator[tuple[int, list[str]]]:  # type: ignore[name-defined]
    """Each record with the line it starts on."""
    while True:
        row = first + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise _open_quote(row) from None
        if first + reader.line_num - row > LONGEST_RECORD:
            raise _open_quote(row)
        if cells:
            yield row, cells


def _open_quote(row: int) -> FileProblem:
    return FileProblem(f"第 {row} 行引号未闭合，后面的行会被并进一格。请补上引号再送。")
