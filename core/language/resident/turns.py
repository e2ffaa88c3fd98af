"""Several messages of one talk: what was said before is kept, what is said now counts more."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.language.reading.message import Message
from core.language.reading.numerals import numbers
from core.language.resident.collect import HOUSEHOLD
from core.language.resident.model import Contradiction, Evidence, Resident
from core.language.resident.read import read

KEPT_TOPICS = ("eligibility", "policy_info", "apply", "progress")  # intents that go on with a topic
ASIDE = ("other",)
_INSTEAD = re.compile(
    "不是(?P<wrong>[^，。？]{1,8})[，]?(?:而)?是[^，。？]{1,8}|(?P<first>是)[^，。？]{1,8}[，]?不是[^，。？]{1,8}"
)
_CHANGED = "您先说{before}，现在说{after}。请问以哪个为准？"
_NAMES = {"household_size": "口人", "age": "岁", "disability_grade": "级"}


def understand(text: str, earlier: Sequence[str] = (), about: str | None = None) -> Resident:
    """The last message of a talk, with the facts of the messages before it (oldest first).

    *about*: the relation of whom the last message is about, where the speaker has said so.
    """
    known: Resident | None = None
    topics: tuple[str, ...] = ()
    for turn, said in enumerate([*earlier, text], start=-len(earlier)):
        subject = known.facts.get("relation") if known else None
        now = _at(read(said, subject, about if turn == 0 else None), turn)
        now = now if known is None else _joined(known, now, said)
        if now.topics in ((), ASIDE) and topics and now.intent in KEPT_TOPICS:
            now = replace(now, topics=topics)
        topics = now.topics if now.topics not in ((), ASIDE) else topics
        known = now
    assert known is not None
    return known


def _at(now: Resident, turn: int) -> Resident:
    if turn == 0:
        return now
    return replace(now, spans=tuple(replace(s, turn=turn) for s in now.spans))


def _joined(known: Resident, now: Resident, said: str) -> Resident:
    """Facts so far with those of one more message."""
    now = _put_right(known, now, said)
    main = now.facts.get("relation") or known.facts.get("relation")
    people = _people(known)
    doubts = list(now.contradictions)
    for relation, told in _people(now).items():
        person = people.setdefault(relation or main, {})
        doubts += _changes(person, told, said)
        person |= told
    mine = people.pop(main, {}) if main else {}
    mine = _household(known, main) | mine
    others = [{"relation": r} | told for r, told in people.items() if r and told]
    return replace(
        now,
        facts=({"relation": main} if main else {}) | mine,
        others=tuple(others),
        spans=(*_still_true(known.spans, now), *now.spans),
        contradictions=tuple(doubts),
    )


def _put_right(known: Resident, now: Resident, said: str) -> Resident:
    """不是三级是二级: a bare correction replaces the value that was told before."""
    m = _INSTEAD.search(Message(said).text)
    found = numbers(m[0]) if m else []
    if len(found) != 2 or any(k not in ("relation", "receives") for k in now.facts):
        return now
    wrong, right = (found[1], found[0]) if m and m["first"] else (found[0], found[1])
    keys = [k for k, v in known.facts.items() if v == wrong.value and not isinstance(v, bool)]
    if len(keys) != 1:
        return now
    whole = Evidence("facts", keys[0], right.value, said, 0, len(said), 0.8)
    return replace(
        now,
        intent="update_info",
        facts=dict(now.facts) | {keys[0]: right.value},
        spans=(*now.spans, whole),
    )


def _people(said: Resident) -> dict[str | None, dict[str, Any]]:
    """Facts by relation, the main person among the others."""
    found: dict[str | None, dict[str, Any]] = {}
    for person in (said.facts, *said.others):
        told = {k: v for k, v in person.items() if k != "relation"}
        found.setdefault(person.get("relation"), {}).update(told)
    return found


def _household(known: Resident, main: str | None) -> dict[str, Any]:
    """What belongs to the household goes over when the talk turns to another of its people."""
    if known.facts.get("relation") == main:
        return {}
    return {k: v for k, v in known.facts.items() if k in HOUSEHOLD}


def _still_true(spans: tuple[Evidence, ...], now: Resident) -> list[Evidence]:
    """Evidence of facts that the new message does not replace."""
    replaced = {s.key for s in now.spans}
    return [
        s for s in spans if s.about not in ("intent", "topic", "crisis") and s.key not in replaced
    ]


def _changes(before: dict[str, Any], after: dict[str, Any], said: str) -> list[Contradiction]:
    """A plain number that changes without being called a mistake is asked about."""
    if any(word in said for word in ("不是", "说错", "讲错", "打错", "更正", "纠正", "不对")):
        return []
    return [
        Contradiction(
            key,
            before[key],
            after[key],
            _CHANGED.format(before=f"{before[key]}{unit}", after=f"{after[key]}{unit}"),
        )
        for key, unit in _NAMES.items()
        if key in before
        and key in after
        and isinstance(before[key], int)
        and isinstance(after[key], int)
        and before[key] != after[key]
    ]
