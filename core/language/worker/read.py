"""A worker's reply read: findings, help, departments, action, time, next step."""

import re
from dataclasses import replace
from functools import cache

from core.language.crisis import dangers
from core.language.learned.features import features
from core.language.learned.weights import load
from core.language.reading.message import Message
from core.language.reading.moments import Moment
from core.language.reading.people import mentions
from core.language.reading.rules import Matcher, rules_of
from core.language.worker.actions import Decision
from core.language.worker.departments import departments
from core.language.worker.helps import Given, helps
from core.language.worker.model import Evidence, Worker
from core.language.worker.parts import cases, split
from core.language.worker.report import Found, Report
from core.language.worker.steps import follow_up, next_step, scheduled_at, visited_at

SHELVES = ("crisis", "context", "worker/findings", "worker/actions", "worker/helps")
UNSURE, UNSURE_DETAIL = 0.6, 0.7  # below these a reading is shown for confirmation
_CORRECTS = re.compile(
    "更正|刚才说|刚刚说|上午说|说错|打错|写错|发错|应该是|前面说|上一条|不是[^，。？]{1,8}是|搞错"
)
_NOTHING_GIVEN = ("scheduled", "accept", "question", "transferred_wrong_grid")
# What an action lets stand: a false alarm finds little, an acknowledgement nothing; who was not met
# is not lost, and what is still planned was not seen.
_IN_FALSE_ALARM = ("data_error", "not_poor", "stable", "has_carer", "in_school")
_SILENT = ("accept", "transferred_wrong_grid")
_UNSEEN = {
    "not_home": ("lost_contact", "moved_away", "has_carer", "stable", "found_job", "data_error"),
    "refused": ("stable", "depressed", "disabled", "imprisoned", "ill"),
    "scheduled": ("stable", "has_carer", "found_job", "hospitalized"),
    "transferred_wrong_grid": ("data_error",),
}


@cache
def matcher() -> Matcher:
    """All words a worker's reply is searched for, loaded once."""
    return Matcher(rule for shelf in SHELVES for rule in rules_of(shelf) if rule.phrases)


def read(text: str) -> Worker:
    """One reply, understood; several families in it are also told apart in `parts`."""
    whole = _read(text)
    pieces = split(text)
    if not pieces:
        return whole
    return replace(whole, parts=tuple(replace(_read(said), who=who) for who, said in pieces))


def _read(text: str) -> Worker:
    message = Message(text)
    report = Report(message, matcher().hits(message))
    given, asked = helps(report), departments(report)
    strings = features(message, mentions(message))
    decision = Decision(report, given, asked)
    action, confidence = decision.action(strings)
    asked = [] if action == "question" else asked
    given = [] if action in _NOTHING_GIVEN else given
    found = _findings(report, action)
    visited, planned = visited_at(report, action), scheduled_at(report, action)
    placed = any(g.help.kind == "job" for g in given)
    spans = [
        *_of_action(message, decision, strings, action),
        *_evidence(message, found, given, asked),
        *_days(message, visited, planned),
    ]
    return Worker(
        action=action,
        visited_at=str(visited) if visited else None,
        scheduled_at=str(planned) if planned else None,
        helps=tuple(g.help for g in given),
        findings=tuple(dict.fromkeys(f.key for f in found)),
        next_step=next_step(report, action, asked, placed, planned),
        follow_up_in_days=follow_up(planned),
        departments=tuple(f.key for f in asked),
        cases=cases(text),
        corrects=bool(_CORRECTS.search(report.text)),
        crisis=tuple(d.kind for d in dangers(message, report.hits, service=True)),
        spans=tuple(spans),
        confidence=confidence,
        uncertain=_uncertain(confidence, given),
    )


def signals(text: str) -> tuple[frozenset[str], str]:
    """Everything the learned weights look at in a reply, and what the rules alone say."""
    message = Message(text)
    report = Report(message, matcher().hits(message))
    decision = Decision(report, helps(report), departments(report))
    return decision.signals(features(message, mentions(message))), decision.told()


def _findings(report: Report, action: str) -> list[Found]:
    """The findings that the action lets stand, each clause of a drop-out being no class."""
    found = sorted(report.findings, key=lambda f: f.start)
    dropouts = {report.message.clause_index(f.start) for f in found if f.key == "child_dropout"}
    found = [
        f
        for f in found
        if f.key != "in_school" or report.message.clause_index(f.start) not in dropouts
    ]
    if action == "false_alarm":
        return [f for f in found if f.key in _IN_FALSE_ALARM]
    found = [f for f in found if f.key not in _UNSEEN.get(action, ())]
    return [f for f in found if f.key == "data_error"] if action in _SILENT else found


def _uncertain(confidence: float, given: list[Given]) -> tuple[str, ...]:
    """The action or the helps that had better be confirmed."""
    doubtful = ["action"] if confidence < UNSURE else []
    return tuple(doubtful + [g.help.item for g in given if g.confidence < UNSURE_DETAIL])


def _evidence(
    message: Message, found: list[Found], given: list[Given], asked: list[Found]
) -> list[Evidence]:
    spans = [_one(message, "finding", f.key, f.start, f.end, f.confidence) for f in found]
    spans += [_one(message, "help", g.help.item, g.start, g.end, g.confidence) for g in given]
    return spans + [_one(message, "department", f.key, f.start, f.end, f.confidence) for f in asked]


def _days(message: Message, visited: Moment | None, planned: Moment | None) -> list[Evidence]:
    told = (("visited_at", visited), ("scheduled_at", planned))
    return [
        _one(message, about, str(m), m.start, m.end, 0.85) for about, m in told if m is not None
    ]


def _of_action(
    message: Message, decision: Decision, strings: frozenset[str], action: str
) -> list[Evidence]:
    """The words an action was read from: its cues, else the strings that spoke most for it."""
    spans = decision.cue_spans(action)
    if not spans:
        strong = [s for s, _ in load("worker_action").why(strings, action) if len(s) > 1]
        spans = [(at, at + len(s)) for s in strong if (at := message.text.find(s)) >= 0]
    return [_one(message, "action", action, start, end, 0.8) for start, end in spans[:3]]


def _one(
    message: Message, about: str, key: str, start: int, end: int, confidence: float
) -> Evidence:
    low, high = message.raw_span(start, end)
    return Evidence(about, key, True, message.raw[low:high], low, high, confidence)
