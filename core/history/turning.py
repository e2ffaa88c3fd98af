"""What changed between two kept portraits, and which records it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from core.city import Standards
from core.facts.view import View
from core.portrait.difference import Moved, difference
from core.variables import Evidence, features, provenance


@dataclass(frozen=True)
class Turning:
    """A day on which a family's portrait became another one.

    *records*: of each variable that moved, the records that became known since the portrait
    before.
    """

    at: date
    since: date
    moved: tuple[Moved, ...]
    records: Mapping[str, tuple[Evidence, ...]]


def turnings(
    household: str, kept: list[dict[str, Any]], view_of: Any, standards: Any
) -> list[Turning]:
    """Each kept portrait of *household* compared with the one before, oldest first.

    *view_of* and *standards* give the facts and the parameters of a day.
    """
    here = [row for row in kept if not row["gone"]]
    return [
        _turning(household, old, new, view_of, standards)
        for old, new in pairwise(here)
    ]


def _turning(
    household: str, old: dict[str, Any], new: dict[str, Any], view_of: Any, standards: Any
) -> Turning:
    std: Standards = standards(new["at"])
    was, now = (_facts(household, view_of(row["at"]), standards(row["at"])) for row in (old, new))
    moved = difference(old, new, was, now, std)
    names = dict.fromkeys(name for m in moved for name in m.because)
    seen = provenance(view_of(new["at"]), std, household)
    records = {
        name: tuple(e for e in seen.get(name, ()) if _new(e, old["at"], new["at"]))
        for name in names
    }
    return Turning(new["at"], old["at"], tuple(moved), records)


def _facts(household: str, view: View, std: Standards) -> dict[str, Any]:
    return features(view, std, households={household}).households.row(0, named=True)


def _new(piece: Evidence, since: date, at: date) -> bool:
    return piece.observed is not None and since < piece.observed <= at
