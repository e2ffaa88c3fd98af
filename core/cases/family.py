"""One family, several matters: what else is open, so that one visit takes all of them along."""

from datetime import datetime

from core.access import Right, Who, may
from core.cases.doors import thing
from core.cases.states import BEFORE_VISIT, OPEN
from core.clock import day_of
from core.store.casework import Case


async def others(case: Case, who: Who, *, at: datetime, right: Right = "see_case") -> list[Case]:
    """The family's other open cases that *who* has *right* on, the oldest first.

    Of a resident whose household nobody knows yet there is nothing else.
    """
    if not case.household:
        return []
    found = await Case.filter(household=case.household, state__in=OPEN).order_by("id")
    day = day_of(at)
    return [c for c in found if c.id != case.id and may(who, right, thing(c), day)]


async def unvisited(case: Case, who: Who, *, at: datetime) -> list[Case]:
    """Those of them nobody has been to yet, and that nobody else has in hand."""
    mine = {None, *who.stands_for(day_of(at))}
    found = await others(case, who, at=at, right="work_case")
    return [c for c in found if c.state in BEFORE_VISIT and c.worker_id in mine]
