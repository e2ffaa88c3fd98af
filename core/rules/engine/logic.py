"""Conditions as small trees of tests, so that what is still open can be read off them.

A test is a polars expression over facts. The same tree gives one expression for a whole city
(`joined`) and, from the answers of its tests, the verdict of one person (`told`) and the tests
that still matter (`open_tests`). Three-valued all the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count
from operator import and_, or_
from typing import Literal

from polars import Expr

Truth = bool | None


@dataclass(frozen=True, eq=False)
class Part:
    """A test (*expr*), or parts of which all or any must hold."""

    how: Literal["test", "all", "any"]
    expr: Expr | None = None
    parts: tuple["Part", ...] = ()


def part(holds: "Expr | Part") -> Part:
    return holds if isinstance(holds, Part) else Part("test", holds)


def all_of(*parts: Expr | Part) -> Part:
    return Part("all", parts=tuple(part(p) for p in parts))


def any_of(*parts: Expr | Part) -> Part:
    return Part("any", parts=tuple(part(p) for p in parts))


def joined(tree: Part) -> Expr:
    """The tree as one expression."""
    if tree.expr is not None:
        return tree.expr
    return reduce(and_ if tree.how == "all" else or_, [joined(p) for p in tree.parts])


def tests(tree: Part) -> Iterator[Expr]:
    """The tests of the tree from left to right."""
    if tree.expr is not None:
        yield tree.expr
    for inner in tree.parts:
        yield from tests(inner)


def told(tree: Part, answers: Sequence[Truth]) -> Truth:
    """What the tree says when its tests say *answers*."""
    return _walk(tree, zip(answers, count()))[0]


def open_tests(tree: Part, answers: Sequence[Truth]) -> list[int]:
    """The tests that could still change what the tree says, by number."""
    return _walk(tree, zip(answers, count()))[1]


def both(found: Sequence[Truth]) -> Truth:
    """All of them: no if one is no, unknown if one is unknown."""
    return False if False in found else None if None in found else True


def either(found: Sequence[Truth]) -> Truth:
    """Any of them: yes if one is yes, unknown if one is unknown."""
    return True if True in found else None if None in found else False


def _walk(tree: Part, answers: Iterator[tuple[Truth, int]]) -> tuple[Truth, list[int]]:
    if tree.expr is not None:
        answer, number = next(answers)
        return answer, [number] if answer is None else []
    inner = [_walk(p, answers) for p in tree.parts]
    truth = (both if tree.how == "all" else either)([t for t, _ in inner])
    still = [n for t, ns in inner if t is None for n in ns] if truth is None else []
    return truth, still
