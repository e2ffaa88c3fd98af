"""What the pictures and papers show: plain data, worded by the caller in the reader's language.

Only the fixed words of a page (headings, names of colours and units) come from the templates.
None always means "cannot tell" and is shown as such; an empty text or tuple means "nothing here".
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Colour = Literal["red", "yellow", "green"]
Number = int | float


@dataclass(frozen=True, kw_only=True)
class Opened:
    """Who looked at this family, and when; it is printed on what they see."""

    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A label and what it rests on: the reason, the day of the data, the department, the points."""

    label: str
    why: str = ""
    day: date | None = None
    department: str = ""
    points: Number | None = None


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A score with its colour at one time; neither means: was not of this type."""

    score: Number | None = None
    colour: Colour | None = None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one of the five types says about a family.

    *gate*: True it belongs, False it does not (then there is no colour), None cannot tell.
    Scores run from 0 to 100; low and high differ when something is not known. *floors* are the
    red lines that hold whatever the score.
    """

    name: str
    gate: bool | None
    low: Number | None = None
    high: Number | None = None
    colour_low: Colour | None = None
    colour_high: Colour | None = None
    yellow_from: Number = 30
    red_from: Number = 60
    labels: tuple[Evidence, ...] = ()
    floors: tuple[str, ...] = ()
    before: Mark | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The highest colour of a family: at least *low*, perhaps *high*.

    *typed*: True some type holds, False none does (no colour at all), None cannot tell yet.
    """

    typed: bool | None
    low: Colour | None = None
    high: Colour | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    """One member of the family. *spouse*: married to the person just before in the same row."""

    name: str
    relation: str
    age: int | None = None
    note: str = ""
    colour: Colour | None = None
    head: bool = False
    spouse: bool = False
    health: str = ""
    benefit: str = ""


@dataclass(frozen=True, kw_only=True)
class Action:
    """What to do, who does it, by when."""

    what: str
    who: str
    due: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """The portrait card: one family on one phone screen.

    *generations* run from the oldest to the youngest; *departments* is how many were looked into;
    *suggested*: nobody has decided the actions yet.
    """

    code: str
    head: str
    size: int
    place: str
    day: date
    departments: int
    opened: Opened
    readings: tuple[Reading, ...]
    generations: tuple[tuple[Person, ...], ...] = ()
    actions: tuple[Action, ...] = ()
    suggested: bool = False
    unknown: str = ""
