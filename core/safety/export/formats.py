"""CSV, JSON and XLSX of the same rows; whatever a name begins with, nothing runs as a formula.

CSV is UTF-8 without a mark, for programs; people who use Excel take the XLSX.
"""

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from core.render.data import Opened
from core.render.workbook import Column as XlsxColumn
from core.render.workbook import Sheet, workbook
from core.safety.export.columns import Column

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # ASVS 1.2.10
Row = dict[str, Any]
Write = Callable[[str, list[Column], list[Row], str, datetime], bytes]


def as_csv(table: str, columns: list[Column], rows: list[Row], by: str, at: datetime) -> bytes:
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(column.name for column in columns)
    writer.writerows([harmless(row[column.name]) for column in columns] for row in rows)
    return held.getvalue().encode()


def as_json(table: str, columns: list[Column], rows: list[Row], by: str, at: datetime) -> bytes:
    picked = [{column.name: row[column.name] for column in columns} for row in rows]
    return (json.dumps(picked, ensure_ascii=False, indent=1) + "\n").encode()


def as_xlsx(table: str, columns: list[Column], rows: list[Row], by: str, at: datetime) -> bytes:
    heads = [XlsxColumn(head=c.title, width=c.width, wrap=c.width >= 30) for c in columns]
    cells = [[row[column.name] for column in columns] for row in rows]
    sheet = Sheet(name=table, title=table, columns=heads, rows=cells)
    return workbook([sheet], lang="zh", opened=Opened(by=by, at=at))


FORMATS: dict[str, Write] = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}


def harmless(cell: Any) -> Any:
    """A quote in front of what a spreadsheet would run; numbers stay numbers."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(RISKY):
        return f"'{cell}"
    return "" if cell is None else cell
