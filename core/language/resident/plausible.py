"""What cannot be true of a person is said of another one: a child of three earns no wage."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from core.language.reading.kinship import Mention
from core.language.reading.shelf import line, read, words
from core.language.resident.collect import Key, key_of
from core.language.resident.scene import Fact, Scene

SHELF = "resident/plausible"
GROWN, OF_AGE = 16, 18  # years
_TOGETHER = ("family", "parents")


@cache
def _never() -> dict[str, frozenset[str]]:
    return {key: frozenset(words(who)) for key, who in read(SHELF)["never"].items()}


def sensible(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """The facts with each at somebody it can be true of; what fits nobody is left out."""
    return list(_Sense(scene, facts).all())


def lasting(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """In danger 动不了 is of this hour: lying ill counts where years or a paralysis are told."""
    words_of_time = line(SHELF, "lasting")
    return [
        f
        for f in facts
        if f.key != "bedridden"
        or any(w in scene.text[f.start - 2 : f.end + 4] for w in words_of_time)
    ]


class _Sense:
    """Who of a message is a child by what is told, who is grown up, and what can be true of whom."""

    def __init__(self, scene: Scene, facts: list[Fact]) -> None:
        self.scene, self.facts = scene, facts
        owned = [f for f in facts if f.owner is not None]
        self.minors = {key_of(f) for f in owned if _childish(f)}
        self.grown = {key_of(f) for f in owned if f.key == "age" and _low(f.value) >= OF_AGE}

    def all(self) -> Iterator[Fact]:
        for fact in self.facts:
            if self.fits(fact.key, key_of(fact)):
                yield fact
            elif fact.key in line(SHELF, "moves") and (other := self.other(fact)):
                yield replace(fact, owner=other, confidence=0.75)

    def fits(self, key: str, who: Key) -> bool:
        if who[0] in _never().get(key, ()) or (key == "orphan" and who in self.grown):
            return False
        return not (who in self.minors and key in line(SHELF, "grown_up"))

    def other(self, fact: Fact) -> Mention | None:
        """The only one before it, of the fitting generation, that the fact can be true of."""
        before = [m for m in self.scene.cast.mentions if m.start < fact.start]
        before = [m for m in before if m.relation not in _TOGETHER]
        fitting = {m.key: m for m in before if self.fits(fact.key, m.key)}
        if fact.key in ("student_stage", "orphan"):
            young = {key: m for key, m in fitting.items() if key[0] in line(SHELF, "young")}
            fitting = young or fitting
        if not fitting and not any(m.relation == "self" for m in before):
            adult = fact.key in line(SHELF, "grown_up") and fact.key != "lives_alone"
            return Mention("self", fact.start, fact.start) if adult else None
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _childish(fact: Fact) -> bool:
    """At school, or younger than sixteen."""
    if fact.key == "student_stage":
        return fact.value in line(SHELF, "schooling")
    return fact.key == "age" and isinstance(fact.value, int) and fact.value < GROWN


def _low(age: Any) -> float:
    return float(age["min"] if isinstance(age, dict) else age)
