"""Who a record is about: a mark, or an ID number that is checked and made blind."""

from collections.abc import Callable
from functools import partial

import polars as pl

from core.intake import cells
from core.intake.columns.column import Column, only, rescue
from core.intake.columns.texts import LONGEST_KEY
from core.intake.problem import Unreadable

NO_HASH = "不是人员标识，也不是身份证号"
_ID = r"^\d{17}[\dX]$"
_MARK = r"^[0-9A-Za-z_:.-]{2,128}$"
_LIKE_ID = r"^(\d{15}|\d{17}[\dXx]|\d(\.\d+)?[Ee]\+?\d+)$"


def identity(cells_: pl.Series, blind: Callable[[str], str]) -> Column:
    """A person's mark as it came, or the blind index of an ID number."""
    clean = cells_.str.strip_chars()
    mark = only(clean, _MARK).to_frame()
    fast = mark.select(pl.when(~pl.first().str.contains(_LIKE_ID)).then(pl.first()))
    return rescue(clean, fast.to_series(), partial(_mark, blind=blind))


def id_number(cells_: pl.Series) -> Column:
    """Checked ID numbers of 18 places."""
    clean = cells_.str.strip_chars()
    number = pl.first()
    born = number.str.slice(6, 8).str.to_date("%Y%m%d", strict=False) >= cells.EARLIEST
    right = born & (_remainder(number) == 1)
    shaped = only(clean, _ID).to_frame()
    return rescue(clean, shaped.select(pl.when(right).then(number)).to_series(), cells.read_id)


def _remainder(number: pl.Expr) -> pl.Expr:
    """The weighted sum of the 18 places modulo 11 (ISO 7064): 1 for a number without misprint."""
    body = number.str.slice(0, 17).cast(pl.Int64, strict=False)
    places = [body // 10 ** (16 - n) % 10 * weight for n, weight in enumerate(cells.WEIGHTS)]
    last = number.str.slice(17).replace("X", "10").cast(pl.Int64, strict=False)
    return pl.sum_horizontal(*places, last) % 11


def _mark(cell: str, blind: Callable[[str], str]) -> str:
    found = cells.plain(cell)
    if cells.looks_like_id(found):
        return blind(cells.read_id(found))
    if len(found) > LONGEST_KEY or any(c.isspace() for c in found):
        raise Unreadable(NO_HASH)
    return found
