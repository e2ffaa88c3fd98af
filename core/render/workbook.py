"""Excel for the supervisor: the morning's figures and the list of families.

Cells are written as what they are, never as formulas; texts that look like one are marked as text.
Every sheet filters, keeps its head in view and prints on A4 with who took it out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from core.clock import local
from core.render import palette
from core.render.data import Opened
from locales import tr

LONGEST = 32_767  # characters Excel takes in one cell
RISKY = ("=", "+", "-", "@", "\t", "\r")
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel files carry a bare moment
Cell = str | int | float | date | None


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its head, its width in characters, whether its texts wrap."""

    head: str
    width: float
    wrap: bool = False
    bars: bool = False
    percent: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet; *tones* gives for a row the colours of single cells, by column number."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    tones: Callable[[Sequence[Cell]], dict[int, str]] = field(default=lambda row: {})


def workbook(sheets: Iterable[Sheet], *, lang: str, opened: Opened | None = None) -> bytes:
    """The sheets as an .xlsx; the same data gives the same bytes."""
    held = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"created": _bare(opened.at) if opened else EPOCH})
        styles = Styles(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, styles, lang, opened)
    return held.getvalue()


class Styles:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **wanted: Any) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            base = {"font_name": "Microsoft YaHei", "font_size": 10.5, "valign": "vcenter"}
            self._made[key] = self._book.add_format({**base, **wanted})
        return self._made[key]


def _write(page: Any, sheet: Sheet, styles: Styles, lang: str, opened: Opened | None) -> None:
    bottom, last = 1, len(sheet.columns) - 1
    page.set_row(0, 24)
    page.write_string(0, 0, sheet.title, styles.of(bold=True, font_size=14, **_ink(palette.NAVY)))
    head = styles.of(bold=True, bg_color=palette.NAVY, text_wrap=True, **_ink(palette.WHITE))
    for i, column in enumerate(sheet.columns):
        page.write_string(1, i, column.head, head)
        page.set_column(i, i, column.width)
    for bottom, row in enumerate(sheet.rows, start=2):
        tones = sheet.tones(row)
        for i, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _cell(page, bottom, i, value, styles, _look(column, tones.get(i)))
    page.autofilter(1, 0, bottom, last)
    page.freeze_panes(2, 1)
    for i, column in enumerate(sheet.columns):
        if column.bars and bottom > 1:
            bar = {"type": "data_bar", "bar_solid": True, "bar_color": "#9db8d9", "min_value": 0}
            page.conditional_format(2, i, bottom, i, bar)
    _print_setup(page, lang, opened)


def _look(column: Column, tone: str | None) -> dict[str, Any]:
    look: dict[str, Any] = {"bottom": 1, "bottom_color": palette.LINE}
    if column.wrap:
        look["text_wrap"] = True
    if column.percent:
        look["num_format"] = "0%"
    if tone:
        colours = palette.TONES[tone]
        look |= {"bg_color": colours["bg"], "bold": True, **_ink(colours["fg"])}
    return look


def _ink(colour: str) -> dict[str, str]:
    return {"font_color": colour}


def _cell(page: Any, row: int, at: int, value: Cell, styles: Styles, look: dict[str, Any]) -> None:
    if value is None or value == "":
        page.write_blank(row, at, None, styles.of(**look))
    elif isinstance(value, date):
        page.write_datetime(row, at, value, styles.of(num_format="yyyy-mm-dd", **look))
    elif isinstance(value, int | float):
        page.write_number(row, at, value, styles.of(**look))
    else:
        quoted = {"quote_prefix": True} if value.startswith(RISKY) else {}
        page.write_string(row, at, value[:LONGEST], styles.of(**quoted, **look))


def _print_setup(page: Any, lang: str, opened: Opened | None) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, 1)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    who = _plain(f"{opened.by} {local(opened.at):%Y-%m-%d %H:%M} · ") if opened else ""
    page.set_footer(f"&L&9{who}{tr('只给帮扶的人看，别外传', lang)}&R&9&P / &N")


def _plain(text: str) -> str:
    """In a footer an ampersand starts a command; two of them are one."""
    return text.replace("&", "&&")


def _bare(moment: datetime) -> datetime:
    return local(moment).replace(tzinfo=None)
