"""Every five minutes: what people found is taken in, wrong data goes back, what was released opens."""

from datetime import datetime
from functools import partial
from typing import Any

from core import outbox
from core.clock import day_of
from core.house import House
from core.monitoring import corrections, flood, outcomes
from core.store.casework import Finding
from core.store.database import atomically
from core.store.monitoring import Outcome
from core.store.people import Account
from scheduler.jobs.sweep import sweep
from scheduler.monitors.shelf import monitors

NAME = "learn"
EVERY = "*/5 * * * *"
PEOPLE = ("person", "household")


async def run(house: House, due: datetime) -> dict[str, Any]:
    learnt = 0
    while some := await atomically(partial(_learn, house, due)):
        learnt += some
    reminded = await atomically(partial(corrections.remind, house.city, at=due))
    opened = [m for m in await flood.to_open() if await _open(house, m, due)]
    return {"outcomes": learnt, "reminded": reminded, "released": opened}


async def _learn(house: House, at: datetime) -> int:
    """One piece of what was told since the last time, with what follows from it."""
    found = await outcomes.learn(at=at)
    for outcome in found:
        if outcome.leads and (outcome.verdict, outcome.cause) == ("false_alarm", "data"):
            await _send_back(outcome, house, at)
    return len(found)


async def _send_back(outcome: Outcome, house: House, at: datetime) -> None:
    """The class that decided is to be corrected; where there were several, whoever was there is asked
    which one it is."""
    await outcome.fetch_related("case")
    case, classes = outcome.case, corrections.classes_of(outcome.case)
    if not classes:
        return
    await corrections.ask(case, classes[0], house.city, at=at)
    worker = await Account.get_or_none(id=case.worker_id)
    if worker is not None and len(classes) > 1:
        await outbox.notify(
            worker, "worker.which_data", dedup=f"which:{case.id}:{worker.id}", at=at, case=case
        )


async def _open(house: House, monitor: str, at: datetime) -> bool:
    """Look once more at what was held, and open it."""
    held = await Finding.filter(monitor=monitor, held=flood.FLOOD, closed_on=None)
    homes = {finding.household for finding in held}
    people = monitors()[monitor].watch.grain in PEOPLE
    await sweep(
        house, day_of(at), now=at, due={monitor}, only={monitor},
        households=homes if people else None,
    )  # fmt: skip
    return True
