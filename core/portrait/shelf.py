"""The shelf as objects: indicators, gates and red floors of the five types, in dossier order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType

from polars import Expr

from core.city.standards import Standards
from core.portrait.reading import Ends, Level, Relief
from core.rule import Example, Label, name_of, shelf

FOLDERS = {
    "A": "safety_net",
    "B": "emergency",
    "C": "expenditure",
    "D": "care",
    "E": "development",
}
TYPES = tuple(FOLDERS)


@dataclass(frozen=True, kw_only=True)
class Unit:
    """What an indicator, a gate and a red floor have in common."""

    name: str
    label: Label
    reads: Mapping[str, Ends]
    examples: tuple[Example, ...]
    line: str | None = None
    doc: str = ""

    @property
    def id(self) -> str:
        return self.label.id

    @property
    def type(self) -> str:
        return self.label.id[0]

    def title(self, lang: str = "zh") -> str:
        return self.label.title_en if lang == "en" else self.label.title


@dataclass(frozen=True, kw_only=True)
class Condition(Unit):
    """A gate or a red floor: true, false or null."""

    when: Callable[[Standards], Expr]


@dataclass(frozen=True, kw_only=True)
class Indicator(Unit):
    """One indicator; *says* gives its level, *names* the labels of level 1 and level 0.5."""

    says: Callable[[Standards], Level]
    dimension: str
    weight: int
    names: tuple[tuple[str, str], ...]
    fresh: int
    fades: str | None = None
    relief: Relief | None = field(default=None, hash=False)

    def level(self, std: Standards) -> Expr:
        """The level in halves: 0, 1, 2, or null for "cannot tell". Int8."""
        return self.says(std).or_unknown()

    def label_at(self, level: int, lang: str = "zh") -> str:
        """The label of level 2 (deprived) or 1 (near to it)."""
        zh, en = self.names[0] if level == 2 else self.names[-1]
        return en if lang == "en" else zh


@dataclass(frozen=True)
class Type:
    """One of the five types: its gate, its red floors, its indicators."""

    letter: str
    gate: Condition
    floors: tuple[Condition, ...]
    indicators: tuple[Indicator, ...]

    def title(self, lang: str = "zh") -> str:
        return self.gate.title(lang)

    @property
    def units(self) -> tuple[Unit, ...]:
        return (self.gate, *self.floors, *self.indicators)


@cache
def types(at: date) -> tuple[Type, ...]:
    """The five types with everything that holds on day *at*."""
    return tuple(_type(letter, at) for letter in TYPES)


def indicators(at: date) -> dict[str, Indicator]:
    """Every indicator in force by its id, A1 to E10."""
    return {i.id: i for t in types(at) for i in t.indicators}


def _type(letter: str, at: date) -> Type:
    folder = import_module(f"core.portrait.{FOLDERS[letter]}")
    modules = [m for m in shelf(folder) if m.LABEL.holds(at)]
    gate = next(m for m in modules if name_of(m) == "gate")
    floors = [m for m in modules if name_of(m).startswith("red_")]
    graded = sorted((m for m in modules if hasattr(m, "level")), key=_number)
    return Type(
        letter,
        _condition(gate),
        tuple(_condition(m) for m in sorted(floors, key=lambda m: m.LABEL.id)),
        tuple(_indicator(m) for m in graded),
    )


def _number(module: ModuleType) -> int:
    return int(module.LABEL.id[1:])


def _unit(module: ModuleType) -> dict[str, object]:
    return {
        "name": name_of(module),
        "label": module.LABEL,
        "reads": module.READS,
        "examples": module.EXAMPLES,
        "line": getattr(module, "LINE", None),
        "doc": (module.__doc__ or "").strip(),
    }


def _condition(module: ModuleType) -> Condition:
    return Condition(when=module.when, **_unit(module))  # type: ignore[arg-type]


def _indicator(module: ModuleType) -> Indicator:
    return Indicator(
        says=module.level,
        dimension=module.DIMENSION,
        weight=module.WEIGHT,
        names=module.NAMES,
        fresh=module.FRESH,
        fades=getattr(module, "FADES", None),
        relief=getattr(module, "RELIEF", None),
        **_unit(module),  # type: ignore[arg-type]
    )
