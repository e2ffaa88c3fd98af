"""From a table of households to types, scores and colours, with everything unknown kept apart.

Every rule is evaluated twice: with all unknowns at their best end and with all at their worst
end. Since each rule declares which end of a variable is worse, and rules of one type agree, the
two evaluations are themselves completions of the household, so the interval between them is
attained at both ends: there is no tighter one. Where the rules of a type disagree about a
variable (one more worker in a job helps 就业 and may hurt 就业不稳) it is *torn*, and every value
it could have is tried (`core.portrait.torn`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.portrait import torn
from core.portrait.bounds import end, prepare
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
    """One type ready to be evaluated: expressions over a frame in which nothing is unknown."""

    kind: Type
    reads: Mapping[str, Ends]
    torn: tuple[str, ...]
    first: Mapping[str, Expr]
    score: Expr
    colour: Expr

    @property
    def columns(self) -> list[str]:
        ids = [i.id for i in self.kind.indicators]
        return [*ids, *(f.name for f in self.kind.floors), "gate", "score", "colour"]


_PLANS: dict[tuple[Any, ...], tuple[Any, tuple[Judged, ...]]] = {}


def portrait(
    households: pl.DataFrame | pl.LazyFrame, std: Standards, model: Model | None = None
) -> pl.DataFrame:
    """Portraits of many households, or of one: a frame of one row takes the same way.

    In: one row per household, key `household`, variables as described in `core.variables`; a
    missing column or a null is unknown. Out, per household:

    * per indicator `A1_low`, `A1_high`: level in halves (0, 1, 2), Int8; unknown where they differ;
    * per red floor its file's name: Boolean, null cannot tell;
    * per type `A_gate` (Boolean, null cannot tell), `A_score_low`, `A_score_high` (Int16,
      twentieths of a point), `A_colour_low`, `A_colour_high` (Int8: 0 not of this type, 1 green,
      2 yellow, 3 red).

    Every pair of low and high is attained by some completion of what is unknown. The score does
    not depend on the gate; the colour does.
    """
    frame = households.collect() if isinstance(households, pl.LazyFrame) else households
    judged = plan(std, model)
    frame, unknown = prepare(frame, _kinds(judged))
    parts = [frame.select("household")]
    for one in judged:
        parts.append(_named(one, *_sides(one, frame, unknown)))
    return pl.concat(parts, how="horizontal")


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
    first = {i.id: i.level(std) for i in kind.indicators}
    first |= {f"{i.id}.tenths": tenths(i.fades, std) for i in kind.indicators if i.fades}
    first |= {f.name: f.when(std) for f in kind.floors} | {"gate": kind.gate.when(std)}
    reads = _reads(kind, std)
    return Judged(
        kind,
        reads,
        torn.ordered(v for v, ends in reads.items() if ends == BOTH),
        first,
        pl.sum_horizontal(_points(i, model.weights[i.id]) for i in kind.indicators),
        _colour([f.name for f in kind.floors], *model.lines[kind.letter]),
    )


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
    graded = when(col("score") >= yellow * POINT).then(lit(YELLOW)).otherwise(lit(GREEN))
    shown = when(is_red).then(lit(RED)).otherwise(graded)
    return when(col("gate")).then(shown).otherwise(lit(NONE)).cast(pl.Int8)


def _kinds(judged: Iterable[Judged]) -> dict[str, Any]:
    """A sample value of every variable read, to tell its type."""
    units = (unit for one in judged for unit in one.kind.units)
    found = {v: 0 if ends == BOTH else ends[0] for u in units for v, ends in u.reads.items()}
    return found | {i.fades: 0 for one in judged for i in one.kind.indicators if i.fades}


def evaluate(one: Judged, frame: pl.DataFrame) -> pl.DataFrame:
    """Levels, floors, gate, score and colour of one type where every variable has a value."""
    found = frame.select(e.alias(name) for name, e in one.first.items())
    found = found.with_columns(one.score.alias("score"))
    return found.with_columns(one.colour.alias("colour")).select(one.columns)


def side(
    one: Judged, frame: pl.DataFrame, unknown: set[str], which: int, keep: tuple[str, ...] = ()
) -> pl.DataFrame:
    """The variables of one type with every unknown at its best (0) or worst (1) end."""
    torn_ends = (0, 1)
    return frame.select(
        *keep,
        *(
            end(v, torn_ends[which] if ends == BOTH else ends[which], unknown)
            for v, ends in one.reads.items()
        ),
    )


def _sides(
    one: Judged, frame: pl.DataFrame, unknown: set[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    low = evaluate(one, side(one, frame, unknown, 0))
    if not unknown & one.reads.keys():
        return low, low
    high = evaluate(one, side(one, frame, unknown, 1))
    if unknown & set(one.torn):
        return _with_torn(one, frame, unknown, low, high)
    return low, high


def _with_torn(
    one: Judged, frame: pl.DataFrame, unknown: set[str], low: pl.DataFrame, high: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same with every household whose torn variables are unknown judged value by value."""
    tried, rows = torn.completions(frame, one.torn, unknown, one.reads)
    if not len(rows):
        return low, high
    still = unknown - set(one.torn)
    found = []
    for whole, which in ((low, 0), (high, 1)):
        values = evaluate(one, side(one, tried, still, which)).with_columns(tried["row"])
        groups = values.group_by("row", maintain_order=True)
        ends = groups.agg(col(one.columns).min() if which == 0 else col(one.columns).max())
        found.append(torn.patched(whole, ends.drop("row"), rows))
    return found[0], found[1]


def _named(one: Judged, low: pl.DataFrame, high: pl.DataFrame) -> pl.DataFrame:
    """The two sides side by side under the names of the result."""
    letter = one.kind.letter
    columns: list[pl.Series] = []
    for name in one.columns:
        if name.startswith("red_") or name == "gate":
            title = name if name != "gate" else f"{letter}_gate"
            columns.append(_truth(low[name], high[name]).alias(title))
        else:
            prefix = f"{letter}_{name}" if name in ("score", "colour") else name
            columns += [low[name].alias(f"{prefix}_low"), high[name].alias(f"{prefix}_high")]
    return pl.DataFrame(columns)


def _truth(low: pl.Series, high: pl.Series) -> pl.Series:
    if low is high:
        return low
    return pl.select(when(low == high).then(low)).to_series()
