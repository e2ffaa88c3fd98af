"""Which reading a field of the catalogue asks for."""

from collections.abc import Callable
from datetime import date
from functools import partial

import polars as pl

from core.intake.columns.column import Column
from core.intake.columns.figures import day, decimal, moment, month, whole
from core.intake.columns.people import identity
from core.intake.columns.texts import boolean, choice, code, several, text
from core.sources import Field

TOO_AGED = "年龄超过 130 岁，请核对出生日期"


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
