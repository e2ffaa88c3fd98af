"""Why a household has its portrait: read off the columns of the result, in the rules' own words.

Nothing is evaluated a second time. What only some may see (violence, mental illness, children)
is left out unless the reader's lines are named.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from core.city.standards import Standards
from core.portrait import fading
from core.portrait.engine import GREEN, NONE, POINT, RED, YELLOW
from core.portrait.model import Model, current
from core.portrait.openness import Row, missing, reads
from core.portrait.shelf import Condition, Indicator, Type, Unit, types
from locales import tr

LINES = frozenset({"restricted", "children"})
COLOURS = {GREEN: "绿", YELLOW: "黄", RED: "红"}
GATES = {True: "yes", False: "no", None: "unknown"}


@dataclass(frozen=True, kw_only=True)
class Because:
    """One indicator that counts, or could: its level and points as (low, high), what it read.

    The points add up to the score, unless indicators share a fact that is open (a worker in a
    job helps one and may hurt another): then the score's interval is narrower than their sums.
    """

    indicator: str
    title: str
    label: str
    dimension: str
    weight: int
    level: tuple[float, float]
    points: tuple[float, float]
    values: Mapping[str, Any]
    line: str | None

    def data(self) -> dict[str, Any]:
        """As promised in the command line's JSON; class and as_of are the caller's to add."""
        low, high = self.level
        said = list(self.values.values())
        return {
            "indicator": self.indicator,
            "title": self.title,
            "label": self.label,
            "dimension": self.dimension,
            "level": low if low == high else [low, high],
            "weight": self.weight,
            "points": list(self.points),
            "value": said[0] if len(said) == 1 else dict(self.values),
            "variables": list(self.values),
        }


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one type says about one household. Colours are 0 (not of this type) to 3 (red)."""

    letter: str
    title: str
    gate: bool | None
    score: tuple[float, float]
    colour_low: int
    colour_high: int
    labels: tuple[str, ...]
    floors: tuple[str, ...]
    because: tuple[Because, ...]
    missing: tuple[str, ...]

    def data(self, lang: str = "zh") -> dict[str, Any]:
        """As promised in the command line's JSON; *missing* holds names of variables."""
        return {
            "type": self.title,
            "gate": GATES[self.gate],
            "score": list(self.score),
            "colour": colour_name(self.colour_low, lang),
            "colour_max": colour_name(self.colour_high, lang),
            "labels": list(self.labels),
            "floors": list(self.floors),
            "missing": list(self.missing),
            "because": [b.data() for b in self.because],
        }


def explain(
    household: Row,
    result: Row,
    std: Standards,
    *,
    lang: str = "zh",
    lines: Collection[str] = (),
    model: Model | None = None,
) -> list[Reading]:
    """The types a household belongs to, or could, each with its reasons.

    *household* is its row of variables, *result* its row of the portrait, *lines* the lines the
    reader belongs to (out of LINES).
    """
    reader = _Reader(std, (model or current(std)).weights, lang, frozenset(lines))
    kinds = [t for t in types(std.at) if result[f"{t.letter}_gate"] is not False]
    return [_reading(t, household, result, reader) for t in kinds]


def colour_name(colour: int, lang: str = "zh") -> str | None:
    return tr(COLOURS[colour], lang) if colour in COLOURS else None


def colour_words(low: int, high: int, lang: str = "zh") -> str:
    """红; 至少黄，可能红; 待核实，最高可能黄; 未归型."""
    names = {c: tr(zh, lang) for c, zh in COLOURS.items()}
    if high == NONE:
        return tr("未归型", lang)
    if low == high:
        return names[low]
    if low == NONE:
        return tr("待核实，最高可能{high}", lang, high=names[high])
    return tr("至少{low}，可能{high}", lang, low=names[low], high=names[high])


@dataclass(frozen=True)
class _Reader:
    """In which language, with which weights, and what may be seen."""

    std: Standards
    weights: Mapping[str, int]
    lang: str
    lines: frozenset[str]

    def sees(self, unit: Unit) -> bool:
        return unit.line is None or unit.line in self.lines


def _reading(kind: Type, household: Row, result: Row, reader: _Reader) -> Reading:
    letter = kind.letter
    seen = [i for i in kind.indicators if reader.sees(i) and result[f"{i.id}_high"]]
    sure = [(i, int(result[f"{i.id}_low"])) for i in seen]
    return Reading(
        letter=letter,
        title=kind.title(reader.lang),
        gate=result[f"{letter}_gate"],
        score=_points(result[f"{letter}_score_low"], result[f"{letter}_score_high"]),
        colour_low=result[f"{letter}_colour_low"],
        colour_high=result[f"{letter}_colour_high"],
        labels=tuple(i.label_at(level, reader.lang) for i, level in sure if level),
        floors=tuple(f.title(reader.lang) for f in _floors(kind, result) if reader.sees(f)),
        because=tuple(_because(i, household, result, reader) for i in seen),
        missing=_missing(kind, household, result, reader),
    )


def _missing(kind: Type, household: Row, result: Row, reader: _Reader) -> tuple[str, ...]:
    hidden = {v for u in kind.units if not reader.sees(u) for v in u.reads}
    return tuple(v for v in missing(kind, household, result) if v not in hidden)


def _floors(kind: Type, result: Row) -> list[Condition]:
    return [f for f in kind.floors if result[f.name]]


def _because(indicator: Indicator, household: Row, result: Row, reader: _Reader) -> Because:
    low, high = int(result[f"{indicator.id}_low"]), int(result[f"{indicator.id}_high"])
    least, most = fading.WHOLE, fading.WHOLE
    if indicator.fades:
        least, most = fading.left(household.get(indicator.fades), reader.std)
    weight = reader.weights[indicator.id]
    return Because(
        indicator=indicator.id,
        title=indicator.title(reader.lang),
        label=indicator.label_at(low or high, reader.lang),
        dimension=indicator.dimension,
        weight=weight,
        level=(low / 2, high / 2),
        points=_points(low * weight * least, high * weight * most),
        values={v: household.get(v) for v in reads(indicator)},
        line=indicator.line,
    )


def _points(low: int, high: int) -> tuple[float, float]:
    return low / POINT, high / POINT
