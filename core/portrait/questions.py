"""The next best question: the missing fact whose answer changes most for the least effort.

For every missing fact each answer that rules can tell apart is tried (the values of the rules'
own examples, and both ends); what counts is how much of the open colours, and then of the open
scores, an answer closes on average, divided by what it costs to get it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import polars as pl

from core.city.standards import Standards
from core.portrait.bounds import COUNTS, least, most, prepare
from core.portrait.engine import POINT, portrait
from core.portrait.model import Model
from core.portrait.openness import Row, missing, reads, unknown
from core.portrait.shelf import Type, types
from core.variables import Variable, household_schema, variables

COST = {"department": 1, "visit": 2, "resident": 3}
"""Another department's data is cheaper than a visit already planned, and that than a call."""

PARTS = {
    "rigid_share": ("med_share", "edu_share", "rehab_share", "housing_share"),
    "pc_after_rigid": ("pc_income", "med_share", "edu_share", "rehab_share", "housing_share"),
}
"""What follows from other facts is not asked: its missing parts are."""

ANSWERS = 60
"""At most so many combinations of answers are tried for one question."""

Cheapest = Callable[[Variable], str]


@dataclass(frozen=True, kw_only=True)
class Question:
    """One missing fact: how to ask, whom, what it would settle, and how much that closes.

    *closes* counts steps of colour, summed over the types, an answer closes on average;
    *narrows* the same in points of score; *types* are the letters it bears on.
    """

    variable: str
    ask: str
    source: str
    classes: tuple[str, ...]
    settles: tuple[str, ...]
    types: tuple[str, ...]
    closes: float
    narrows: float

    @property
    def worth(self) -> tuple[float, float]:
        return self.closes / COST[self.source], self.narrows / COST[self.source]

    def data(self) -> dict[str, Any]:
        """As promised in the command line's JSON."""
        return {
            "variable": self.variable,
            "question": self.ask,
            "cheapest_source": self.source,
            "classes": list(self.classes),
        }


def cheapest(variable: Variable) -> str:
    """Who can settle it with the least effort, by the variable's own file."""
    return variable.effort[0]


def questions(
    household: pl.DataFrame,
    std: Standards,
    *,
    lines: Collection[str] = (),
    source: Cheapest = cheapest,
    model: Model | None = None,
) -> list[Question]:
    """What to ask about one household (a frame of one row), the best question first.

    *source* says who can settle a variable at the least effort today (a department whose data
    is fresh and still silent cannot). Questions of a line the reader is not on are left out.
    """
    row = household.row(0, named=True)
    now = portrait(household, std, model).row(0, named=True)
    kinds = [t for t in types(std.at) if now[f"{t.letter}_gate"] is not False]
    wanted = {t.letter: missing(t, row, now) for t in kinds}
    hidden = _hidden(kinds, lines)
    asked = [v for v in _askable(row, wanted) if v not in hidden and v in variables()]
    tried = {v: _tried(v, household, row, kinds) for v in asked}
    every = [row | t for v in asked for t in tried[v]]
    schema = household_schema() | dict(household.schema)
    then = portrait(pl.DataFrame(every, schema=schema), std, model)
    found, start = [], 0
    for variable, rows in tried.items():
        part = then.slice(start, len(rows))
        start += len(rows)
        found.append(_question(variables()[variable], row, now, part, wanted, source))
    return sorted(found, key=lambda q: q.worth, reverse=True)


def answers(variable: str, kinds: Collection[Type]) -> list[Any]:
    """The answers rules can tell apart: the values of their examples and both declared ends."""
    units = [u for t in kinds for u in t.units if variable in reads(u)]
    told = [e.row.get(variable) for u in units for e in u.examples]
    ends = [end for u in units for end in u.reads.get(variable, (0, 31, 91))]
    return [a for a in dict.fromkeys([*told, *ends]) if a is not None]


def _tried(
    variable: str, household: pl.DataFrame, row: Row, kinds: Collection[Type]
) -> list[dict[str, Any]]:
    """The household's changes under every answer, with all that follows from the answer."""
    settles = _settled(variable, row)
    settles += tuple(f"{v}_days" for v in settles if variables()[v].decays)
    every = [_possible(v, answers(v, kinds), household) for v in settles]
    chosen = [dict(zip(settles, a, strict=True)) for a in product(*every)]
    sure = {f"{v}_unknown": 0 for v in settles}
    return [c | sure for c in chosen[:: -(-len(chosen) // ANSWERS)]]


def _possible(variable: str, told: list[Any], household: pl.DataFrame) -> list[Any]:
    """Of a count only what the rest of the family leaves room for."""
    if not unknown(household.row(0, named=True), variable):
        return [household[variable][0]]
    if variable not in COUNTS:
        return told
    frame, _ = prepare(household, dict.fromkeys((variable, *COUNTS), 0))
    low, high = frame.row(0, named=True)[least(variable)], frame[most(variable)][0]
    return [a for a in told if low <= a <= high] or [low]


def _hidden(kinds: Collection[Type], lines: Collection[str]) -> set[str]:
    shut = [u for t in kinds for u in t.units if u.line and u.line not in lines]
    return {v for u in shut for v in reads(u)}


def _askable(row: Row, wanted: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The missing facts, or their own missing parts, in the order of the dossier."""
    found: list[str] = []
    for variable in (v for names in wanted.values() for v in names):
        parts = [p for p in PARTS.get(variable, ()) if unknown(row, p)]
        found += parts or [variable]
    return list(dict.fromkeys(found))


def _settled(variable: str, row: Row) -> tuple[str, ...]:
    """The variable and all that follows once it is known."""
    rest = [
        whole
        for whole, parts in PARTS.items()
        if unknown(row, whole) and [p for p in parts if unknown(row, p)] == [variable]
    ]
    return (variable, *rest)


def _question(
    about: Variable,
    row: Row,
    now: Row,
    then: pl.DataFrame,
    wanted: Mapping[str, tuple[str, ...]],
    source: Cheapest,
) -> Question:
    settles = _settled(about.name, row)
    letters = tuple(t for t, names in wanted.items() if set(names) & set(settles))
    return Question(
        variable=about.name,
        ask=about.ask,
        source=source(about),
        classes=about.classes,
        settles=settles,
        types=letters,
        closes=_closed(then, now, letters, "colour"),
        narrows=_closed(then, now, letters, "score") / POINT,
    )


def _closed(then: pl.DataFrame, now: Row, letters: Collection[str], what: str) -> float:
    """How much narrower the intervals get, averaged over the answers and summed over types."""
    before = sum(now[f"{t}_{what}_high"] - now[f"{t}_{what}_low"] for t in letters)
    after = sum(float((then[f"{t}_{what}_high"] - then[f"{t}_{what}_low"]).sum()) for t in letters)
    return float(before) - after / len(then)
