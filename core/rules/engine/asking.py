"""The next question: the one that decides most for the least effort, or none.

A fact counts for a rule as one part of all it still misses. Nothing is asked that was asked before,
that makes no sense yet, or that is not proved to matter (`core.rules.engine.witness`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from core.rules.engine.eligible import Verdicts
from core.rules.engine.shelf import vocabulary
from core.rules.engine.verdict import Verdict
from core.rules.engine.when import holds
from core.rules.engine.witness import witness
from core.rules.facts import Question, questions


@dataclass(frozen=True)
class Next:
    """A question about *who*, the facts of it that are missing, and the rules it brings forward."""

    question: Question
    person: int
    who: str
    facts: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def key(self) -> str:
        """What to remember as asked: the question, and about which further person."""
        of_family = all(vocabulary()[f].of == "household" for f in self.facts)
        return self.question.name + ("" if of_family or not self.person else f"@{self.person}")

    def data(self, city: str = "") -> dict[str, Any]:
        return {
            "variable": self.question.name,
            "facts": list(self.facts),
            "who": self.who,
            "question": self.question.text(city=city),
            "answers": [a.label() for a in self.question.answers] + ["不清楚"],
            "hint": self.question.hint,
            "for": list(self.rules),
        }


def next_question(
    verdicts: Verdicts,
    *,
    asked: Collection[str] = (),
    about: Collection[str] | None = None,
) -> Next | None:
    """The best question, or None when no answer could change a verdict.

    *asked* are the keys of questions already put (also those answered with 不清楚), *about* the ids
    of the rules people want to know about; without it all of them.
    """
    open_ = [v for v in verdicts if _matters(v, about)]
    found = [n for q in questions() for n in _put(q, open_, verdicts) if n.key not in asked]
    best_first = sorted(found, key=lambda n: _rank(n, open_))
    return next((n for n in best_first if _proved(n, verdicts)), None)


def _proved(found: Next, verdicts: Verdicts) -> bool:
    """Whether there are two families like this one whom only this answer tells apart."""
    facts, std = verdicts.facts, verdicts.std
    row = facts.household | facts.people[found.person].facts
    concerned = [v for v in verdicts if v.id in found.rules]
    return any(witness(found.facts, v.id, v.ask, row, std) for v in concerned)


def _matters(verdict: Verdict, about: Collection[str] | None) -> bool:
    wanted = verdict.id in about if about is not None else verdict.rule.is_benefit
    return wanted and verdict.verdict == "unknown" and not verdict.receiving


def _put(question: Question, open_: Sequence[Verdict], verdicts: Verdicts) -> Iterable[Next]:
    """The question about every person for whom it would help."""
    for person, about in enumerate(verdicts.facts.people):
        of = [v for v in open_ if v.person == person and set(v.ask) & set(question.facts)]
        needed = {f for v in of for f in v.ask}
        facts = tuple(f for f in question.facts if f in needed and ready(f, verdicts, person))
        if len(facts) < (2 if len(question.facts) > 1 else 1):
            continue
        rules = tuple(v.id for v in of if set(v.ask) & set(facts))
        yield Next(question, person, about.who, facts, rules)


def _rank(found: Next, open_: Sequence[Verdict]) -> tuple[float, int, str]:
    """Smallest first: minus what it decides per effort."""
    gain = sum(
        len(set(v.ask) & set(found.facts)) / len(v.ask)
        for v in open_
        if v.id in found.rules and v.person == found.person
    )
    return (-gain / found.question.effort, found.question.effort, found.question.name)


def ready(fact: str, verdicts: Verdicts, person: int) -> bool:
    """Whether it makes sense to ask now, by the fact's *after* and *unless*."""
    about, known = vocabulary()[fact], partial(verdicts.facts.value, person=person)
    after = not about.after or holds(about.after, known) is True
    return after and not (about.unless and holds(about.unless, known) is True)
