"""CSV and TSV, read a block of lines at a time."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import polars as pl

from core.intake.examine import line_blocks, lines
from core.intake.header import MAX_COLUMNS, SEARCHED_ROWS, find_header
from core.intake.problem import Broken, FileProblem
from core.intake.readers.quoted import careful, split, tidy
from core.intake.table import (
    LONGEST_CELL,
    Chunk,
    Examined,
    fit,
    frame_of,
)

DELIMITERS = ",\t;|"
FEW = 2_000  # lines; below, starting polars' reader costs more than it saves


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of a delimited file; raises FileProblem for what makes the whole file doubtful."""
    csv.field_size_limit(LONGEST_CELL)
    start = list(islice(lines(path, examined.encoding), SEARCHED_ROWS))
    delimiter = _delimiter(class_id, start)
    titles, above = _top(class_id, start, delimiter)
    row = 1
    blocks = line_blocks(path, examined.encoding)
    for block in blocks:
        head = max(above + 1 - row, 0)
        if not examined.quotes:
            yield _plain_chunk(block[head:], row + head, titles, delimiter)
        elif tidy(block[head:], len(titles), delimiter):
            yield Chunk(titles, split(block[head:], row + head, len(titles), delimiter))
        else:
            rest = chain(block[head:], chain.from_iterable(blocks))
            yield from careful(rest, row + head, titles, delimiter)
            return
        row += len(block)


def _top(class_id: str, start: list[str], delimiter: str) -> tuple[list[str], int]:
    """The titles, and how many lines they and what stands above them take."""
    reader = csv.reader(start, delimiter=delimiter)
    top = [(cells, reader.line_num) for cells in reader]
    titles, above = top[find_header(class_id, [cells for cells, _ in top])]
    return _without_tail(titles), above


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
