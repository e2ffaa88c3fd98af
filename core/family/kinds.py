"""The types and colours of many families in one line each, as their portraits were last kept."""

from collections.abc import Collection
from datetime import date

from polars import col

from core.history import History
from core.portrait.explain import colour_words
from core.portrait.shelf import types
from locales import tr


def kinds_of(
    history: History, households: Collection[str], on: date, lang: str = "zh"
) -> dict[str, str]:
    """household → 关爱型（绿）、发展型（红）, by its newest portrait up to *on*.

    "" for who is of no type; nothing for families without a kept portrait.
    """
    kept = history.of(*households).filter(col("at") <= on)
    newest = kept.unique("household", keep="last", maintain_order=True).filter(~col("gone"))
    return {str(row["household"]): _line(row, on, lang) for row in newest.iter_rows(named=True)}


def _line(row: dict[str, object], on: date, lang: str) -> str:
    held = [kind for kind in types(on) if row.get(f"{kind.letter}_gate")]
    return tr("、", lang).join(
        tr("{what}（{who}）", lang, what=kind.title(lang), who=_colour(row, kind.letter, lang))
        for kind in held
    )


def _colour(row: dict[str, object], letter: str, lang: str) -> str:
    low, high = (int(str(row[f"{letter}_colour_{end}"])) for end in ("low", "high"))
    return colour_words(low, high, lang)
