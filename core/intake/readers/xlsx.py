"""XLSX: checked from outside before anything is unpacked, then read by calamine."""

from collections.abc import Iterator
from pathlib import Path

import fastexcel
import polars as pl

from core.intake.header import SEARCHED_ROWS, find_header
from core.intake.problem import FileProblem
from core.intake.readers.damaged import told_as
from core.intake.readers.unzip import check_workbook
from core.intake.table import CHUNK_ROWS, Chunk, Examined

TWO_SHEETS = "这个工作簿里有两张带表头的表，分不清用哪张。请一个文件只放一张表再送。"
UNREADABLE = "打不开这个表格文件，可能损坏或加了密码。请用 Excel 或 WPS 打开后另存为 xlsx 再送。"


def read(path: Path, class_id: str, examined: Examined) -> Iterator[Chunk]:
    """Rows of the one sheet that has a header of this class; dates and formulas as values."""
    check_workbook(path)
    sheet, number = _sheet(path, class_id)
    titles = [cell or "" for cell in sheet.row(number)]
    width = max(n for n, title in enumerate(titles, 1) if title)
    body = sheet.select(sheet.columns[:width])
    body.columns = [str(n) for n in range(width)]
    for start in range(number + 1, max(sheet.height, number + 2), CHUNK_ROWS):
        frame = body.slice(start, CHUNK_ROWS).with_columns(pl.all().replace("", None))
        numbers = pl.int_range(start + 1, start + 1 + frame.height, dtype=pl.UInt32, eager=True)
        some = ~pl.all_horizontal(pl.exclude("_row").is_null())
        yield Chunk(titles[:width], frame.with_columns(_row=numbers).filter(some))


def _sheet(path: Path, class_id: str) -> tuple[pl.DataFrame, int]:
    """The sheet with the header, and the row of the header; raises FileProblem for none or two."""
    found: list[tuple[pl.DataFrame, int]] = []
    problem = FileProblem(UNREADABLE)
    for sheet in _sheets(path):
        top = [[cell or "" for cell in row] for row in sheet.head(SEARCHED_ROWS).rows()]
        try:
            found.append((sheet, find_header(class_id, top)))
        except FileProblem as error:
            problem = error
        if len(found) > 1:
            raise FileProblem(TWO_SHEETS)
    if not found:
        raise problem
    return found[0]


def _sheets(path: Path) -> Iterator[pl.DataFrame]:
    """Every sheet as text, from its very first row and column on."""
    with told_as(UNREADABLE, fastexcel.FastExcelError):
        book = fastexcel.read_excel(path)
        for name in book.sheet_names:
            sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
            yield sheet.to_polars()
