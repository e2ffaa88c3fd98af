"""One look counts once, wherever it was asked for: by a case, by the roster, or by both.

It is the same look when somebody goes to the same home on the same line, and the case is about this
very person, or names nobody of the home. A review of papers and an agreement are more than a look.
"""

from datetime import datetime

from core.access import Who
from core.cases import roster
from core.cases.outcomes import MET
from core.clock import at_time, day_of
from core.store.casework import Case
from core.store.helping import Turn

LOOKS = {kind: roster.MONITORS[kind] for kind in ("patrol", "child")}


def same(turn: Turn, case: Case) -> bool:
    there = turn.household == case.household and turn.line == case.line
    return bool(turn.household) and there and case.person in (None, turn.subject)


def asks_only_to_look(case: Case, turn: Turn) -> bool:
    """Whether the case is about nothing but this look, which the roster calls missed."""
    briefs = (case.evidence["brief"], *case.evidence.get("also", ()))
    return same(turn, case) and all(one["monitor"] == LOOKS.get(turn.kind) for one in briefs)


async def tick(case: Case, who: Who, outcome: str, *, at: datetime) -> list[Turn]:
    """A visit about the case met somebody: each one's next turn is done; those that are."""
    if outcome not in MET:
        return []
    return [
        turn for turn in await _next(case, at) if await roster.done(turn, who, at=at, how="case")
    ]


async def _next(case: Case, at: datetime) -> list[Turn]:
    """The first open turn of everybody on a roster here whom nobody has seen today."""
    rows = Turn.filter(household=case.household, line=case.line, kind__in=list(LOOKS))
    turns = [turn for turn in await rows.order_by("number", "id") if same(turn, case)]
    today = at_time(day_of(at), 0)
    seen = {(t.kind, t.subject) for t in turns if t.done_at is not None and t.done_at >= today}
    first: dict[tuple[str, str], Turn] = {}
    for turn in turns:
        whose = turn.kind, turn.subject
        if turn.state in roster.OPEN and roster.in_time(turn, day_of(at)) and whose not in seen:
            first.setdefault(whose, turn)
    return list(first.values())
