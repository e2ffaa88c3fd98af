"""What somebody answers to one of our questions, tapped or in his own words."""

import re
from collections.abc import Mapping
from typing import Any

from core.language.reading.message import Message
from core.language.reading.numerals import numbers
from core.rules.facts import Question, questions

NOT_SURE = re.compile(
    "不清楚|不知道|不晓得|说不准|说不好|不太清|不记得|忘了|not sure|don.t know", re.I
)
NO = re.compile(r"^\s*(?:都?没有?|呒[没有得]|都?不[是在]?|无|否|冇|勿|呒没|no\b|none|not\b)", re.I)
YES = re.compile(
    r"^\s*(?:是的?|[都还]?在的?|有的?|对的?|嗯|要|能|会|好的?|可以|yes\b|yeah|y$)", re.I
)
PARTICLES = re.compile(r"[的了子啊呀呢吧哦噢哈嘛。，,.!！ 　]")
AGREES = frozenset({"对", "对的", "是", "是的", "没错", "嗯", "好", "yes", "right", "ok"})
DENIES = frozenset({"不对", "有不对", "错了", "不是", "no", "wrong"})
ASKS = re.compile("怎么|哪里|哪儿|能不能|可以|吗|多少|办理|咨询|[?？]")
THANKS = re.compile("谢谢|多谢|感谢|thank", re.I)
CHANGED = re.compile(
    "工作了|上班了|就业了|打工了|进厂了|搬|过世|去世|走了|不在了|生了|怀|出嫁|嫁|娶|结婚|离婚|分家|出狱|毕业了|涨|停了"
)
OF_A_JOB = re.compile("工作|上班|就业|打工|进厂")
SMALL_YEAR = 8000  # yuan: hardly a family earns less in a year and says so
COUNTED = ("money", "people", "years", "months", "number")


class NotUnderstood(ValueError):
    """Words that do not answer the question."""


def agrees(words: str) -> bool | None:
    """Whether a short word says yes or no to what we said back; None for anything longer."""
    short = words.strip(" 。，,.!！").lower()
    return True if short in AGREES else False if short in DENIES else None


def question_named(name: str) -> Question:
    return next(q for q in questions() if q.name == name)


def read_answer(question: Question, words: str, asked: str = "") -> Mapping[str, Any]:
    """{fact: value}, {} for “not sure”; raises NotUnderstood. *asked* is the question as it was put."""
    said = words.strip()
    if (tapped := question.answer(said)) is not None:
        return tapped
    if NOT_SURE.search(said):
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
    if NO.search(said) and question.answers:
        return next(iter(question.answers[0].values.values()))
    raise NotUnderstood


def _chosen(question: Question, said: str, asked: str) -> Mapping[str, Any]:
    """The one answer whose words are in what was said; else a plain yes or no."""
    named = [a for a in question.answers if a.zh in said or a.en.lower() in said.lower()]
    longest = max((len(a.zh) for a in named), default=0)
    best = [a for a in named if len(a.zh) == longest]
    if len(best) == 1 and _about(asked, said, best[0].zh):
        return best[0].values
    against = [a for a in question.answers if NO.search(a.zh)]
    others = [a for a in question.answers if not NO.search(a.zh)]
    if (no := NO.match(said)) and len(against) == 1 and _about(asked, said, no[0]):
        return against[0].values
    if (yes := YES.match(said)) and len(others) == 1 and _about(asked, said, yes[0]):
        return others[0].values
    raise NotUnderstood


def _about(asked: str, said: str, answer: str) -> bool:
    """Whether nothing else is told besides the answer: 没有 and 没有汽车, but not 没有存款."""
    rest = PARTICLES.sub("", said.replace(answer.strip(), "", 1))
    return all(character in asked for character in rest)
