"""What would change a household's colours: one relief at a time, in the words of its indicator."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from core.city.standards import Standards
from core.portrait.engine import NONE, portrait
from core.portrait.explain import colour_words
from core.portrait.model import Model
from core.portrait.reading import Relief
from core.portrait.shelf import Type, types
from locales import tr


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A relief that turns the colour of a type; colours as (low, high), 0 to 3."""

    relief: str
    indicator: str
    letter: str
    type: str
    before: tuple[int, int]
    after: tuple[int, int]
    lang: str = "zh"

    @property
    def better(self) -> bool:
        return self.after < self.before

    def __str__(self) -> str:
        """若本月参保就业，发展型由红转绿。"""
        if self.after == (NONE, NONE):
            return tr("若{relief}，不再属于{type}。", self.lang, relief=self.relief, type=self.type)
        before, after = (colour_words(*c, self.lang) for c in (self.before, self.after))
        blanks = {"relief": self.relief, "type": self.type, "before": before, "after": after}
        return tr("若{relief}，{type}由{before}转{after}。", self.lang, **blanks)


def what_if(
    household: pl.DataFrame,
    changes: Sequence[Mapping[str, Any]],
    std: Standards,
    model: Model | None = None,
) -> pl.DataFrame:
    """Portraits of one household (a frame of one row) under each of *changes*, in one go.

    A change maps variables to new values or to expressions over the household's own columns;
    a count that is changed is then wholly known.
    """
    rows = [changed(household, change) for change in changes]
    return portrait(pl.concat(rows, how="diagonal"), std, model)


def changed(household: pl.DataFrame, change: Mapping[str, Any]) -> pl.DataFrame:
    """The household with some variables set; a type that is there already stays."""
    schema = household.schema
    sure = {f"{v}_unknown": 0 for v in change if f"{v}_unknown" in schema}
    told = {v: x if isinstance(x, pl.Expr) else pl.lit(x) for v, x in {**change, **sure}.items()}
    return household.with_columns(
        (x.cast(schema[v]) if v in schema else x).alias(v) for v, x in told.items()
    )


def turns(
    household: pl.DataFrame,
    std: Standards,
    *,
    lang: str = "zh",
    lines: Collection[str] = (),
    model: Model | None = None,
) -> list[Turn]:
    """The reliefs that would by themselves turn a colour of this household, best first."""
    now = portrait(household, std, model).row(0, named=True)
    tried = _tried(now, std, lines)
    if not tried:
        return []
    changes = [relief.then for _, relief in tried]
    then = what_if(household, changes, std, model).rows(named=True)
    kinds = types(std.at)
    found = [
        _turn(indicator, relief, kind, now, row, lang)
        for (indicator, relief), row in zip(tried, then, strict=True)
        for kind in kinds
        if _colours(kind, row) != _colours(kind, now) and now[f"{kind.letter}_gate"] is not False
    ]
    return sorted((t for t in found if t.better), key=lambda t: (t.after, t.letter))


def _tried(
    now: Mapping[str, Any], std: Standards, lines: Collection[str]
) -> list[tuple[str, Relief]]:
    """The reliefs of indicators that count or could, of the types the household may belong to."""
    return [
        (i.id, i.relief)
        for kind in types(std.at)
        if now[f"{kind.letter}_gate"] is not False
        for i in kind.indicators
        if i.relief and now[f"{i.id}_high"] and (i.line is None or i.line in lines)
    ]


def _turn(
    indicator: str,
    relief: Relief,
    kind: Type,
    now: Mapping[str, Any],
    then: Mapping[str, Any],
    lang: str,
) -> Turn:
    return Turn(
        relief=relief.title_en if lang == "en" else relief.title,
        indicator=indicator,
        letter=kind.letter,
        type=kind.title(lang),
        before=_colours(kind, now),
        after=_colours(kind, then),
        lang=lang,
    )


def _colours(kind: Type, row: Mapping[str, Any]) -> tuple[int, int]:
    return row[f"{kind.letter}_colour_low"], row[f"{kind.letter}_colour_high"]
