"""What a monitor hands over with a finding, frozen into the case on the day it opens.

A monitor may be rewritten next month; whoever was called today, by when, and what was promised
stays as it was told today.
"""

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from core.calendar import add_days, add_hours

VILLAGE, TOWN = "village", "town"  # the units of the family's own place, in a whistle list


@dataclass(frozen=True)
class Span:
    """A time limit: hours or days; working time unless the matter is red."""

    hours: int = 0
    days: int = 0
    minutes: int = 0

    def after(self, start: datetime, *, red: bool) -> datetime:
        if self.days:
            return add_days(start, self.days, red=red)
        if self.hours:
            return add_hours(start, self.hours, red=red)
        return start + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Brief:
    """A monitor's instructions for a case."""

    monitor: str
    version: str
    title: str
    title_en: str
    why: str  # what was found, one plain sentence for the worker; no identity, no illness
    why_en: str
    ask: str  # what to ask on the visit
    ask_en: str
    need: str  # what the called units are asked to look at
    need_en: str
    whistle: tuple[str, ...]
    answer_within: Span
    visit_within: Span | None
    close_within: Span | None
    offers: tuple[str, ...]
    line: str = ""
    proof: str = ""
    proof_en: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Piece:
    """One piece of evidence: what, its value in words, the class and day it came from."""

    what: str
    value: str
    class_id: str
    as_of: str

    def to_json(self) -> dict[str, str]:
        return {"what": self.what, "value": self.value, "class": self.class_id, "as_of": self.as_of}


@dataclass(frozen=True)
class Found:
    """One new finding, ready to become a case."""

    brief: Brief
    subject: str
    household: str
    person: str | None
    region: str
    colour: str
    names: dict[str, str] = field(default_factory=dict)  # head, who: sealed in the case
    evidence: tuple[Piece, ...] = ()
