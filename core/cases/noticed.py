"""What a round means for cases: the look one asked for was had, or a family was seen in trouble."""

from datetime import datetime

from core.access import Who, may
from core.cases import roster
from core.cases.brief import VILLAGE, Brief, Found, Span
from core.cases.doors import thing
from core.cases.opening import open_case
from core.cases.same_look import asks_only_to_look
from core.cases.states import OPEN, hold
from core.cases.work import Report, report, take
from core.city import City
from core.clock import day_of
from core.store.casework import Case
from core.store.helping import Turn

SEEN = "SEEN"
SAFE = "去过了，平安"


async def seen_well(
    turn: Turn, who: Who, *, key: str, at: datetime, words: str = "", how: str = "tap"
) -> list[Case] | None:
    """The turn is done, and so is the look of every case that asked for just that; those cases.

    None when the turn was done before, or its time is over. Inside the caller's transaction.
    """
    if not await roster.done(turn, who, at=at, words=words, how=how):
        return None
    looked = [case for case in await _workable(turn, who, at) if asks_only_to_look(case, turn)]
    for case in looked:
        told = Report(words or SAFE, "visited", understood={"round": turn.id})
        await report(await hold(case), who, told, key=f"{key}:{turn.id}:{case.id}", at=at)
    return looked


async def open_matter(turn: Turn, who: Who, *, at: datetime) -> Case | None:
    """The family's open case this worker may work on: hers first, then what nobody has."""
    found = await _workable(turn, who, at)
    return min(found, key=lambda case: (case.worker_id is None, case.id), default=None)


async def _workable(turn: Turn, who: Who, at: datetime) -> list[Case]:
    day = day_of(at)
    cases = Case.filter(household=turn.household, line=turn.line, state__in=OPEN)
    mine = who.stands_for(day)
    return [
        case
        for case in await cases.order_by("id")
        if case.worker_id in {None, *mine} and may(who, "work_case", thing(case), day)
    ]


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
