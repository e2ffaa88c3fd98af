"""Read whole columns: fast for what is written cleanly, cell by cell only for the odd ones.

Each function takes a String column and gives the values and the faults it found. A blank cell is
null and never a fault: blank is not zero.
"""

import string
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import polars as pl

from core.intake import cells
from core.intake.problem import Unreadable
from core.sources import Field

FUTURE = "日期晚于收到日，请核对"
TOO_OLD = "日期早于 1900 年，请核对"
TOO_AGED = "年龄超过 130 岁，请核对出生日期"
NEGATIVE = "不该是负数，请核对"
NOT_LISTED = "只能写：{values}"
GARBLED = "有乱码（�），请从原系统重新导出"
TOO_LONG = "文字太长，最多 {limit} 个字"
NO_HASH = "不是人员标识，也不是身份证号"

LONGEST = 4_000
LONGEST_KEY = 128
SEPARATORS = r"[、,;|\n]+"
_DAY = r"^\d{4}-\d\d-\d\d$"
_MONTH = r"^\d{4}-\d\d$"
_MOMENT = r"^\d{4}-\d\d-\d\d [0-2]\d:[0-5]\d:[0-5]\d$"
_AMOUNT = r"^[+-]?\d{1,15}(\.\d{1,6})?$"
_ID = r"^\d{17}[\dX]$"
_MARK = r"^[0-9A-Za-z_:.-]{2,128}$"
_LIKE_ID = r"^(\d{15}|\d{17}[\dXx]|\d(\.\d+)?[Ee]\+?\d+)$"
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f]"
_SHIELDED = r"^'([=+@-])"  # a quote that kept a spreadsheet from running the cell
_WIDE = "[０-９Ａ-Ｚａ-ｚ]"
_NARROW = {chr(ord(c) + 0xFEE0): c for c in string.ascii_letters + string.digits}
_NULL_WORDS = ("null", "NULL", "None", "#N/A", "\\N", "nan", "NaN")


@dataclass(frozen=True)
class Column:
    """Values read, and the faults: where (a mask) and what to tell."""

    values: pl.Series
    faults: tuple[tuple[pl.Series, str], ...] = ()

    def also(self, mask: pl.Series, sentence: str) -> "Column":
        """The same values with one more possible fault; those cells become null."""
        mask = mask.fill_null(False)
        if not mask.any():
            return self
        kept = self.values.to_frame().select(pl.when(~mask).then(pl.first())).to_series()
        return Column(kept.rename(self.values.name), (*self.faults, (mask, sentence)))


def text(cells_: pl.Series, longest: int = LONGEST) -> Column:
    """Free text as it came, without control characters; only truly blank cells are null.

    Digits and letters are made narrow, Chinese punctuation stays.
    """
    clean = cells_.str.strip_chars()
    if clean.str.starts_with("'").any():
        clean = clean.str.replace(_SHIELDED, "$1")
    if clean.str.contains(_WIDE).any():
        clean = clean.str.replace_many(list(_NARROW), list(_NARROW.values()))
    if clean.str.contains(_CONTROL).any():
        clean = clean.str.replace_all(_CONTROL, "")
    clean = clean.replace(dict.fromkeys(_NULL_WORDS) | {"": None})
    read = Column(clean).also(clean.str.contains("\ufffd", literal=True), GARBLED)
    return read.also(clean.str.len_chars() > longest, TOO_LONG.format(limit=longest))


def code(cells_: pl.Series) -> Column:
    """A code or number of ours: full-width made narrow, no blanks or text marks around."""
    return text(_narrow(cells_).str.strip_chars().str.strip_prefix("'"), LONGEST_KEY)


def day(cells_: pl.Series, observed: date, *, future: bool) -> Column:
    clean = cells_.str.strip_chars()
    fast = _only(clean, _DAY).str.to_date("%Y-%m-%d", strict=False)
    return _dated(_rescue(clean, fast, partial(cells.read_date, future=future)), observed, future)


def month(cells_: pl.Series, observed: date, *, future: bool) -> Column:
    clean = cells_.str.strip_chars()
    fast = (_only(clean, _MONTH) + "-01").str.to_date("%Y-%m-%d", strict=False)
    return _dated(_rescue(clean, fast, cells.read_month), observed, future)


