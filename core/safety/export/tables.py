"""The rows of each table, page by page, with what they are about, so that rights can be asked."""

import html
import json
import re
from collections.abc import AsyncIterator, Callable
from typing import Any

from tortoise.queryset import QuerySet

from core import audit
from core.access import Thing
from core.cases.doors import thing
from core.city import here
from core.clock import iso
from core.store.casework import Call, Case, Visit
from core.store.mail import Outbox

PAGE = 500
TAG = re.compile(r"<[^>]*>")
ANONYMOUS = Thing()
Row = dict[str, Any]
Rows = AsyncIterator[tuple[Thing, Row]]


async def cases(full: bool) -> Rows:
    async for case in _each(Case.all().prefetch_related("worker")):
        calls = await Call.filter(case=case)
        row = {
            "case": case.number,
            "monitor": case.monitor,
            "title": case.evidence["brief"]["title"],
            "town": case.region[:9],
            "colour": case.colour,
            "state": case.state,
            "opened": iso(case.opened_at),
            "answer_due": iso(case.answer_due),
            "visit_due": iso(case.visit_due),
            "called": len(calls),
            "answered": sum(call.state != "called" for call in calls),
            "visits": await Visit.filter(case=case).count(),
            "worker": case.worker.handle if case.worker else "",
            "verdict": case.verdict,
            "closed": iso(case.closed_at),
            "why_closed": case.why_closed,
        }
        yield thing(case), row | (_secrets_of(case) if full else {})


def _secrets_of(case: Case) -> Row:
    names = case.evidence.get("names", {})
    pieces = case.evidence.get("pieces", [])
    return {
        "household": case.household,
        "person": case.person,
        "region": case.region,
        "head": names.get("head", ""),
        "who": names.get("who", ""),
        "evidence": "；".join(f"{piece['what']}：{piece['value']}" for piece in pieces),
    }


async def visits(full: bool) -> Rows:
    async for visit in _each(Visit.all().prefetch_related("case", "account")):
        row = {
            "visit": visit.id,
            "case": visit.case.number,
            "at": iso(visit.at),
            "worker": visit.account.handle,
            "outcome": visit.outcome,
            "distance_m": visit.distance_m,
        }
        if full:
            found = (visit.understood or {}).get("findings", [])
            row |= {"words": visit.words, "findings": "、".join(map(str, found))}
        yield thing(visit.case), row


async def outbox(full: bool) -> Rows:
    async for sent in _each(Outbox.all().prefetch_related("case", "account")):
        row = {
            "message": sent.id,
            "dedup": sent.dedup,
            "case": sent.case.number if sent.case else "",
            "to": sent.account.handle if sent.account else "",
            "channel": sent.channel,
            "notice": sent.notice,
            "priority": sent.priority,
            "state": sent.state,
            "attempts": sent.attempts,
            "maybe": sent.maybe,
            "created": iso(sent.created_at),
            "not_before": iso(sent.not_before),
            "started": iso(sent.started_at),
            "sent": iso(sent.sent_at),
            "last_error": sent.last_error,
        }
        if full:
            row |= {"chat": sent.chat, "message_id": sent.message_id, "text": _text(sent.body)}
        yield thing(sent.case) if sent.case else ANONYMOUS, row


async def trail(full: bool) -> Rows:
    """Entries of the trail; what a restricted case is about is told by its line only."""
    lines = {case.number: case.line async for case in _each(Case.exclude(line=""))}
    async for entry in audit.entries():
        row: Row = {**vars(entry), "at": iso(entry.at)}
        about = Thing(region=here().code, line=lines.get(entry.about, ""))
        yield about, row if full else row | {"why": ""}


TABLES: dict[str, Callable[[bool], Rows]] = {
    "cases": cases,
    "visits": visits,
    "outbox": outbox,
    "audit": trail,
}


def _text(body: Any) -> str:
    """What a message says, or what its notice is about."""
    if not body:
        return ""
    text = body.get("text") if isinstance(body, dict) else None
    told = text if text is not None else json.dumps(body, ensure_ascii=False)
    return html.unescape(TAG.sub("", str(told)))


async def _each(query: QuerySet[Any]) -> AsyncIterator[Any]:
    """Rows in order of their number, some hundred at a time."""
    last, ordered = 0, query.order_by("id").limit(PAGE)
    while page := await ordered.filter(id__gt=last):
        for row in page:
            yield row
        last = page[-1].id
