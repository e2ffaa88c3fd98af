"""A resident's message read: danger, facts, topics, intent, in this order."""

from functools import cache
from typing import Any

from core.language.crisis import Danger, dangers
from core.language.learned.weights import load
from core.language.reading.message import Message
from core.language.reading.rules import Hit, Matcher, rules_of
from core.language.resident import facts as fact_readers
from core.language.resident.asked import SPEAKER
from core.language.resident.collect import HOUSEHOLD, UNNAMED, agreed, collect, key_of
from core.language.resident.contradictions import contradictions
from core.language.resident.corrections import corrected
from core.language.resident.intents import intent
from core.language.resident.marks import Marks
from core.language.resident.model import Evidence, Resident
from core.language.resident.plausible import lasting, sensible
from core.language.resident.scene import Fact, Scene
from core.language.resident.sorts import Candidate
from core.language.resident.speech import speaks_of_service
from core.language.resident.subject import main_persons, marked
from core.language.resident.topics import spoken_of, topics

SHELVES = (
    "crisis",
    "context",
    "resident/topics",
    "resident/intents",
    "resident/facts",
    "resident/money",
)
CIRCUMSTANCES = 2  # so many facts of a life make signs of danger mere circumstances
MOST_OFFERED = 4  # people offered where it is open whom the message is about
UNSURE, UNSURE_FACT = 0.55, 0.7  # below these a reading is shown for confirmation
UNPERSONAL = ("complaint", "greeting_or_other")  # here a person without a fact is only mentioned
OF_RULES = ("disability_grade", "disability_kind", "age")  # 一级残疾一个月多少: of nobody
CUES = {
    "update_info": "update",
    "eligibility": "can",
    "policy_info": "how",
    "greeting_or_other": "offtopic",
}


@cache
def matcher() -> Matcher:
    """All words a resident's message is searched for, loaded once."""
    return Matcher(rule for shelf in SHELVES for rule in rules_of(shelf))


def read(text: str, subject: str | None = None, about: str | None = None) -> Resident:
    """One message; *subject* is whom the messages before were about, *about* whom the speaker names."""
    message = Message(text)
    scene = Scene(message, matcher().hits(message), subject)
    told = sensible(scene, corrected(scene, fact_readers.told(scene)))
    service = speaks_of_service(scene) or len(told) >= CIRCUMSTANCES
    alive = dangers(message, scene.hits, service=service, strings=scene.strings)
    if alive:
        told = lasting(scene, told)
    named = topics(scene, told)
    reading = intent(scene, told, named, bool(alive))
    if reading.name == "policy_info" and not scene.cast.mentions:
        told = [f for f in told if f.owner is not None or f.key not in OF_RULES]
    mains = (about,) if about else _mains(scene, told, alive, named, reading.name)
    between = _between(mains, told) if len(mains) > 1 else ()
    mine, others, used = collect(told, mains[0]) if len(mains) == 1 else agreed(told, mains)
    doubts = contradictions(scene, *_all_told(told, mains, mine, others))
    mine |= {d.key: d.between for d in doubts if d.between is not None and len(mains) == 1}
    spans = _evidence(message, alive, named, used) + _of_intent(message, scene, reading.name)
    return Resident(
        intent=reading.name,
        topics=tuple(spoken_of(named, reading.name, any(d.kind == "no_food" for d in alive))),
        facts=mine,
        others=tuple(others),
        crisis=tuple(d.kind for d in alive),
        spans=tuple(spans),
        contradictions=tuple(d.contradiction for d in doubts),
        uncertain=_uncertain(used, reading.confidence, bool(between)),
        between=between,
        confidence=reading.confidence,
    )


def _all_told(
    told: list[Fact],
    mains: tuple[Candidate, ...],
    mine: dict[str, Any],
    others: list[dict[str, Any]],
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What may contradict itself: everything told, also where it is open whom it is about."""
    return (mine, others) if len(mains) == 1 else collect(told, mains[0] or mains[1])[:2]


def _mains(
    scene: Scene, told: list[Fact], alive: tuple[Danger, ...], named: list[Hit], intent_: str
) -> tuple[Candidate, ...]:
    mains = main_persons(scene, told, alive, Marks(scene, told, named), intent_)
    return (None,) if intent_ in UNPERSONAL and not told else mains


def _between(mains: tuple[Candidate, ...], told: list[Fact]) -> tuple[str, ...]:
    """Whom to offer when asking whom it is about: the likeliest, and who else is told of."""
    personal = [f for f in told if f.key not in HOUSEHOLD or _of_a_person(f)]
    if not personal:
        return ()
    people = [*mains, *(key_of(f)[0] for f in personal)]
    offered = tuple(dict.fromkeys(p for p in people if p and p not in UNNAMED))
    return offered[:MOST_OFFERED] if len(offered) > 1 else ()


def _of_a_person(fact: Fact) -> bool:
    owner = fact.owner
    return owner is not None and owner.relation not in SPEAKER and (owner.sure or owner.home)


def candidates(text: str) -> dict[Candidate, frozenset[str]]:
    """Everybody the question of a message may be about, with the marks the learned weights look at."""
    message = Message(text)
    scene = Scene(message, matcher().hits(message))
    told = sensible(scene, corrected(scene, fact_readers.told(scene)))
    about = topics(scene, told)
    name = intent(scene, told, about, False).name
    return marked(scene, told, Marks(scene, told, about), name)


def _uncertain(used: list[tuple[str, Fact]], confidence: float, of_two: bool) -> tuple[str, ...]:
    """What had better be shown for confirmation: a doubtful intent or person, doubtful facts."""
    doubtful = ["intent"] * (confidence < UNSURE) + ["relation"] * of_two
    return tuple(doubtful + [fact.key for _, fact in used if fact.confidence < UNSURE_FACT])


def _evidence(
    message: Message, alive: tuple[Danger, ...], about: list[Hit], used: list[tuple[str, Fact]]
) -> list[Evidence]:
    found = [
        _one(message, "crisis", d.kind, True, start, end, 0.9)
        for d in alive
        for start, end in d.spans
    ]
    found += [_one(message, "topic", h.name, True, h.start, h.end, 0.9) for h in about]
    return found + [
        _one(message, who, f.key, f.value, f.start, f.end, f.confidence) for who, f in used
    ]


def _of_intent(message: Message, scene: Scene, name: str) -> list[Evidence]:
    """The words an intent was read from: its cues, else the strings that spoke most for it."""
    cue = CUES.get(name, name)
    spans = [(h.start, h.end) for h in scene.hits[f"resident/intents/{cue}"]]
    if not spans and name in load("resident_intent").classes:
        strong = [s for s, _ in load("resident_intent").why(scene.strings, name) if len(s) > 1]
        spans = [(at, at + len(s)) for s in strong if (at := message.text.find(s)) >= 0]
    return [_one(message, "intent", name, True, start, end, 0.8) for start, end in spans[:3]]


def _one(
    message: Message, about: str, key: str, value: Any, start: int, end: int, confidence: float
) -> Evidence:
    low, high = message.raw_span(start, end)
    return Evidence(about, key, value, message.raw[low:high], low, high, confidence)