def moment(cells_: pl.Series, observed: date, *, future: bool) -> Column:
    clean = cells_.str.strip_chars()
    plain = _only(clean, _MOMENT)
    fast = plain.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")
    return _dated(_rescue(clean, fast, cells.read_moment), observed, future)


def decimal(cells_: pl.Series, scale: int, *, negative: bool) -> Column:
    """Multiples of 1/scale (a million at most); the fast path takes only what needs no rounding."""
    clean = cells_.str.strip_chars()
    amounts = _only(clean, _AMOUNT).cast(pl.Decimal(24, 6), strict=False)
    millionths = (amounts * 1_000_000).cast(pl.Int64, strict=False)
    step = 1_000_000 // scale
    exact = millionths % step == 0
    fast = (millionths // step).to_frame().select(pl.when(exact).then(pl.first()))
    read = _rescue(clean, fast.to_series(), partial(cells.read_number, scale=scale))
    return read if negative else read.also(read.values < 0, NEGATIVE)


def whole(cells_: pl.Series, *, negative: bool) -> Column:
    clean = cells_.str.strip_chars()
    read = _rescue(clean, clean.cast(pl.Int64, strict=False), cells.read_whole)
    return read if negative else read.also(read.values < 0, NEGATIVE)


def boolean(cells_: pl.Series) -> Column:
    words = {"是": True, "否": False, "1": True, "0": False, "true": True, "false": False}
    clean = cells_.str.strip_chars()
    fast = clean.replace_strict(words, default=None, return_dtype=pl.Boolean)
    return _rescue(clean, fast, cells.read_bool, blanks=cells.NOTHING - {"无"})


def operation(cells_: pl.Series) -> Column:
    clean = cells_.str.strip_chars()
    fast = clean.to_frame().select(
        pl.when(pl.first().is_in(["add", "upd", "del"])).then(pl.first())
    )
    read = _rescue(clean, fast.to_series(), cells.read_op)
    return Column(read.values.fill_null("add"), read.faults)


def choice(cells_: pl.Series, values: tuple[str, ...]) -> Column:
    """One of a closed list; a word for "nothing" is null unless the list has it."""
    clean = cells_.str.strip_chars()
    fast = clean.to_frame().select(pl.when(pl.first().is_in(values)).then(pl.first()))
    blanks = cells.NOTHING - set(values)
    return _rescue(clean, fast.to_series(), partial(_pick, values=values), blanks=blanks)


def identity(cells_: pl.Series, blind: Callable[[str], str]) -> Column:
    """A person's mark as it came, or the blind index of an ID number."""
    clean = cells_.str.strip_chars()
    mark = _only(clean, _MARK).to_frame()
    fast = mark.select(pl.when(~pl.first().str.contains(_LIKE_ID)).then(pl.first()))
    return _rescue(clean, fast.to_series(), partial(_mark, blind=blind))


def id_number(cells_: pl.Series) -> Column:
    """Checked ID numbers of 18 places."""
    clean = cells_.str.strip_chars()
    number = pl.first()
    born = number.str.slice(6, 8).str.to_date("%Y%m%d", strict=False) >= cells.EARLIEST
    right = born & (_remainder(number) == 1)
    shaped = _only(clean, _ID).to_frame()
    return _rescue(clean, shaped.select(pl.when(right).then(number)).to_series(), cells.read_id)


def _remainder(number: pl.Expr) -> pl.Expr:
    """The weighted sum of the 18 places modulo 11 (ISO 7064): 1 for a number without misprint."""
    body = number.str.slice(0, 17).cast(pl.Int64, strict=False)
    places = [body // 10 ** (16 - n) % 10 * weight for n, weight in enumerate(cells.WEIGHTS)]
    last = number.str.slice(17).replace("X", "10").cast(pl.Int64, strict=False)
    return pl.sum_horizontal(*places, last) % 11


def several(cells_: pl.Series, one: Callable[[pl.Series], Column]) -> Column:
    """A list, written with 、 or , or ; or | or line breaks, or as JSON; *one* reads the items."""
    narrow = _narrow(cells_).str.replace_all(r'^\s*\[|\]\s*$|["\']', "")
    nested = narrow.str.replace_all(SEPARATORS, "\x1f").str.split("\x1f")
    frame = nested.to_frame("item").with_row_index("row").explode("item")
    read = one(frame["item"])
    items = frame.with_columns(item=read.values).drop_nulls("item")
    lists = items.group_by("row", maintain_order=True).agg("item")
    joined = (
        frame.select("row")
        .unique(maintain_order=True)
        .join(lists, on="row", how="left", maintain_order="left")
    )
    faults = tuple((_spread(frame["row"], mask, cells_.len()), s) for mask, s in read.faults)
    return Column(joined["item"].rename(cells_.name).cast(pl.List(pl.String)), faults)


def of_field(
    cells_: pl.Series, field: Field, observed: date, blind: Callable[[str], str], scale: int
) -> Column:
    """Read a column by what its field holds; decimals as multiples of 1/*scale*."""
    if field.type == "list":
        return several(cells_, partial(_item, field=field, blind=blind))
    if field.type in ("date", "month", "datetime"):
        read = {"date": day, "month": month, "datetime": moment}[field.type]
        found = read(cells_, observed, future=field.future)
        return _birth(found, observed) if field.name == "birth_date" else found
    if field.type == "decimal":
        return decimal(cells_, scale, negative=field.negative)
    if field.type == "int":
        return whole(cells_, negative=field.negative)
    if field.type == "bool":
        return boolean(cells_)
    return _item(cells_, field=field, blind=blind)


def _item(cells_: pl.Series, *, field: Field, blind: Callable[[str], str]) -> Column:
    kind = field.of or field.type
    if kind == "enum":
        return choice(cells_, field.values)
    if kind == "idhash":
        return identity(cells_, blind)
    return code(cells_) if kind in ("code", "phone") else text(cells_)


def _birth(read: Column, observed: date) -> Column:
    return read.also(read.values < observed.replace(year=observed.year - 130, day=1), TOO_AGED)


def _dated(read: Column, observed: date, future: bool) -> Column:
    days = read.values.cast(pl.Date)
    read = read.also(days < cells.EARLIEST, TOO_OLD)
    return read if future else read.also(days > observed, FUTURE)


def _only(clean: pl.Series, pattern: str) -> pl.Series:
    """The cells written just so; the rest null."""
    return (
        clean.to_frame()
        .select(pl.when(pl.first().str.contains(pattern)).then(pl.first()))
        .to_series()
    )


def _rescue(
    clean: pl.Series,
    fast: pl.Series,
    read: Callable[[str], Any],
    blanks: frozenset[str] | set[str] = cells.NOTHING,
) -> Column:
    """Read the cells the fast path left, each different one once."""
    fast = fast.rename(clean.name)
    odd = clean.is_not_null() & fast.is_null()
    if not odd.any():
        return Column(fast)
    left = clean.filter(odd)
    values, sentences = _read_each(left.unique(), read, blanks)
    rescued = pl.Series([values.get(cell) for cell in left], dtype=fast.dtype)
    read_all = fast.clone().scatter(odd.arg_true(), rescued)
    faults = {s: [c for c, why in sentences.items() if why == s] for s in set(sentences.values())}
    return Column(read_all, tuple((odd & clean.is_in(bad), s) for s, bad in sorted(faults.items())))


def _read_each(
    different: pl.Series, read: Callable[[str], Any], blanks: frozenset[str] | set[str]
) -> tuple[dict[str, Any], dict[str, str]]:
    values: dict[str, Any] = {}
    sentences: dict[str, str] = {}
    for cell in different:
        if cells.plain(cell).lower() in blanks:
            continue
        try:
            values[cell] = read(cell)
        except Unreadable as error:
            sentences[cell] = str(error)
    return values, sentences


def _pick(cell: str, values: tuple[str, ...]) -> str:
    found = cells.plain(cell)
    if found in values:
        return found
    raise Unreadable(NOT_LISTED.format(values="、".join(values)))


def _mark(cell: str, blind: Callable[[str], str]) -> str:
    found = cells.plain(cell)
    if cells.looks_like_id(found):
        return blind(cells.read_id(found))
    if len(found) > LONGEST_KEY or any(c.isspace() for c in found):
        raise Unreadable(NO_HASH)
    return found


def _narrow(cells_: pl.Series) -> pl.Series:
    """Full-width forms made narrow, where there are any."""
    return cells_.str.normalize("NFKC") if cells_.str.contains(r"[^ -~]").any() else cells_


def _spread(rows: pl.Series, mask: pl.Series, height: int) -> pl.Series:
    """A mask over list items as a mask over the rows they came from."""
    bad = rows.filter(mask).unique()
    return pl.int_range(height, eager=True).is_in(bad.implode())
