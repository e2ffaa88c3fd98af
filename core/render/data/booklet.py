"""What the booklet shows beyond the card: facts, questions, help, and how things moved."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from core.render.data.family import Card, Mark

Kind = Literal["material", "service"]
Moment = Literal["alert", "visit", "help", "check"]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of a fact sheet; a *value* of None is told as not known."""

    name: str
    value: str | None
    department: str = ""
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is not known, who could tell, and the question in plain words."""

    what: str
    whom: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class Benefit:
    """What the family receives already."""

    name: str
    amount: str
    department: str
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Help:
    """Help that was given, and what came of it."""

    day: date
    what: str
    who: str
    result: str = ""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Proposed help: material or service, who gives it, within how many days, papers, reason."""

    kind: Kind
    what: str
    who: str
    days: int
    papers: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """How one type moved."""

    type: str
    before: Mark
    after: Mark


@dataclass(frozen=True, kw_only=True)
class Event:
    """One step on the timeline, with what it changed."""

    day: date
    kind: Moment
    who: str
    text: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Booklet:
    """一户一册: everything known about one family, why, and what is being done."""

    card: Card
    made: datetime
    data_until: date
    rules: str
    sentence: str
    income: tuple[Fact, ...] = ()
    health: tuple[Fact, ...] = ()
    labour: tuple[Fact, ...] = ()
    housing: tuple[Fact, ...] = ()
    unknown: tuple[Question, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    help: tuple[Help, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    timeline: tuple[Event, ...] = ()
