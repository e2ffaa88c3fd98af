"""CSV and TSV: fast where no quote is used, Python's strict reader where one is."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import polars as pl

from core.intake.examine import lines
from core.intake.header import SEARCHED_ROWS, find_header
from core.intake.problem import Broken, FileProblem
from core.intake.table import (
    CHUNK_ROWS,
    LONGEST_CELL,
    LONGEST_LINE,
    Chunk,
    Examined,
    fit,
    frame_of,
    too_long,
)

DELIMITERS = ",\t;|"
LONGEST_RECORD = 50  # lines; a cell that spans more was most likely never closed


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of a delimited file; raises FileProblem for what makes the whole file doubtful."""
    csv.field_size_limit(LONGEST_CELL)
    start = list(islice(_lines(path, examined.encoding), SEARCHED_ROWS))
    delimiter = _delimiter(class_id, start)
    titles, above = _top(class_id, start, delimiter)
    body = islice(_lines(path, examined.encoding), above, None)
    rows = _quoted if examined.quotes else _plain
    yield from rows(body, above + 1, titles, delimiter)


def _top(class_id: str, start: list[str], delimiter: str) -> tuple[list[str], int]:
    """The titles, and how many lines they and what stands above them take."""
    reader = csv.reader(start, delimiter=delimiter)
    top = [(cells, reader.line_num) for cells in reader]
    titles, above = top[find_header(class_id, [cells for cells, _ in top])]
    return _without_tail(titles), above


def _plain(body: Iterator[str], row: int, titles: list[str], delimiter: str) -> Iterator[Chunk]:
    """No quotes anywhere: a line is a record, so polars splits thousands at once."""
    width = len(titles)
    while block := list(islice(body, CHUNK_ROWS)):
        fitting: list[str] = []
        numbers: list[int] = []
        broken: list[Broken] = []
        for row, line in enumerate(block, row):  # noqa: B020 - goes on where the last block ended
            if line.count(delimiter) == width - 1:
                fitting.append(line)
                numbers.append(row)
            elif line.strip(delimiter + " \n"):
                _sort_out(line, row, width, delimiter, fitting, numbers, broken)
        row += 1
        yield Chunk(titles, _split(fitting, numbers, width, delimiter), broken)


def _sort_out(
    line: str,
    row: int,
    width: int,
    delimiter: str,
    fitting: list[str],
    numbers: list[int],
    broken: list[Broken],
) -> None:
    cells = line.rstrip("\n").split(delimiter)
    if fault := fit(cells, width, row):
        broken.append(fault)
    else:
        fitting.append(delimiter.join(cells[:width]) + "\n")
        numbers.append(row)


def _split(block: list[str], numbers: list[int], width: int, delimiter: str) -> pl.DataFrame:
    if not block:
        return frame_of([], [], width)
    if width == 1:
        return frame_of([[line.rstrip("\n")] for line in block], numbers, 1)
    frame = pl.read_csv(
        "".join(block).encode(),
        has_header=False,
        schema={str(n): pl.String for n in range(width)},
        separator=delimiter,
        quote_char=None,
    )
    frame = frame.with_columns(_row=pl.Series(numbers, dtype=pl.UInt32))
    return frame.filter(~pl.all_horizontal(pl.exclude("_row").is_null()))


def _quoted(body: Iterator[str], row: int, titles: list[str], delimiter: str) -> Iterator[Chunk]:
    """Quotes: cells may hold delimiters and line breaks; a quote never closed spoils the file."""
    width = len(titles)
    reader = csv.reader(body, delimiter=delimiter, strict=True)
    more = True
    while more:
        kept: list[list[str]] = []
        numbers: list[int] = []
        broken: list[Broken] = []
        more = False
        for number, cells in islice(_records(reader, row), CHUNK_ROWS):
            more = True
            if fault := fit(cells, width, number):
                broken.append(fault)
            elif any(cells):
                kept.append(cells[:width])
                numbers.append(number)
        if more:
            yield Chunk(titles, frame_of(kept, numbers, width), broken)


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


def _lines(path: Path, encoding: str) -> Iterator[str]:
    for row, line in enumerate(lines(path, encoding), 1):
        if len(line) > LONGEST_LINE:
            raise too_long(row)
        yield line


def _without_tail(titles: list[str]) -> list[str]:
    while titles and not titles[-1].strip():
        titles = titles[:-1]
    return titles
