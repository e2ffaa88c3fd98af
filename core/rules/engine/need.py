"""What a rule is written with: its needs (machine-checked conditions) and its amount."""

from dataclasses import dataclass
from typing import Any

from polars import Expr

from core.rules.engine.logic import Part, part, tests

YUAN_A_MONTH = ("元/月", "yuan a month")
YUAN = ("元", "yuan")
YUAN_A_YEAR = ("元/年", "yuan a year")


@dataclass(frozen=True, kw_only=True)
class Need:
    """One condition a machine can check.

    *shows* are the facts or columns whose values explain it, *limit* what they are held against
    (fen for money; an expression where it depends on the family), *rests_on* the parameters it is
    made of: where one of them is assumed, the limit is never told as fact. An *optional* one is
    only told where something is known about it.
    """

    holds: Part
    shows: tuple[str, ...]
    limit: Any = None
    rests_on: tuple[str, ...] = ()
    optional: bool = False


def need(
    holds: Expr | Part,
    *,
    shows: tuple[str, ...] | str = (),
    limit: Any = None,
    rests_on: tuple[str, ...] | str = (),
    optional: bool = False,
) -> Need:
    """A condition; it shows what it reads unless told otherwise."""
    tree = part(holds)
    shown = _tuple(shows) or tuple(dict.fromkeys(n for t in tests(tree) for n in reads(t)))
    return Need(holds=tree, shows=shown, limit=limit, rests_on=_tuple(rests_on), optional=optional)


@dataclass(frozen=True, kw_only=True)
class Amount:
    """What a benefit gives, from *low* to *high*, in fen or, when *counted*, in pieces.

    None is an end nobody can tell. *rests_on* are the parameters behind it; *assumed* tells for
    which families an assumed one plays a part, where that is not so for all.
    """

    low: Expr | int | None
    high: Expr | int | None
    unit: tuple[str, str] = YUAN_A_MONTH
    rests_on: tuple[str, ...] | str = ()
    counted: bool = False
    assumed: Expr | None = None


def reads(expr: Expr) -> list[str]:
    """The columns of an expression, in reading order and once each."""
    return list(dict.fromkeys(expr.meta.root_names()))


def _tuple(names: tuple[str, ...] | str) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names
