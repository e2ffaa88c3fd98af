"""A finding becomes a case: numbered, sealed, pushed to whoever should go, the whistle blown."""

from collections.abc import Sequence
from datetime import datetime

from core import accounts, outbox
from core.cases.brief import TOWN, VILLAGE, Found
from core.cases.states import advance
from core.city import City
from core.store.casework import Call, Case
from core.store.database import raw
from core.store.people import Account


async def open_case(found: Found, city: City, *, at: datetime, also: Sequence[Found] = ()) -> Case:
    """Open a case for *found*, call every unit, alert the people nearest to the family.

    *also* is what else was found about the same family that night: one card, one visit. The clocks
    start when people hear of it, after the quiet hours.

    Inside the caller's transaction: the case, its calls and its messages exist together or not at
    all.
    """
    red = found.colour == "红"
    brief, heard = found.brief, outbox.polite_time(at, city.standards(at.date()), red=red)
    case = await Case.create(
        number=await next_number(city.prefix, at.year),
        monitor=brief.monitor,
        household=found.household,
        person=found.person,
        region=found.region,
        line=brief.line,
        colour=found.colour,
        state="",
        opened_on=at.date(),
        opened_at=at,
        answer_due=brief.answer_within.after(heard, red=red),
        visit_due=brief.visit_within.after(heard, red=red) if brief.visit_within else None,
        close_due=brief.close_within.after(heard, red=red) if brief.close_within else None,
        evidence={
            "brief": brief.to_json(),
            "also": [other.brief.to_json() for other in also],
            "names": found.names,
            "pieces": [piece.to_json() for one in (found, *also) for piece in one.evidence],
        },
    )
    await advance(case, "open", at=at)
    every = (unit for one in (found, *also) for unit in one.brief.whistle)
    await blow(case, tuple(every), city, at=at)
    return case


async def blow(case: Case, whistle: tuple[str, ...], city: City, *, at: datetime) -> None:
    """Call the units, and put the matter on the phones of those who should go."""
    for unit in dict.fromkeys(units_of(whistle, case.region)):
        await Call.get_or_create(
            case=case, unit=unit, defaults={"called_at": at, "due": case.answer_due}
        )
    later = outbox.polite_time(at, city.standards(at.date()), red=case.colour == "红")
    workers = await nearest_workers(case, at)
    for worker in workers:
        await tell_worker(case, worker, at=at, not_before=later)
    await _tell_units(case, city, workers, at=at, not_before=later)
    if workers:
        await advance(case, "push", at=at)
    else:
        await _nobody_on_duty(case, at=at)


def units_of(whistle: tuple[str, ...], region: str) -> list[str]:
    """The codes behind a whistle list; "town" and "village" are the family's own."""
    own = {TOWN: region[:9], VILLAGE: region[:12]}
    return [own.get(unit, unit) for unit in whistle]


async def nearest_workers(case: Case, at: datetime) -> list[Account]:
    """The grid workers of the narrowest area that covers the family (its line only, if any)."""
    found = await accounts.with_duty(
        at.date(), roles=("grid",), covering=case.region, line=case.line
    )
    return found[:3]


async def tell_worker(
    case: Case, worker: Account, *, at: datetime, not_before: datetime | None = None
) -> None:
    """Show a worker the case as it stands now, in the one live message he has of it."""
    await outbox.notify(
        worker,
        "worker.case",
        dedup=f"case:{case.id}:worker:{worker.id}:{case.steps}",
        at=at,
        case=case,
        priority=outbox.RED if case.colour == "红" else outbox.CALM,
        not_before=not_before,
        live=f"case:{case.id}",
    )


async def _tell_units(
    case: Case, city: City, workers: list[Account], *, at: datetime, not_before: datetime
) -> None:
    """In the town's room when there is one, else to each unit's contacts in private."""
    for listener in await listeners(case, at):
        if listener.id not in {w.id for w in workers}:
            await tell_unit(case, listener, at=at, not_before=not_before)


async def listeners(case: Case, at: datetime) -> list[Account]:
    """Who sees the whistle: the town's room, unless the matter is restricted; else contacts."""
    rooms = (
        []
        if case.line
        else await accounts.with_duty(at.date(), roles=("room",), covering=case.region)
    )
    if rooms:
        return rooms[:1]
    found: dict[int, Account] = {}
    for call in await Call.filter(case=case):
        for account in await accounts.with_duty(
            at.date(), roles=("department", "office"), unit=call.unit, covering=case.region
        ):
            found[account.id] = account
    return list(found.values())


async def tell_unit(
    case: Case, listener: Account, *, at: datetime, not_before: datetime | None = None
) -> None:
    """Show the whistle with everybody's progress, in one live message."""
    await outbox.notify(
        listener,
        "unit.whistle",
        dedup=f"whistle:{case.id}:{listener.id}:{case.steps}",
        at=at,
        case=case,
        priority=outbox.RED if case.colour == "红" else outbox.CALM,
        not_before=not_before,
        live=f"whistle:{case.id}",
    )


async def _nobody_on_duty(case: Case, *, at: datetime) -> None:
    """Nobody covers this place: the supervisors hear it at once, the case waits and says so."""
    for boss in await accounts.with_duty(at.date(), roles=("supervisor",), covering=case.region):
        await outbox.notify(
            boss,
            "supervisor.nobody",
            dedup=f"nobody:{case.id}:{boss.id}",
            at=at,
            case=case,
            priority=outbox.SOON,
        )


async def next_number(prefix: str, year: int) -> str:
    """PH-2022-000001: given out in order, never twice."""
    name = f"case:{prefix}:{year}"
    rows = await raw(
        "INSERT INTO counter (name, value) VALUES (?, 1) "
        "ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value",
        [name],
    )
    return f"{prefix}-{year}-{rows[0]['value']:06d}"
