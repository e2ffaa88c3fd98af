"""Free text, codes, yes and no, closed lists, and lists of any of them."""

import string
from collections.abc import Callable
from functools import partial

import polars as pl

from core.intake import cells
from core.intake.columns.column import Column, rescue
from core.intake.problem import Unreadable

NOT_LISTED = "只能写：{values}"
GARBLED = "有乱码（�），请从原系统重新导出"
TOO_LONG = "文字太长，最多 {limit} 个字"
LONGEST = 4_000
LONGEST_KEY = 128
SEPARATORS = r"[、,;|\n]+"
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f]"
_SHIELDED = r"^'([=+@-])"  # a quote that kept a spreadsheet from running the cell
_WIDE = "[０-９Ａ-Ｚａ-ｚ]"
_NARROW = {chr(ord(c) + 0xFEE0): c for c in string.ascii_letters + string.digits}
_NULL_WORDS = ("null", "NULL", "None", "#N/A", "\\N", "nan", "NaN")


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
    return text(narrow(cells_).str.strip_chars().str.strip_prefix("'"), LONGEST_KEY)


def boolean(cells_: pl.Series) -> Column:
    words = {"是": True, "否": False, "1": True, "0": False, "true": True, "false": False}
    clean = cells_.str.strip_chars()
    fast = clean.replace_strict(words, default=None, return_dtype=pl.Boolean)
    return rescue(clean, fast, cells.read_bool, blanks=cells.NOTHING - {"无"})


def operation(cells_: pl.Series) -> Column:
    clean = cells_.str.strip_chars()
    fast = clean.to_frame().select(
        pl.when(pl.first().is_in(["add", "upd", "del"])).then(pl.first())
    )
    read = rescue(clean, fast.to_series(), cells.read_op)
    return Column(read.values.fill_null("add"), read.faults)


def choice(cells_: pl.Series, values: tuple[str, ...]) -> Column:
    """One of a closed list; a word for "nothing" is null unless the list has it."""
    clean = cells_.str.strip_chars()
    fast = clean.to_frame().select(pl.when(pl.first().is_in(values)).then(pl.first()))
    blanks = cells.NOTHING - set(values)
    return rescue(clean, fast.to_series(), partial(_pick, values=values), blanks=blanks)


def several(cells_: pl.Series, one: Callable[[pl.Series], Column]) -> Column:
    """A list, written with 、 or , or ; or | or line breaks, or as JSON; *one* reads the items."""
    flat = narrow(cells_).str.replace_all(r'^\s*\[|\]\s*$|["\']', "")
    nested = flat.str.replace_all(SEPARATORS, "\x1f").str.split("\x1f")
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


def _pick(cell: str, values: tuple[str, ...]) -> str:
    found = cells.plain(cell)
    if found in values:
        return found
    raise Unreadable(NOT_LISTED.format(values="、".join(values)))


def narrow(cells_: pl.Series) -> pl.Series:
    """Full-width forms made narrow, where there are any."""
    return cells_.str.normalize("NFKC") if cells_.str.contains(r"[^ -~]").any() else cells_


def _spread(rows: pl.Series, mask: pl.Series, height: int) -> pl.Series:
    """A mask over list items as a mask over the rows they came from."""
    bad = rows.filter(mask).unique()
    return pl.int_range(height, eager=True).is_in(bad.implode())
