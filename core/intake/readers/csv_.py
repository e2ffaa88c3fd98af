"""CSV and TSV: fast where no quote is used, Python's strict reader where one is."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import polars as pl

from core.intake.examine import line_blocks, lines
from core.intake.header import MAX_COLUMNS, SEARCHED_ROWS, find_header
from core.intake.problem import Broken, FileProblem
from core.intake.table import (
    CHUNK_ROWS,
    LONGEST_CELL,
    Chunk,
    Examined,
    fit,
    frame_of,
)

DELIMITERS = ",\t;|"
FEW = 2_000  # lines; below, starting polars' reader costs more than it saves
LONGEST_RECORD = 50  # lines; a cell that spans more was most likely never closed


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of a delimited file; raises FileProblem for what makes the whole file doubtful."""
    csv.field_size_limit(LONGEST_CELL)
    start = list(islice(lines(path, examined.encoding), SEARCHED_ROWS))
    delimiter = _delimiter(class_id, start)
    titles, above = _top(class_id, start, delimiter)
    if examined.quotes:
        body = islice(lines(path, examined.encoding), above, None)
        yield from _quoted(body, above + 1, titles, delimiter)
    else:
        yield from _plain(path, examined.encoding, above, titles, delimiter)


def _top(class_id: str, start: list[str], delimiter: str) -> tuple[list[str], int]:
    """The titles, and how many lines they and what stands above them take."""
    reader = csv.reader(start, delimiter=delimiter)
    top = [(cells, reader.line_num) for cells in reader]
    titles, above = top[find_header(class_id, [cells for cells, _ in top])]
    return _without_tail(titles), above


def _plain(
    path: Path, encoding: str, above: int, titles: list[str], delimiter: str
) -> Iterator[Chunk]:
    """No quotes anywhere: a line is a record, so polars splits thousands at once."""
    row = 1
    for block in line_blocks(path, encoding):
        head = max(above + 1 - row, 0)
        yield _plain_chunk(block[head:], row + head, titles, delimiter)
        row += len(block)


def _plain_chunk(block: list[str], row: int, titles: list[str], delimiter: str) -> Chunk:
    width = len(titles)
    if all(line.count(delimiter) == width - 1 for line in block):
        return Chunk(titles, _split(block, range(row, row + len(block)), width, delimiter))
    fitting: list[str] = []
    numbers: list[int] = []
    broken: list[Broken] = []
    for number, line in enumerate(block, row):
        cells = line.rstrip("\n").split(delimiter)
        if not any(cells):
            continue
        if fault := fit(cells, width, number):
            broken.append(fault)
        else:
            fitting.append(delimiter.join(cells[:width]) + "\n")
            numbers.append(number)
    return Chunk(titles, _split(fitting, numbers, width, delimiter), broken)


def _split(block: list[str], numbers: Sequence[int], width: int, delimiter: str) -> pl.DataFrame:
    if len(block) < FEW or width == 1:
        rows = [line.rstrip("\n").split(delimiter) for line in block]
        return _not_blank(frame_of(rows, numbers, width))
    frame = pl.read_csv(
        "".join(block).encode(),
        has_header=False,
        schema={str(n): pl.String for n in range(width)},
        separator=delimiter,
        quote_char=None,
    )
    return _not_blank(frame.with_columns(_row=pl.Series(numbers, dtype=pl.UInt32)))


def _not_blank(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter(~pl.all_horizontal(pl.exclude("_row").is_null()))


def _quoted(body: Iterator[str], row: int, titles: list[str], delimiter: str) -> Iterator[Chunk]:
    """Quotes: cells may hold delimiters and line breaks; a quote never closed spoils the file."""
    records = _records(csv.reader(body, delimiter=delimiter, strict=True), row)
    yield _quoted_chunk([], titles)
    while block := list(islice(records, CHUNK_ROWS // 2)):
        yield _quoted_chunk(block, titles)


def _quoted_chunk(block: list[tuple[int, list[str]]], titles: list[str]) -> Chunk:
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


def _delimiter(class_id: str, start: list[str]) -> str:
    """The delimiter under which the header is recognised; a comma when none is."""
    for delimiter in DELIMITERS:
        try:
            find_header(class_id, list(csv.reader(start, delimiter=delimiter)))
        except (FileProblem, csv.Error):
            continue
        return delimiter
    return ","


def _without_tail(titles: list[str]) -> list[str]:
    """Titles without the thousands of empty ones a spreadsheet may append."""
    if len(titles) <= MAX_COLUMNS:
        return titles
    return titles[: max((n for n, title in enumerate(titles, 1) if title.strip()), default=0)]
