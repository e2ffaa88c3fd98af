"""The rules of one day and one model, made ready: expressions built once and kept.

A type is evaluated in three stages - levels, floors and gate; the score; the colour - over a
frame in which every variable has a value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.portrait import torn
from core.portrait.bounds import end
from core.portrait.fading import tenths
from core.portrait.model import Model, checked, current
from core.portrait.reading import BOTH, Ends
from core.portrait.shelf import Indicator, Type, types

POINT = 20
"""Scores are integers in twentieths of a point: weight x half-levels x tenths of fading."""

NONE, GREEN, YELLOW, RED = range(4)
"""Colours; NONE means not of this type, which is not the same as green."""


@dataclass(frozen=True)
class Judged:
    """One type ready to be evaluated: *stages* of expressions over a frame without unknowns.

    *at_end* gives every variable with its unknowns at the best (0) and at the worst (1) end.
    """

    kind: Type
    reads: Mapping[str, Ends]
    torn: tuple[str, ...]
    first: Mapping[str, Expr]
    stages: tuple[tuple[Expr, ...], ...]
    at_end: tuple[Mapping[str, Expr], ...]

    @property
    def columns(self) -> list[str]:
        ids = [i.id for i in self.kind.indicators]
        return [*ids, *(f.name for f in self.kind.floors), "gate", "score", "colour"]

    @property
    def moved(self) -> list[str]:
        """The columns that a torn variable can change."""
        told = {i.id: i for i in self.kind.indicators} | {f.name: f for f in self.kind.floors}
        told["gate"] = self.kind.gate
        hit = [n for n in self.columns if n in told and set(self.torn) & told[n].reads.keys()]
        return [*hit, "score", "colour"]


_PLANS: dict[tuple[Any, ...], tuple[Any, tuple[Judged, ...]]] = {}


def plan(std: Standards, model: Model | None = None) -> tuple[Judged, ...]:
    """The five types for these standards and this model; built once and kept."""
    chosen = current(std) if model is None else model
    key = (std.at, id(std.parameters), chosen.key)
    if key not in _PLANS:
        if len(_PLANS) >= 64:
            _PLANS.clear()
        checked(chosen, std)
        built = tuple(_judged(kind, std, chosen) for kind in types(std.at))
        _PLANS[key] = (std.parameters, built)  # the parameters are kept so that their id stays
    return _PLANS[key][1]


def _judged(kind: Type, std: Standards, model: Model) -> Judged:
    first = {i.id: i.says(std).halves() for i in kind.indicators}
    first |= {f"{i.id}.tenths": tenths(i.fades, std) for i in kind.indicators if i.fades}
    first |= {f.name: f.when(std) for f in kind.floors} | {"gate": kind.gate.when(std)}
    score = pl.sum_horizontal(_points(i, model.weights[i.id]) for i in kind.indicators)
    colour = _colour([f.name for f in kind.floors], *model.lines[kind.letter])
    stages = (
        tuple(e.alias(name) for name, e in first.items()),
        (score.alias("score"),),
        (colour.alias("colour"),),
    )
    reads = _reads(kind, std)
    torn_ones = torn.ordered(v for v, ends in reads.items() if ends == BOTH)
    at_end = tuple(
        {v: end(v, (0, 1)[which] if ends == BOTH else ends[which]) for v, ends in reads.items()}
        for which in (0, 1)
    )
    return Judged(kind, reads, torn_ones, first, stages, at_end)


def _reads(kind: Type, std: Standards) -> dict[str, Ends]:
    """Every variable of the type with its ends; BOTH where two rules disagree."""
    found: dict[str, Ends] = {}
    for unit in kind.units:
        for variable, ends in unit.reads.items():
            found[variable] = ends if found.get(variable, ends) == ends else BOTH
    window = (std.integer("shock_window_days"), 0)
    return found | {i.fades: window for i in kind.indicators if i.fades}


def _points(indicator: Indicator, weight: int) -> Expr:
    level = col(indicator.id).cast(pl.Int16)
    if indicator.fades:
        return level * col(f"{indicator.id}.tenths") * lit(weight, pl.Int16)
    return level * lit(weight * 10, pl.Int16)


def _colour(floors: list[str], yellow: int, red: int) -> Expr:
    is_red = pl.any_horizontal(col("score") >= red * POINT, *floors)
    none, green, warm, hot = (lit(colour, pl.Int8) for colour in (NONE, GREEN, YELLOW, RED))
    graded = when(col("score") >= yellow * POINT).then(warm).otherwise(green)
    return when(col("gate")).then(when(is_red).then(hot).otherwise(graded)).otherwise(none)


def kinds(judged: Iterable[Judged]) -> dict[str, Any]:
    """A sample value of every variable read, to tell its type."""
    units = (unit for one in judged for unit in one.kind.units)
    found = {v: 0 if ends == BOTH else ends[0] for u in units for v, ends in u.reads.items()}
    return found | {i.fades: 0 for one in judged for i in one.kind.indicators if i.fades}
