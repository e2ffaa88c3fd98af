"""At most five suggestions for a household, each with its reason; people decide.

An offer is suggested when the family is (or may be) of one of the types it serves and its conditions
hold or cannot be ruled out. What surely fits comes first; then the type with the higher score. One
place is kept for a service wherever any fits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from core.catalogue import Offer, asked, fits, offers
from core.portrait.shelf import FOLDERS

MOST = 5
LETTERS = {folder: letter for letter, folder in FOLDERS.items()}


@dataclass(frozen=True)
class Suggestion:
    """One offer for one family; *sure* is False when some condition cannot be told yet."""

    offer: Offer
    sure: bool
    why: str

    def to_json(self) -> dict[str, Any]:
        """As `jpf household` tells it."""
        return {
            "id": self.offer.id,
            "name": self.offer.title,
            "kind": "服务" if self.offer.kind == "社会组织服务" else self.offer.kind,
            "form": self.offer.form,
            "why": self.why,
            "sure": self.sure,
            "who": self.offer.by,
            "days": self.offer.days,
            "documents": list(self.offer.documents),
        }


def suggest(
    household: Mapping[str, Any],
    portrait: Mapping[str, Any],
    schema: Mapping[str, pl.DataType],
    at: date,
    *,
    asked_for: Iterable[str] = (),
) -> list[Suggestion]:
    """Suggestions for one household: its variables, its portrait row; *asked_for* go first.

    *schema* types the variables, so that a frame of one row is judged like a town.
    """
    frame = pl.DataFrame([household], schema=dict(schema))
    return _ranked(_said(frame, at)[0], portrait, set(frame.columns), set(asked_for))


def suggest_all(
    households: pl.DataFrame, portraits: Iterable[Mapping[str, Any]], at: date
) -> dict[str, list[Suggestion]]:
    """Suggestions by household, for many at once; *portraits* in the order of *households*."""
    columns, said = set(households.columns), _said(households, at)
    return {
        str(portrait["household"]): _ranked(row, portrait, columns, set())
        for row, portrait in zip(said, portraits, strict=True)
    }


def _said(frame: pl.DataFrame, at: date) -> list[dict[str, Any]]:
    """What each offer's conditions say of each household: yes, no, cannot tell."""
    columns = set(frame.columns)
    told = frame.select(fits(o, columns, at).alias(name) for name, o in offers().items())
    return told.rows(named=True)


def _ranked(
    said: Mapping[str, Any], portrait: Mapping[str, Any], columns: set[str], first: set[str]
) -> list[Suggestion]:
    ranked = sorted(
        (
            (not said[name], name not in first, -_need(offer, portrait), place, name)
            for place, (name, offer) in enumerate(offers().items())
            if said[name] is not False and _need(offer, portrait) > 0 and asked(offer) <= columns
        )
    )
    chosen = [
        Suggestion(offers()[name], not unsure, offers()[name].why) for unsure, *_, name in ranked
    ]
    return _with_a_service(chosen)


def _need(offer: Offer, portrait: Mapping[str, Any]) -> int:
    """How pressing the types are that this offer serves; 0 when the family is of none of them."""
    scores = [0]
    for folder in offer.types:
        letter = LETTERS[folder]
        if portrait[f"{letter}_gate"] is not False:
            scores.append(1 + int(portrait[f"{letter}_score_low"]))
    return max(scores)


def _with_a_service(ranked: list[Suggestion]) -> list[Suggestion]:
    chosen = ranked[:MOST]
    service = next((s for s in ranked[MOST:] if s.offer.is_service), None)
    if service and not any(s.offer.is_service for s in chosen):
        chosen = [*chosen[:-1], service]
    return chosen
