"""From a table of households to types, scores and colours, with everything unknown kept apart.

Every rule is evaluated twice: with all unknowns at their best end and with all at their worst
end. Since each rule declares which end of a variable is worse, and rules of one type agree, the
two evaluations are themselves completions of the household, so the interval between them is
attained at both ends: there is no tighter one. Where the rules of a type disagree about a
variable (one more worker in a job helps 就业 and may hurt 就业不稳) it is *torn*, and every value
it could have is tried (`core.portrait.torn`).
"""

import polars as pl
from polars import when

from core.city.standards import Standards
from core.portrait import torn
from core.portrait.bounds import prepare
from core.portrait.model import Model
from core.portrait.plan import GREEN, NONE, POINT, RED, YELLOW, Judged, kinds, plan

__all__ = ["GREEN", "NONE", "POINT", "RED", "YELLOW", "evaluate", "portrait", "side"]


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
    frame, unknown = prepare(frame, kinds(judged))
    parts = [frame.select("household")]
    for one in judged:
        parts.append(_named(one, *_sides(one, frame, unknown)))
    return pl.concat(parts, how="horizontal")


def evaluate(one: Judged, frame: pl.DataFrame) -> pl.DataFrame:
    """Levels, floors, gate, score and colour of one type where every variable has a value."""
    first, score, colour = one.stages
    return frame.select(first).with_columns(score).with_columns(colour)


def side(
    one: Judged, frame: pl.DataFrame, unknown: set[str], which: int, keep: tuple[str, ...] = ()
) -> pl.DataFrame:
    """The variables of one type with every unknown at its best (0) or worst (1) end."""
    ends = one.at_end[which]
    return frame.select(*keep, *(ends[v] if v in unknown else v for v in one.reads))


def _sides(
    one: Judged, frame: pl.DataFrame, unknown: set[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    if not unknown & one.reads.keys():
        known = evaluate(one, frame)
        return known, known
    low = evaluate(one, side(one, frame, unknown, 0))
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
    least, most = (evaluate(one, side(one, tried, still, which)) for which in (0, 1))
    ends = torn.ends(least.select(one.moved), most.select(one.moved), tried["row"])
    return torn.patched(low, ends[0], rows), torn.patched(high, ends[1], rows)


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
    if low is high or low.equals(high):
        return low
    return pl.select(when(low == high).then(low)).to_series()
