"""A resident's message read: danger, facts, topics, intent, in this order."""

from functools import cache
from typing import Any

from core.language.crisis import Danger, dangers
from core.language.reading.message import Message
from core.language.reading.rules import Hit, Matcher, rules_of
from core.language.resident import facts as fact_readers
from core.language.resident.intents import intent, speaks_of_service
from core.language.resident.model import Evidence, Resident
from core.language.resident.scene import Fact, Scene
from core.language.resident.subject import collect, main_person
from core.language.resident.topics import spoken_of, topics

SHELVES = ("crisis", "context", "resident/topics", "resident/intents", "resident/facts", "resident/money")
CIRCUMSTANCES = 2  # so many facts of a life make signs of danger mere circumstances


@cache
def matcher() -> Matcher:
    """All words a resident's message is searched for, loaded once."""
    return Matcher(rule for shelf in SHELVES for rule in rules_of(shelf))


def read(text: str) -> Resident:
    """One message, understood on its own."""
    message = Message(text)
    scene = Scene(message, matcher().hits(message))
    told = fact_readers.told(scene)
    alive = dangers(message, scene.hits, service=speaks_of_service(scene) or len(told) >= CIRCUMSTANCES, strings=scene.strings)
    about = topics(scene, told)
    reading = intent(scene, told, about, bool(alive))
    wanted = reading.name
    main = main_person(scene, told, alive)
    mine, others, used = collect(told, main)
    names = spoken_of(about, wanted, any(d.kind == "no_food" for d in alive))
    return Resident(
        intent=wanted,
        topics=tuple(names),
        facts=mine,
        others=tuple(others),
        crisis=tuple(d.kind for d in alive),
        confidence=reading.confidence,
        spans=tuple(_evidence(message, alive, about, used)),
    )


def _evidence(message: Message, alive: tuple[Danger, ...], about: list[Hit], used: list[tuple[str, Fact]]) -> list[Evidence]:
    found = [_one(message, "crisis", d.kind, True, start, end, 0.9) for d in alive for start, end in d.spans]
    found += [_one(message, "topic", h.name, True, h.start, h.end, 0.9) for h in about]
    return found + [_one(message, who, f.key, f.value, f.start, f.end, f.confidence) for who, f in used]


def _one(message: Message, about: str, key: str, value: Any, start: int, end: int, confidence: float) -> Evidence:
    low, high = message.raw_span(start, end)
    return Evidence(about, key, value, message.raw[low:high], low, high, confidence)
