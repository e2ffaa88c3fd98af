"""What is understood of a resident's message."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing understood and the words of the message it came from.

    `about` is "intent", "topic", "crisis" or the relation of the person ("facts" for the main one);
    `turn` counts the messages, the last one being 0, the one before it -1.
    """

    about: str
    key: str
    value: Any
    said: str
    start: int
    end: int
    confidence: float
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that cannot both be true, and the question that settles it."""

    kind: str
    said: Any
    counted: Any
    question: str


@dataclass(frozen=True)
class Resident:
    """A resident's message understood; `to_json` is exactly the object of the contract."""

    intent: str
    topics: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    others: tuple[dict[str, Any], ...] = ()
    crisis: tuple[str, ...] = ()  # kinds of danger, the gravest first
    spans: tuple[Evidence, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    uncertain: tuple[str, ...] = ()  # keys whose reading should be shown for confirmation
    between: tuple[str, ...] = ()  # whom it may be about where only the speaker can tell
    confidence: float = 1.0

    def to_json(self) -> dict[str, Any]:
        return {
            "intent": self.intent,
            "topics": list(self.topics),
            "facts": dict(self.facts),
            "others": [dict(other) for other in self.others],
        }
