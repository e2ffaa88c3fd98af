"""Somebody on a round sees that a family is in trouble: an open matter of it, or a new one in her hands."""

from datetime import datetime

from core.access import Who, may
from core.cases.brief import VILLAGE, Brief, Found, Span
from core.cases.doors import thing
from core.cases.opening import open_case
from core.cases.states import OPEN, hold
from core.cases.work import take
from core.city import City
from core.clock import day_of
from core.store.casework import Case
from core.store.helping import Turn

SEEN = "SEEN"


async def open_matter(turn: Turn, who: Who, *, at: datetime) -> Case | None:
    """The family's open case this worker may work on: hers first, then what nobody has."""
    day = day_of(at)
    cases = Case.filter(household=turn.household, line=turn.line, state__in=OPEN)
    mine = who.stands_for(day)
    found = [
        case
        for case in await cases.order_by("id")
        if case.worker_id in {None, *mine} and may(who, "work_case", thing(case), day)
    ]
    return min(found, key=lambda case: (case.worker_id is None, case.id), default=None)


async def notice(turn: Turn, who: Who, city: City, *, at: datetime) -> Case:
    """A case of what she saw, taken by her: departments are called by the plan, once she has said
    what it is. Inside the caller's transaction."""
    person = None if turn.kind == "review" else turn.subject
    found = Found(
        _brief(turn.line), turn.subject, turn.household, person, turn.region, "黄",
        names=turn.names or {},
    )  # fmt: skip
    case = await open_case(found, city, at=at)
    await take(await hold(case), who, at=at)
    return case


def _brief(line: str) -> Brief:
    return Brief(
        monitor=SEEN, version="1", title="巡访时看到有难处", title_en="Seen on a round",
        why="巡访时看到这家有难处。", why_en="Somebody on a round saw trouble here.",
        ask="把看到的说清楚，要哪家帮忙也说一声。",
        ask_en="Say what you saw, and whose help is needed.",
        need="巡访时看到 1 户有难处", need_en="On a round 1 family was seen in trouble",
        whistle=(VILLAGE,), answer_within=Span(hours=24), visit_within=Span(days=1),
        close_within=Span(days=30), offers=(), line=line,
    )  # fmt: skip
