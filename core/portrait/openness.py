"""What is still open about one household, and which facts would close it."""

from collections.abc import Mapping
from typing import Any

from core.portrait.shelf import Indicator, Type, Unit

Row = Mapping[str, Any]


def reads(unit: Unit) -> list[str]:
    """The variables a unit rests on, the days since a blow included."""
    fades = unit.fades if isinstance(unit, Indicator) else None
    return [*unit.reads, *([fades] if fades else [])]


def column(unit: Unit) -> str:
    """The column of the portrait in which a gate or a floor is found."""
    return f"{unit.type}_gate" if unit.name == "gate" else unit.name


def unknown(household: Row, variable: str) -> bool:
    """Null, absent, or a count in doubt for some members."""
    doubt = household.get(f"{variable}_unknown") or 0
    return household.get(variable) is None or doubt > 0


def is_open(unit: Unit, result: Row) -> bool:
    """Whether the answer of a gate, a floor or an indicator could still change."""
    if not isinstance(unit, Indicator):
        return result[column(unit)] is None
    fading = unit.fades is not None and result[f"{unit.id}_high"] > 0
    return fading or bool(result[f"{unit.id}_low"] < result[f"{unit.id}_high"])


def missing(kind: Type, household: Row, result: Row) -> tuple[str, ...]:
    """The unknown variables that leave something about this type open.

    A blow whose day is unknown is named by the blow, the variable that is asked about.
    """
    found = (v for u in kind.units if is_open(u, result) for v in _unknown_of(u, household))
    return tuple(dict.fromkeys(found))


def _unknown_of(unit: Unit, household: Row) -> list[str]:
    fades = unit.fades if isinstance(unit, Indicator) else None
    day_unknown = fades is not None and unknown(household, fades)
    return [v for v in unit.reads if day_unknown or unknown(household, v)]
