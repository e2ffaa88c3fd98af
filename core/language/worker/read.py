"""A worker's reply read: findings, help, departments, action, time, next step."""

import re
from functools import cache

from core.language.crisis import dangers
from core.language.learned.features import features
from core.language.reading.message import Message
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
_CORRECTS = re.compile("更正|刚才说|刚刚说|上午说|说错|打错|写错|发错|应该是|前面说|上一条|不是[^，。？]{1,8}是|搞错")
_SURE = 0.7
_SILENT = ("accept", "question", "transferred_wrong_grid", "unknown")  # they report nothing found


@cache
def matcher() -> Matcher:
    """All words a worker's reply is searched for, loaded once."""
    return Matcher(rule for shelf in SHELVES for rule in rules_of(shelf) if rule.phrases)


def read(text: str) -> Worker:
    """One reply, understood; several families in it are also told apart in `parts`."""
    whole = _read(text)
    pieces = split(text)
    return _with_parts(whole, pieces) if pieces else whole


def _with_parts(whole: Worker, pieces: list[tuple[str, str]]) -> Worker:
    from dataclasses import replace

    parts = tuple(replace(_read(said), who=who) for who, said in pieces)
    return replace(whole, parts=parts)


def _read(text: str) -> Worker:
    message = Message(text)
    report = Report(message, matcher().hits(message))
    given = helps(report)
    asked = departments(report)
    action, confidence = Decision(report, given, asked).action(_strings(message))
    found = _findings(report, action, given)
    if action == "question":
        asked = []
    visited, planned = visited_at(report, action), scheduled_at(report, action)
    worker = Worker(
        action=action,
        visited_at=str(visited) if visited else None,
        scheduled_at=str(planned) if planned else None,
        helps=tuple(g.help for g in given),
        findings=tuple(dict.fromkeys(f.key for f in found)),
        next_step=next_step(report, action, asked, any(g.help.kind == "job" for g in given), planned),
        follow_up_in_days=follow_up(planned),
        departments=tuple(f.key for f in asked),
        cases=cases(text),
        corrects=bool(_CORRECTS.search(report.text)),
        crisis=tuple(d.kind for d in dangers(message, report.hits, service=True)),
        confidence=confidence,
        spans=tuple(_evidence(message, found, given, asked)),
    )
    return worker


def _strings(message: Message) -> frozenset[str]:
    return features(message, mentions(message))


def signals(text: str) -> frozenset[str]:
    """Everything the learned weights look at in a reply."""
    message = Message(text)
    report = Report(message, matcher().hits(message))
    return Decision(report, helps(report), departments(report)).signals(_strings(message))


def _findings(report: Report, action: str, given: list[Given]) -> list[Found]:
    """The findings that the action lets stand: a false alarm leaves only what corrects it."""
    found = sorted(report.findings, key=lambda f: f.start)
    dropouts = {report.message.clause_index(f.start) for f in found if f.key == "child_dropout"}
    found = [f for f in found if f.key != "in_school" or report.message.clause_index(f.start) not in dropouts]
    if action == "false_alarm":
        return [f for f in found if f.key in ("data_error", "not_poor", "stable")]
    if action in ("accept", "transferred_wrong_grid", "unknown"):
        return [f for f in found if f.key == "data_error"]
    return found


def _evidence(message: Message, found: list[Found], given: list[Given], asked: list[Found]) -> list[Evidence]:
    told = [("finding", f.key, True, f.start, f.end, f.confidence) for f in found]
    told += [("help", g.help.item, g.help.to_json(), g.start, g.end, g.confidence) for g in given]
    told += [("department", f.key, True, f.start, f.end, f.confidence) for f in asked]
    spans = []
    for about, key, value, start, end, confidence in told:
        low, high = message.raw_span(start, end)
        spans.append(Evidence(about, key, value, message.raw[low:high], low, high, confidence))
    return spans
