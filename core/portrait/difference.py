"""What changed between two portraits of the same household, and on which variables it rests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.city.standards import Standards
from core.portrait.openness import Row, column, reads
from core.portrait.shelf import Indicator, Type, Unit, types


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A type, red floor or indicator that answers differently; *because* names the variables.

    *before* and *after* are (low, high): colours 0 to 3 for a type, levels in halves for an
    indicator, false or true for a gate or a floor.
    """

    what: str
    id: str
    before: tuple[Any, Any]
    after: tuple[Any, Any]
    because: tuple[str, ...]


def difference(
    before: Row, after: Row, old_facts: Row, new_facts: Row, std: Standards
) -> list[Moved]:
    """Two rows of the portrait and the two rows of variables behind them, compared."""
    moved_facts = {v for v in new_facts if new_facts[v] != old_facts.get(v)}
    found: list[Moved] = []
    for kind in types(std.at):
        units = [_moved(u, before, after, moved_facts) for u in kind.units]
        inside = [m for m in units if m]
        found += [*_type(kind, before, after, inside), *inside]
    return found


def _type(kind: Type, before: Row, after: Row, inside: list[Moved]) -> list[Moved]:
    names = [f"{kind.letter}_colour_{end}" for end in ("low", "high")]
    old, new = ((row[names[0]], row[names[1]]) for row in (before, after))
    if old == new:
        return []
    because = tuple(dict.fromkeys(v for m in inside for v in m.because))
    return [Moved(what="colour", id=kind.letter, before=old, after=new, because=because)]


def _moved(unit: Unit, before: Row, after: Row, facts: set[str]) -> Moved | None:
    old, new = _answer(unit, before), _answer(unit, after)
    if old == new:
        return None
    what = "indicator" if isinstance(unit, Indicator) else unit.name.partition("_")[0]
    because = tuple(v for v in reads(unit) if {v, f"{v}_unknown"} & facts)
    return Moved(what=what, id=unit.id, before=old, after=new, because=because)


def _answer(unit: Unit, row: Mapping[str, Any]) -> tuple[Any, Any]:
    if isinstance(unit, Indicator):
        return row[f"{unit.id}_low"], row[f"{unit.id}_high"]
    said = row[column(unit)]
    return (False, True) if said is None else (said, said)
