"""Who may hear of a case at sending time, and which words a notice of the casework has.

The one gate for every notice that is about a case: whoever wrote it, whatever was true then. A phone
of the household itself hears nothing; a restricted matter only reaches its own line.
"""

from datetime import datetime

from bot.message import Message
from bot.messages import calling, plan, worker
from core.access import Thing, Who, lives_there, may
from core.cases import clocks, lead
from core.cases.doors import stuck_cases, thing
from core.cases.doubles import earlier
from core.cases.states import BEFORE_VISIT, OPEN
from core.catalogue import offers
from core.city import here
from core.clock import day_of
from core.store.casework import Call, Case, Task
from core.store.mail import Outbox


async def may_hear(row: Outbox, who: Who, now: datetime) -> bool:
    """Whether this person may still hear of the row's case, in the role the notice is for."""
    case, day = _case(row), day_of(now)
    if row.notice.startswith("family."):  # relatives with consent: core.devices asks for that
        return True
    if lives_there(who, case.household):
        return False
    if may(who, "see_case", thing(case), day) or row.notice == "worker.gone":
        return True
    return row.notice.startswith("unit.") and await _may_answer(case, who, now)


async def _may_answer(case: Case, who: Who, now: datetime) -> bool:
    """The town's room, never for a restricted matter; or whoever answers for a called unit."""
    day = day_of(now)
    rooms = (d for d in who.duties if d.role == "room" and d.holds(day))
    if not case.line and any(case.region.startswith(room.area) for room in rooms):
        return True
    asked = (Thing(case.region, case.line, call.unit) for call in await Call.filter(case=case))
    return any(may(who, "answer_call", one, day) for one in asked)


async def late(row: Outbox, who: Who, now: datetime) -> Message | None:
    """Nobody went, the plan hangs, or the data have not come: only while that is still so."""
    case, about = _case(row), row.body or {}
    stage = clocks.STAGES.get(case.state)
    if stage is None or clocks.STAGES.get(about.get("state", case.state)) != stage:
        return None
    if case.state in BEFORE_VISIT:
        return worker.late(case, here(), who.lang, now)
    if stage == "prove" and may(who, "work_case", thing(case), day_of(now)):
        since = case.stage_at or now
        return calling.again(case, (day_of(now) - day_of(since)).days, here(), who.lang)
    return calling.stage_late(case, stage, here(), who.lang)


async def stuck(row: Outbox, who: Who, now: datetime) -> Message | None:
    """One message a day: what is stuck in a supervisor's area though everybody was reminded."""
    found = await stuck_cases(who, at=now)
    return calling.stuck(found, here(), who.lang) if found else None


async def unit_late(row: Outbox, who: Who, now: datetime) -> Message | None:
    case, about = _case(row), row.body or {}
    call = await Call.get_or_none(case=case, unit=about["unit"])
    if call is None or call.state != about["state"] or case.state not in OPEN:
        return None
    own = call.unit in who.units(day_of(now))
    return calling.unit_late(case, call, here(), who.lang, now, own=own)


async def who_leads(row: Outbox, who: Who, now: datetime) -> Message | None:
    case = _case(row)
    if case.lead or case.state not in OPEN or not may(who, "lead", thing(case), day_of(now)):
        return None
    return calling.who_leads(case, await lead.candidates(case), here(), who.lang)


async def moved(row: Outbox, who: Who, now: datetime) -> Message | None:
    return calling.ask_office(_case(row), "moved", here(), who.lang)


async def deceased(row: Outbox, who: Who, now: datetime) -> Message | None:
    return calling.ask_office(_case(row), "deceased", here(), who.lang)


async def lost(row: Outbox, who: Who, now: datetime) -> Message | None:
    return calling.ask_office(_case(row), "lost", here(), who.lang)


async def line_empty(row: Outbox, who: Who, now: datetime) -> Message | None:
    about = row.body or {}
    return calling.line_empty(about["line"], about["town"], here(), who.lang)


async def slot(row: Outbox, who: Who, now: datetime) -> Message | None:
    offer = offers()[(row.body or {})["offer"]]
    title = offer.title_en if who.lang == "en" else offer.title
    return calling.slot(_case(row), title, who.lang)


async def before(row: Outbox, who: Who, now: datetime) -> Message | None:
    """What the family had from others within a year, for whoever answers for the unit."""
    case = _case(row)
    call = await Call.get_or_none(case=case, unit=(row.body or {})["unit"])
    if call is None:
        return None
    items = [task.offer for task in await Task.filter(case=case, unit=call.unit)]
    found = await earlier(case, items, at=now, giver=call.unit)
    return plan.before(case, found, who.lang) if found else None


async def gone(row: Outbox, who: Who, now: datetime) -> Message | None:
    """What an old card says to somebody it is no longer for."""
    case = _case(row)
    if may(who, "see_case", thing(case), day_of(now)):
        return None
    return calling.gone(case, who.lang)


def _case(row: Outbox) -> Case:
    if row.case is None:
        raise LookupError(f"notice {row.notice} of outbox row {row.id} has no case")
    return row.case


WORDINGS = {
    "worker.late": late,
    "worker.slot": slot,
    "worker.gone": gone,
    "unit.late": unit_late,
    "unit.before": before,
    "office.lead": who_leads,
    "office.moved": moved,
    "office.deceased": deceased,
    "office.lost": lost,
    "supervisor.line_empty": line_empty,
    "supervisor.late": stuck,
}
