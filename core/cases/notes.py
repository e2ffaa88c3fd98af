"""A few words kept with a case, sealed, by whoever may see it: no visit, no conclusion."""

from datetime import datetime

from core.access import Who, demand
from core.cases.doors import thing
from core.cases.states import advance
from core.clock import day_of
from core.store.casework import Case


async def note(case: Case, who: Who, words: str, *, at: datetime) -> None:
    """Keep *words*; the case stays where it is. Raises NotAllowed."""
    demand(who, "see_case", thing(case), day_of(at))
    await advance(case, "note", at=at, by=who.id, detail={"words": words})
