"""Whom the people of a home allowed to hear of its alarms: only what they agreed to, until they stop.

A relative hears of sensors, smoke and fire, never of a matter of a restricted line; that is asked when the
message is left and again when it is sent.
"""

from datetime import date, datetime

from core import audit, outbox
from core.clock import day_of
from core.problems import Problem
from core.store.casework import Case, Step
from core.store.people import Account
from core.store.sensing import Consent

ALARMS = {
    "sos": ("MON-10",),
    "movement": ("MON-11",),
    "bed": ("MON-12",),
    "device": ("MON-13",),
    "fire": ("MON-26", "MON-40"),
}
"""What one can agree to, and the monitors that tell it."""


class NoSuchAlarm(Problem, ValueError):
    """Nobody can agree to that."""


def kind_of(case: Case) -> str:
    """What sort of alarm a case is; "" when it is none a relative may hear of."""
    if case.line:
        return ""
    return next((kind for kind, of in ALARMS.items() if case.monitor in of), "")


async def agree(
    account: Account,
    household: str,
    what: str,
    *,
    how: str,
    at: datetime,
    until: date | None = None,
) -> Consent:
    """The people of *household* let this account hear of *what*; *how* they said so is kept."""
    if what not in ALARMS:
        raise NoSuchAlarm(f"没有 {what} 这一种。可以同意的有：{'、'.join(ALARMS)}。")
    row, _ = await Consent.get_or_create(
        account=account, household=household, what=what, since=day_of(at),
        defaults={"until": until, "how": how[:120], "made_at": at},
    )  # fmt: skip
    await Consent.filter(id=row.id).update(revoked_at=None, until=until)
    await audit.record("operator", "consent", account.handle, at=at, why=f"{what}: {how}"[:120])
    return row


async def take_back(account: Account, household: str, what: str = "", *, at: datetime) -> int:
    """They do not want it any more: nothing is told from this moment, whatever waits to be sent."""
    rows = Consent.filter(account=account, household=household, revoked_at=None)
    if what:
        rows = rows.filter(what=what)
    count = await rows.update(revoked_at=at)
    await audit.record("operator", "consent_back", account.handle, at=at, why=what)
    return count


async def allowed(case: Case, day: date) -> list[Account]:
    """Who may hear of this case now."""
    kind = kind_of(case)
    if not kind or not case.household:
        return []
    rows = Consent.filter(
        household=case.household, what=kind, revoked_at=None, since__lte=day, account__active=True
    ).prefetch_related("account")
    return [row.account for row in await rows if row.until is None or day < row.until]


async def may_hear(account: Account, case: Case, day: date) -> bool:
    return account.id in {one.id for one in await allowed(case, day)}


async def tell(case: Case, *, at: datetime) -> int:
    """Leave the relatives their message, at any hour: once when it rings, once when it is over."""
    turns = await Step.filter(case=case, what="flare_up").count()
    said = f"{turns}:{case.why_closed or 'open'}"
    told = 0
    for account in await allowed(case, day_of(at)):
        told += await outbox.notify(
            account, "family.alarm", dedup=f"family:{case.id}:{account.id}:{said}", at=at,
            case=case, priority=outbox.RED, live=f"family:{case.id}",
        )  # fmt: skip
    return told
