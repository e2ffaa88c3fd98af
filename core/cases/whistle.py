"""Who is called: the units of a whistle, each with a clock of its own."""

from datetime import datetime

from core.cases import clocks
from core.cases.brief import TOWN, VILLAGE
from core.store.casework import Call, Case


def units_of(whistle: tuple[str, ...], region: str) -> list[str]:
    """The codes behind a whistle list; "town" and "village" are the family's own."""
    own = {TOWN: region[:9], VILLAGE: region[:12]}
    return [own.get(unit, unit) for unit in whistle]


async def call_unit(case: Case, unit: str, *, at: datetime) -> Call:
    """Call one unit; one that was called before keeps its answer."""
    due = case.answer_due if case.answer_due and case.answer_due > at else None
    call, new = await Call.get_or_create(
        case=case, unit=unit, defaults={"called_at": at, "due": due}
    )
    if new:
        call.due = due or clocks.limit_of_call(case, at=at)
        clocks.called(call, case, at=at)
        await call.save()
    return call
