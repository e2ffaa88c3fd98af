"""Who hears of a case: the workers nearest to the family, and whoever answers for a called unit."""

from collections.abc import Sequence
from datetime import datetime

from core import accounts, outbox
from core.clock import day_of
from core.monitoring.cards import note_cards, with_card
from core.store.casework import Call, Case
from core.store.people import Account

CARD = ("worker.case", "case:{case}:worker:{to}:{steps}", "case")
WHISTLE = ("unit.whistle", "whistle:{case}:{to}:{steps}", "whistle")


async def nearest_workers(case: Case, at: datetime) -> list[Account]:
    """The grid workers of the narrowest area that covers the family (its line only, if any)."""
    found = await accounts.with_duty(
        day_of(at), roles=("grid",), covering=case.region, line=case.line
    )
    return found[:3]


async def goers(case: Case, at: datetime) -> list[Account]:
    """Who shows this case on his phone already, or else might go; nobody while it waits its turn,
    nobody where nobody need go."""
    if case.waits or case.evidence["brief"]["visit_within"] is None:
        return []
    near = await nearest_workers(case, at)
    have = await with_card(case, near)
    return [worker for worker in near if worker.id in have] or near


async def tell_worker(
    case: Case, worker: Account, *, at: datetime, not_before: datetime | None = None
) -> None:
    """Show a worker the case as it stands now, in the one live message he has of it."""
    await tell(case, [worker], [], at=at, not_before=not_before)


async def tell(
    case: Case,
    workers: Sequence[Account],
    units: Sequence[Account],
    *,
    at: datetime,
    not_before: datetime | None = None,
) -> None:
    """Workers see the case, units the whistle, everybody at once."""
    if workers:
        await note_cards(case, workers, day=day_of(not_before or at))
    letters = [_letter(case, one, CARD, at, not_before) for one in workers]
    letters += [_letter(case, one, WHISTLE, at, not_before) for one in units]
    await outbox.leave(letters)


def _letter(
    case: Case, to: Account, what: tuple[str, str, str], at: datetime, not_before: datetime | None
) -> outbox.Letter:
    notice, dedup, live = what
    return outbox.Letter(
        to=to,
        notice=notice,
        dedup=dedup.format(case=case.id, to=to.id, steps=case.steps),
        at=at,
        case=case,
        priority=outbox.RED if case.colour == "红" else outbox.CALM,
        not_before=not_before,
        live=f"{live}:{case.id}",
    )


async def tell_units(case: Case, *, at: datetime, not_before: datetime) -> None:
    """In the town's room when there is one, else to each unit's contacts in private."""
    workers = {worker.id for worker in await nearest_workers(case, at)}
    units = [one for one in await listeners(case, at) if one.id not in workers]
    await tell(case, [], units, at=at, not_before=not_before)


async def listeners(case: Case, at: datetime) -> list[Account]:
    """Who sees the whistle: the town's room, unless the matter is restricted; else contacts."""
    if not case.line:
        rooms = await accounts.with_duty(day_of(at), roles=("room",), covering=case.region)
        if rooms:
            return rooms[:1]
    called = await Call.filter(case=case).order_by("id").values_list("unit", flat=True)
    return await contacts([str(unit) for unit in called], case, at)


async def contacts(units: Sequence[str], case: Case, at: datetime) -> list[Account]:
    """Who answers for these units in this matter; of a restricted one only the named people."""
    if not units:
        return []
    return await accounts.with_duty(
        day_of(at),
        roles=("department", "office"),
        units=units,
        covering=case.region,
        line=case.line,
    )


async def nobody_on_duty(case: Case, *, at: datetime) -> None:
    """Nobody covers this place: the supervisors hear it at once, the case waits and says so.

    Of a restricted matter they only hear that its line has nobody here: not which family, nor what.
    """
    notice, about = "supervisor.nobody", None
    if case.line:
        notice, about = "supervisor.line_empty", {"line": case.line, "town": case.region[:9]}
    for boss in await accounts.with_duty(day_of(at), roles=("supervisor",), covering=case.region):
        await outbox.notify(
            boss,
            notice,
            dedup=f"nobody:{case.id}:{boss.id}:{case.steps}",
            at=at,
            case=None if case.line else case,
            about=about,
            priority=outbox.SOON,
        )
