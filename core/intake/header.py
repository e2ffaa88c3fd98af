"""Find the header and say which column feeds what, whatever order and language it came in."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from core.intake.problem import FileProblem
from core.sources import envelope, sources

SEARCHED_ROWS = 10
MAX_COLUMNS = 500
OURS = ("行号", "问题字段", "问题说明")  # what a rejects file adds in front
NAMED = 5


@dataclass(frozen=True)
class Header:
    """The columns of one file: input name -> position; units of money a title gives in brackets."""

    titles: tuple[str, ...]
    columns: dict[str, int]
    ignored: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    resent: bool = False

    def title_of(self, name: str) -> str:
        """What the department calls this column."""
        return self.titles[self.columns[name]] if name in self.columns else name


def read_header(class_id: str, titles: list[str]) -> Header:
    """Match *titles* to the class; raises FileProblem when it cannot be this class's header."""
    if len(titles) > MAX_COLUMNS:
        raise FileProblem(f"表头有 {len(titles)} 列，最多 {MAX_COLUMNS} 列。请只保留本类的字段。")
    columns: dict[str, int] = {}
    units: dict[str, str] = {}
    for position, title in enumerate(titles):
        name, unit = match(class_id, title)
        if name is None:
            continue
        if name in columns:
            first = titles[columns[name]]
            raise FileProblem(f"表头“{first}”和“{title}”是同一列，重复了。请删去一列再送。")
        columns[name] = position
        if "元" in unit:
            units[name] = unit
    _check(class_id, columns)
    known = set(columns.values())
    ignored = tuple(t for n, t in enumerate(titles) if n not in known and t and t not in OURS)
    resent = OURS[2] in titles
    return Header(tuple(titles), columns, ignored, units, resent)


def find_header(class_id: str, rows: list[list[str]]) -> int:
    """Which of the first rows is the header: the first that has a record number."""
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        if any(match(class_id, title)[0] == "record_id" for title in row[: MAX_COLUMNS * 40]):
            return number
    raise FileProblem(
        f"前 {SEARCHED_ROWS} 行里没有找到表头：要有“记录编号”（record_id）一列。"
        "请核对是不是这一类的文件，或补上表头再送。"
    )


def match(class_id: str, title: str) -> tuple[str | None, str]:
    """The input this title names, and the unit it gives in brackets."""
    names = _names(class_id)
    whole = normal(title)
    if whole in names:
        return names[whole], ""
    base, _, unit = whole.partition("(")
    return names.get(base), unit.rstrip(")")


def normal(title: str) -> str:
    """A title without the differences that mean nothing: width, case, blanks, a required-mark."""
    narrow = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\s\u200b\ufeff*:：]", "", narrow)


@cache
def _names(class_id: str) -> dict[str, str]:
    """Everything a column of this class may be called -> input name; the class goes first."""
    found: dict[str, str] = {}
    for name, about in envelope().items():
        found |= {normal(t): name for t in (name, *about["titles"])}
    fields = sources()[class_id].fields.values()
    short = {normal(f.title).partition("(")[0]: f.name for f in fields}
    return found | short | {normal(t): f.name for f in fields for t in (f.name, f.title)}


def _check(class_id: str, columns: dict[str, int]) -> None:
    if "record_id" not in columns:
        raise FileProblem("缺少“记录编号”（record_id）一列：没有它无法更正和去重。请补上再送。")
    if "op" not in columns and not set(columns) & set(sources()[class_id].fields):
        wanted = "、".join(f.title for f in list(sources()[class_id].fields.values())[:NAMED])
        raise FileProblem(f"没有认出 {class_id} 的任何字段（如{wanted}）。请核对文件名和表头。")
