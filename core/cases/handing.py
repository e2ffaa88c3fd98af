"""Somebody leaves, moves or goes on leave: what he had in hand goes to whoever is there now.

The same day: his phone's cards lose what stood on them, the cases are pushed to the people nearest to
the families, and a case nobody can take says so aloud.
"""

from datetime import datetime

from core import accounts, outbox
from core.access import may
from core.cases.calls import tell_everybody
from core.cases.doors import thing
from core.cases.hearing import nearest_workers, nobody_on_duty
from core.cases.states import OPEN, hold, let_go
from core.clock import day_of
from core.store.casework import Case
from core.store.mail import Outbox
from core.store.people import Account

SHOWN = ("worker.case", "unit.whistle")


async def release(account: Account, *, at: datetime) -> int:
    """Hand on every open case *account* may no longer work on; how many. Inside a transaction."""
    who, day = await accounts.who(account), day_of(at)
    count = 0
    for case in await Case.filter(worker=account, state__in=OPEN).order_by("id"):
        if not may(who, "work_case", thing(case), day):
            await _hand_on(await hold(case), at=at)
            count += 1
    for case in await _shown_to(account):
        if not may(who, "see_case", thing(case), day):
            await _blank(account, case, at=at)
    return count


async def cover(account: Account, *, at: datetime) -> int:
    """The stand-in sees what the one on leave has in hand; how many cases that is."""
    cases = await Case.filter(worker=account, state__in=OPEN).order_by("id")
    for case in cases:
        await tell_everybody(case, at=at)
    return len(cases)


async def _hand_on(case: Case, *, at: datetime) -> None:
    await let_go(case, at=at)
    if not await nearest_workers(case, at):
        await nobody_on_duty(case, at=at)
    await tell_everybody(case, at=at)


async def _shown_to(account: Account) -> list[Case]:
    rows = await Outbox.filter(account=account, notice__in=SHOWN).distinct().values("case_id")
    ids = [row["case_id"] for row in rows if row["case_id"]]
    return await Case.filter(id__in=ids, state__in=OPEN).order_by("id") if ids else []


async def _blank(account: Account, case: Case, *, at: datetime) -> None:
    """The card on his phone is overwritten; it is his no more."""
    await outbox.notify(
        account,
        "worker.gone",
        dedup=f"gone:{case.id}:{account.id}:{case.steps}",
        at=at,
        case=case,
        live=f"case:{case.id}",
    )
