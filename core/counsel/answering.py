"""What somebody answers to one of our questions, tapped or in his own words."""

from collections.abc import Mapping
from typing import Any

from core.language.answers import beside, no, not_sure, yes
from core.language.reading.message import Message
from core.language.reading.numerals import numbers
from core.rules.facts import Question, questions

SMALL_YEAR = 8000  # yuan: hardly a family earns less in a year and says so
COUNTED = ("money", "people", "years", "months", "number")


class NotUnderstood(ValueError):
    """Words that do not answer the question."""


def question_named(name: str) -> Question:
    return next(q for q in questions() if q.name == name)


def read_answer(question: Question, words: str, asked: str = "") -> Mapping[str, Any]:
    """{fact: value}, {} for “not sure”; raises NotUnderstood. *asked* is the question as it was put."""
    said = words.strip()
    if (tapped := question.answer(said)) is not None:
        return tapped
    if not_sure(said):
        return {}
    if question.hint in COUNTED and len(question.facts) == 1:
        return {question.facts[0]: _number(question, said)}
    return _chosen(question, said, asked or question.zh)


def maybe_monthly(question: Question, values: Mapping[str, Any]) -> float | None:
    """A yearly amount so small that a month may be meant: the amount; None where it is plain."""
    value = next(iter(values.values()), None)
    least = value.get("max") or value.get("min") if isinstance(value, dict) else value
    if "一年" not in question.zh or not isinstance(least, int | float) or isinstance(least, bool):
        return None
    return least if 0 < least < SMALL_YEAR else None


def _number(question: Question, said: str) -> Any:
    found = numbers(Message(said).text)
    if found:
        return found[0].value
    if no(said) and question.answers:
        return next(iter(question.answers[0].values.values()))
    raise NotUnderstood


def _chosen(question: Question, said: str, asked: str) -> Mapping[str, Any]:
    """The one answer whose words are in what was said; else a plain yes or no."""
    named = [a for a in question.answers if a.zh in said or a.en.lower() in said.lower()]
    longest = max((len(a.zh) for a in named), default=0)
    best = [a for a in named if len(a.zh) == longest]
    if len(best) == 1 and _about(asked, said, best[0].zh):
        return best[0].values
    against = [a for a in question.answers if no(a.zh)]
    others = [a for a in question.answers if not no(a.zh)]
    if (denied := no(said)) and len(against) == 1 and _about(asked, said, denied):
        return against[0].values
    if (told := yes(said)) and len(others) == 1 and _about(asked, said, told):
        return others[0].values
    raise NotUnderstood


def _about(asked: str, said: str, answer: str) -> bool:
    """Whether nothing else is told besides the answer: 没有 and 没有汽车, but not 没有存款."""
    return all(character in asked for character in beside(said, answer))
