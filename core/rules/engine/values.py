"""One told value as a rule needs it: yuan as fen, words as choices, "2000 to 2999" as a range."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from core.problems import Problem
from core.rules.facts import Fact

FAR = 10**12
"""Beyond every amount and number a rule compares with; stands for "or more"."""
TIMES = {"money": 100, "percent": 100, "share": 10_000}
LEAST = {"percent": -10_000}
MOST = {"money": 10**11, "percent": 10**6, "share": 10**6, "count": 60, "level": 4, "number": 10**5}


class BadFact(Problem, ValueError):
    """A fact nobody can read; the sentence says which and how to write it."""


@dataclass(frozen=True)
class Range:
    """Somewhere from *least* to *most*, both included."""

    least: int
    most: int


def read(fact: Fact, told: Any) -> Any:
    """The value of *fact*, a Range, or None for "cannot tell"; raises BadFact."""
    if told is None:
        return None
    if isinstance(told, Mapping):
        return _range(fact, told)
    if fact.kind == "bool":
        if not isinstance(told, bool):
            raise BadFact(f"“{fact.name}”（{fact.title}）要写 true 或 false。")
        return told
    return _choice(fact, told) if fact.kind == "choice" else _number(fact, told)


def _range(fact: Fact, told: Mapping[str, Any]) -> Range:
    if fact.kind in ("bool", "choice") or not told or set(told) - {"min", "max"}:
        raise BadFact(f'“{fact.name}”（{fact.title}）的范围要写成 {{"min": 数, "max": 数}}。')
    least = _number(fact, told["min"]) if told.get("min") is not None else 0
    most = _number(fact, told["max"]) if told.get("max") is not None else FAR
    if least > most:
        raise BadFact(f"“{fact.name}”（{fact.title}）的范围反了：min 比 max 大。")
    return Range(least, most)


def _number(fact: Fact, told: Any) -> int:
    if isinstance(told, bool) and fact.kind == "count":
        return int(told)
    try:
        exact = Decimal(str(told)) * TIMES.get(fact.kind, 1)
    except InvalidOperation:
        exact = Decimal("NaN")
    if isinstance(told, bool) or not exact.is_finite() or not _sane(fact, exact):
        raise BadFact(f"“{fact.name}”（{fact.title}）要写一个合理的数，不能是“{told}”。")
    return int(exact)


def _sane(fact: Fact, exact: Decimal) -> bool:
    return LEAST.get(fact.kind, 0) <= exact <= MOST[fact.kind]


def _choice(fact: Fact, told: Any) -> str:
    for value, (zh, _) in fact.choices.items():
        if told in (value, zh):
            return value
    raise BadFact(f"“{fact.name}”（{fact.title}）只能写：{'、'.join(fact.choices)}。")
