"""Who words which notice at sending time: what it says is what is true at that moment.

A notice whose matter is over words nothing (None) and is cancelled. Rights are asked again here:
somebody who was moved away since does not get what was meant for his former place.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import between, casework, watching
from bot.handlers import roster
from bot.message import Message
from bot.messages import admin, day, fill, nudge, supervisor, unit, worker
from bot.messages import roster as rounds_of
from core import accounts
from core.access import Thing, Who, may
from core.cases.doors import thing
from core.cases.promises import to_go
from core.cases.roster import open_of
from core.cases.telling import calls_of
from core.city import here
from core.clock import day_of
from core.desk import signing
from core.desk.walking import walked
from core.digest import morning
from core.freshness import late_here
from core.store.casework import Call, Case
from core.store.mail import Outbox
from core.store.people import Account

Wording = Callable[[Outbox, Who, datetime], Awaitable[Message | None]]


async def word(row: Outbox, now: datetime) -> Message | None:
    """The message of an outbox row as it should read now; None when there is nothing to say."""
    if row.expires_at and row.expires_at <= now:
        return None
    if row.notice == "words":
        return Message.from_json(row.body)
    if row.account is None:
        return None
    who = await accounts.who(row.account)
    if not who.duties or (row.case and not await casework.may_hear(row, who, now)):
        return None
    return await NOTICES[row.notice](row, who, now)


def repeated(message: Message, row: Outbox) -> Message:
    """Every possible repeat says so on its first line, whatever it is."""
    lang = row.account.lang if row.account else "zh"
    first, *rest = message.text.split("\n")
    mark = fill("　〔可能重复·第 {n} 次〕", lang, n=row.maybe)
    return replace(message, text="\n".join((first + mark, *rest)))


async def _worker_case(row: Outbox, who: Who, now: datetime) -> Message | None:
    return await worker.card_for(_case(row), who, here(), now)


async def _worker_reply(row: Outbox, who: Who, now: datetime) -> Message | None:
    call = await Call.get(id=_about(row)["call"])
    return worker.reply_of_unit(_case(row), call, here(), who.lang)


async def _worker_done(row: Outbox, who: Who, now: datetime) -> Message | None:
    return worker.done(_case(row), who.lang)


async def _office_arrange(row: Outbox, who: Who, now: datetime) -> Message | None:
    return worker.arrange(_case(row), here(), who.lang)


async def _office_unreachable(row: Outbox, who: Who, now: datetime) -> Message | None:
    return worker.unreachable(_case(row), here(), who.lang)


async def _unit_whistle(row: Outbox, who: Who, now: datetime) -> Message | None:
    calls = await calls_of(_case(row))
    return unit.whistle(_case(row), calls, here(), lang=who.lang, now=now)


async def _supervisor_digest(row: Outbox, who: Who, now: datetime) -> Message | None:
    about = _about(row)
    if not may(who, "see_digest", Thing(region=about["area"]), day_of(now)):
        return None
    late = await late_here(day_of(now))
    stale = tuple(about.get("stale", ())) if late is None else late
    day = datetime.fromisoformat(about["day"])
    sign = len(await signing.waiting(who, here(), at=now))
    told = await morning(day_of(day), about["area"], here(), now=now, stale=stale, sign=sign)
    return supervisor.digest(told, here(), who.lang, who.id)


async def _supervisor_nobody(row: Outbox, who: Who, now: datetime) -> Message | None:
    return supervisor.nobody(_case(row), here(), who.lang)


async def _worker_morning(row: Outbox, who: Who, now: datetime) -> Message | None:
    """The day's walk as it is now; nothing when there is nowhere to go, or the day is over."""
    if day_of(now).isoformat() != _about(row)["day"]:
        return None
    go, waiting = await to_go(who, at=now)
    rounds = await roster.counts(who, now)
    if not go and not any(rounds):
        return None
    walk = walked(go, here())
    return day.morning(who.name, walk, waiting, here(), who.lang, now, who.id, rounds)


async def _worker_roster(row: Outbox, who: Who, now: datetime) -> Message | None:
    """Who is still to be seen, as it is now and as far as this worker may know."""
    turns = await open_of(who, at=now)
    return rounds_of.open_list(turns, here(), who.lang, day_of(now), _about(row)["stamp"])


async def _supervisor_paused(row: Outbox, who: Who, now: datetime) -> Message | None:
    """Somebody guessed numbers; nothing to say once he works again."""
    other = await Account.get(id=_about(row)["account"])
    return None if other.active else supervisor.paused(other.name, other.handle, who.lang)


async def _admin_safe_mode(row: Outbox, who: Who, now: datetime) -> Message | None:
    return admin.safe_mode(_about(row)["times"], who.lang)


async def _worker_nudge(row: Outbox, who: Who, now: datetime) -> Message | None:
    if not may(who, "work_case", thing(_case(row)), now.date()):
        return None
    return nudge.worker(_case(row), _about(row)["by"], here(), who.lang, now)


async def _unit_nudge(row: Outbox, who: Who, now: datetime) -> Message | None:
    case, about = _case(row), _about(row)
    call = next((c for c in await calls_of(case) if c.unit == about["unit"]), None)
    if call is None or call.unit not in who.units(now.date()):
        return None
    return nudge.unit(case, about["by"], call.unit, call.state, here(), who.lang)


def _case(row: Outbox) -> Case:
    if row.case is None:
        raise LookupError(f"notice {row.notice} of outbox row {row.id} has no case")
    return row.case


def _about(row: Outbox) -> dict[str, Any]:
    return row.body or {}


NOTICES: dict[str, Wording] = {
    **between.WORDINGS,
    **casework.WORDINGS,
    **watching.WORDINGS,
    "worker.case": _worker_case,
    "worker.reply": _worker_reply,
    "worker.done": _worker_done,
    "worker.morning": _worker_morning,
    "worker.roster": _worker_roster,
    "worker.nudge": _worker_nudge,
    "unit.nudge": _unit_nudge,
    "office.arrange": _office_arrange,
    "office.unreachable": _office_unreachable,
    "unit.whistle": _unit_whistle,
    "supervisor.digest": _supervisor_digest,
    "supervisor.nobody": _supervisor_nobody,
    "supervisor.paused": _supervisor_paused,
    "admin.safe_mode": _admin_safe_mode,
}
