"""One resident's message with everything read off it that the deciders need."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.language.learned.features import features
from core.language.reading.cast import Cast
from core.language.reading.kinship import Mention
from core.language.reading.message import Clause, Message
from core.language.reading.numerals import Number
from core.language.reading.rules import Hit, Hits


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said of somebody at start..end; no owner means the household or the speaker."""

    key: str
    value: Any
    start: int
    end: int
    owner: Mention | None = None
    confidence: float = 0.9
    near: bool = False  # whether the owner is named in the same clause


class Scene:
    """A message, its hits and its people."""

    def __init__(self, message: Message, hits: Hits, subject: str | None = None) -> None:
        self._subject = subject
        self.message = message
        self.hits = hits
        self.text = message.text

    @cached_property
    def cast(self) -> Cast:
        return Cast(self.message, self._subject)

    @cached_property
    def strings(self) -> frozenset[str]:
        """What the learned weights look at."""
        return features(self.message, self.cast.mentions)

    @cached_property
    def sized(self) -> bool:
        """Whether the size of the household is told."""
        from core.language.resident.facts import household

        return any(True for _ in household.read(self))

    @cached_property
    def ill(self) -> bool:
        """Whether an illness or its treatment is told."""
        from core.language.resident.facts import illness

        return any(True for _ in illness.read(self))

    def clause_before(self, place: int) -> str:
        """The words of the clause up to a place."""
        return self.text[self.message.clause(place).start : place]

    def clause_after(self, place: int) -> str:
        """The words from a place to the end of its clause."""
        return self.text[place : self.message.clause(max(0, place - 1)).end]

    def asked(self, clause: Clause) -> bool:
        """Whether the clause asks something."""
        return clause.mark == "？" or clause.text.endswith(ASKING)

    def fact(self, key: str, value: Any, spot: Hit | Number, confidence: float = 0.9) -> Fact:
        """A fact of whom the words at *spot* are about."""
        return Fact(
            key, value, spot.start, spot.end, self.cast.owner(spot.start, spot.end), confidence
        )


ASKING = ("吗", "呢", "么", "不", "没", "没有", "吧", "嘛")
