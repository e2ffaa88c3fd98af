"""A view in which every person has one mark and every region the code in force: for all who read facts."""

from collections.abc import Collection
from datetime import date

import polars as pl
from polars import LazyFrame, col

from core.city.regions import Regions
from core.facts import View
from core.facts.asof import StoreView
from core.matching.births import BIRTHS
from core.matching.matching import Matching
from core.matching.met import Met, is_mark
from core.sources import Field, Source, sources

REGION = ("region", "region_code")
HOUSEHOLD = ("household", "household_no")


class MatchedView:
    """*inner* with marks replaced by persons; fulfils core.facts.View.

    *met*: the classes in which a replaced mark occurs, each with its mark and person; *moved*:
    those in which a household stands under a new number (all: None). In all others filters reach
    the files as before.
    """

    def __init__(
        self,
        inner: View,
        matching: Matching,
        met: Met,
        regions: Regions,
        moved: Collection[str] | None = None,
    ) -> None:
        self.at: date = inner.at
        self.matching = matching
        self._inner, self._met, self._regions = inner, met, regions
        self._moved = sources().keys() if moved is None else moved

    def records(self, class_id: str) -> LazyFrame:
        rows = self._inner.records(class_id)
        source = sources()[class_id]
        place = [name for name in REGION if name == "region" or name in source.fields]
        rows = rows.with_columns(self._regions.in_force(col(name)).alias(name) for name in place)
        aliases = self._met.get(class_id)
        if aliases is not None:
            fields = [_field(field, aliases) for field in source.fields.values() if is_mark(field)]
            rows = rows.with_columns(_exchanged(col("person"), aliases), *fields)
        if self.matching.homes.height and class_id in self._moved:
            rows = rows.with_columns(_households(source, self.matching.homes))
        return self._with_children(rows) if class_id == BIRTHS else rows

    def reads_as(self, other: "MatchedView", class_id: str) -> bool:
        """Whether the records of a class are those that *other* gives."""
        mine, theirs = self._inner, other._inner
        if not (isinstance(mine, StoreView) and isinstance(theirs, StoreView)):
            return self is other
        return (
            mine.edition(class_id) == theirs.edition(class_id)
            and self._regions.same_as(other._regions)
            and _equal(self._met.get(class_id), other._met.get(class_id))
            and (class_id in self._moved) == (class_id in other._moved)
            and _equal(self.matching.homes, other.matching.homes)
            and (class_id != BIRTHS or _equal(self.matching.born, other.matching.born))
        )

    def rows(self, class_id: str) -> int:
        """How many rows are stored, every version counted."""
        return self._inner.rows(class_id) if isinstance(self._inner, StoreView) else 0

    def last_delivery(self, class_id: str) -> date | None:
        return self._inner.last_delivery(class_id)

    def fresh(self, class_id: str) -> bool | None:
        return self._inner.fresh(class_id)

    def _with_children(self, rows: LazyFrame) -> LazyFrame:
        """A certificate without a mark is about the child that was found for it."""
        children = self.matching.born
        if not children.height:
            return rows
        found = col("record_id").replace_strict(
            children["record_id"], children["child"], default=None, return_dtype=pl.String
        )
        return rows.with_columns(person=pl.coalesce("person", found))


def _equal(one: pl.DataFrame | None, other: pl.DataFrame | None) -> bool:
    if one is None or other is None:
        return one is other
    return one is other or one.equals(other)


def _households(source: Source, homes: pl.DataFrame) -> list[pl.Expr]:
    names = [name for name in HOUSEHOLD if name == "household" or name in source.fields]
    return [col(name).replace(homes["number"], homes["household"]) for name in names]


def _field(field: Field, aliases: pl.DataFrame) -> pl.Expr:
    if field.type == "list":
        return col(field.name).list.eval(_exchanged(pl.element(), aliases)).alias(field.name)
    return _exchanged(col(field.name), aliases)


def _exchanged(marks: pl.Expr, aliases: pl.DataFrame) -> pl.Expr:
    return marks.replace(aliases["mark"], aliases["person"])
