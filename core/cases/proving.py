"""Help was given, and now the data should show it; where none ever will, a second visit is planned."""

from datetime import datetime, timedelta

from core.cases import promises
from core.cases.doubles import provable
from core.cases.states import advance
from core.clock import day_of
from core.store.casework import Case

LOOK_AGAIN = timedelta(days=30)


async def wait_for_proof(case: Case, *, at: datetime) -> None:
    await advance(case, "await_proof", at=at)
    if case.worker_id and not await provable(case):
        due = day_of(at) + LOOK_AGAIN
        key = f"second:{case.id}:{case.steps}"
        await promises.plan_visit(case, case.worker_id, due, key=key, at=at)
