"""What cannot be true of a person is said of another one: a child of three earns no wage."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from core.language.reading.kinship import Mention
from core.language.reading.shelf import line, read, words
from core.language.resident.collect import Key, key_of
from core.language.resident.scene import Fact, Scene

SHELF = "resident/plausible"
GROWN = 16  # years
_TOGETHER = ("family", "parents")


@cache
def _never() -> dict[str, frozenset[str]]:
    return {key: frozenset(words(who)) for key, who in read(SHELF)["never"].items()}


def sensible(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """The facts with each at somebody it can be true of; what fits nobody is left out."""
    return list(_sensible(scene, facts, _minors(facts)))


def lasting(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """In danger 动不了 is of this hour: lying ill counts where years or a paralysis are told."""
    words_of_time = line(SHELF, "lasting")
    return [
        f
        for f in facts
        if f.key != "bedridden"
        or any(w in scene.text[f.start - 2 : f.end + 4] for w in words_of_time)
    ]


def _sensible(scene: Scene, facts: list[Fact], minors: frozenset[Key]) -> Iterator[Fact]:
    for fact in facts:
        if _fits(fact.key, key_of(fact), minors):
            yield fact
        elif fact.key in line(SHELF, "moves") and (other := _other(scene, fact, minors)):
            yield replace(fact, owner=other, confidence=0.75)


def _minors(facts: list[Fact]) -> frozenset[Key]:
    """Who is told to be at school or younger than sixteen."""
    return frozenset(key_of(f) for f in facts if f.owner is not None and _childish(f))


def _childish(fact: Fact) -> bool:
    if fact.key == "student_stage":
        return fact.value in line(SHELF, "schooling")
    return fact.key == "age" and isinstance(fact.value, int) and fact.value < GROWN


def _fits(key: str, who: Key, minors: frozenset[Key]) -> bool:
    if who[0] in _never().get(key, ()):
        return False
    return not (who in minors and key in line(SHELF, "grown_up"))


def _other(scene: Scene, fact: Fact, minors: frozenset[Key]) -> Mention | None:
    """The only one before it, of the fitting generation, that the fact can be true of."""
    before = [
        m for m in scene.cast.mentions if m.start < fact.start and m.relation not in _TOGETHER
    ]
    fitting = {m.key: m for m in before if _fits(fact.key, m.key, minors)}
    if fact.key in ("student_stage", "orphan"):
        young = {key: m for key, m in fitting.items() if key[0] in line(SHELF, "young")}
        fitting = young or fitting
    if not fitting and not any(m.relation == "self" for m in before):
        return (
            Mention("self", fact.start, fact.start) if fact.key in line(SHELF, "grown_up") else None
        )
    return next(iter(fitting.values())) if len(fitting) == 1 else None
