"""XLSX: checked from outside before anything is unpacked, then read by calamine."""

from collections.abc import Iterator
from pathlib import Path

import fastexcel
import polars as pl

from core.intake.header import SEARCHED_ROWS, find_header
from core.intake.problem import FileProblem
from core.intake.readers.unzip import check_workbook
from core.intake.table import CHUNK_ROWS, Chunk, Examined

UNREADABLE = "打不开这个表格文件，可能损坏或加了密码。请用 Excel 或 WPS 打开后另存为 xlsx 再送。"


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of the first sheet that has a header of this class; dates and formulas as values."""
    check_workbook(path)
    sheet, number = _sheet(path, class_id)
    top = sheet.row(number)
    titles = [_title(t) for t in top]
    width = max((n for n, t in enumerate(titles, 1) if t), default=0)
    body = sheet.select(pl.all().name.map(str))[:, :width]
    body.columns = [str(n) for n in range(width)]
    for start in range(number + 1, max(sheet.height, number + 2), CHUNK_ROWS):
        frame = body.slice(start, CHUNK_ROWS).with_columns(pl.all().replace("", None))
        numbers = pl.int_range(start + 1, start + 1 + frame.height, dtype=pl.UInt32, eager=True)
        frame = frame.with_columns(_row=numbers)
        yield Chunk(titles[:width], frame.filter(~pl.all_horizontal(pl.exclude("_row").is_null())))


def _sheet(path: Path, class_id: str) -> tuple[pl.DataFrame, int]:
    """The sheet with the header, and the row of the header."""
    problem: FileProblem | None = None
    try:
        book = fastexcel.read_excel(path)
        for name in book.sheet_names:
            sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
            try:
                top = [[_title(t) for t in row] for row in sheet.head(SEARCHED_ROWS).rows()]
                return sheet, find_header(class_id, top)
            except FileProblem as error:
                problem = problem or error
    except fastexcel.FastExcelError as error:
        raise FileProblem(UNREADABLE) from error
    raise problem or FileProblem(UNREADABLE)


def _title(cell: str | None) -> str:
    return cell or ""
