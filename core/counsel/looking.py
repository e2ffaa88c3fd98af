"""The next thing to say to somebody who asks: one more question, or what the rules say."""

from dataclasses import dataclass

from core.city.standards import Standards
from core.counsel.inquiry import Inquiry
from core.rules import Facts, Next, Verdict, Verdicts, eligible, next_question
from core.rules import about as rules_about

MOST_QUESTIONS = 8
"""After so many answers we say what we know; a person asks the rest."""


MOST_UNSURE = 3
"""Who has said “not sure” so often is asked no more."""


@dataclass(frozen=True)
class Ask:
    """One question to put, and the verdicts so far."""

    next: Next
    verdicts: Verdicts


@dataclass(frozen=True)
class Look:
    """What the rules say: *about* are the verdicts somebody asked for, the best first."""

    about: tuple[Verdict, ...]
    others: tuple[Verdict, ...]
    verdicts: Verdicts

    @property
    def first(self) -> Verdict | None:
        return self.about[0] if self.about else None


def look(
    inquiry: Inquiry, std: Standards, known: Facts | None = None, *, enough: bool = False
) -> Ask | Look:
    """*known*: what departments know of a bound family; *enough*: no more questions."""
    verdicts = eligible(inquiry.facts(known), std)
    about = rules_about(inquiry.topics, std.at) or None
    tired = inquiry.unsure >= MOST_UNSURE or len(inquiry.asked) >= MOST_QUESTIONS
    if not (enough or tired):
        found = next_question(verdicts, asked=inquiry.asked, about=about)
        if found:
            return Ask(found, verdicts)
    return _look(verdicts, about)


def _look(verdicts: Verdicts, about: list[str] | None) -> Look:
    benefits = [v for v in verdicts if v.rule.is_benefit and not v.receiving]
    rank = {"yes": 0, "unknown": 1, "no": 2}
    asked = [v for v in benefits if v.id in about] if about else _likely(benefits)
    asked.sort(key=lambda v: rank[v.verdict])
    named = {v.id for v in asked}
    others = [v for v in benefits if v.id not in named and v.verdict == "yes"]
    return Look(tuple(asked), tuple(others), verdicts)


def _likely(benefits: list[Verdict]) -> list[Verdict]:
    """Nobody named a policy: what fits, else what most speaks for."""
    fits = [v for v in benefits if v.verdict == "yes"]
    spoken_for = [v for v in benefits if v.verdict == "unknown" and _holding(v)]
    return fits or sorted(spoken_for, key=lambda v: (-_holding(v), len(v.ask)))


def _holding(verdict: Verdict) -> float:
    """The share of its conditions that hold already."""
    return sum(b.holds is True for b in verdict.because) / len(verdict.because)
