"""A worker and a resident write to each other through us: neither learns the other's number.

Only an answer is possible: to whoever turned to one through us before, or in a matter in hand.
"""

from datetime import datetime, timedelta

from core import audit, outbox
from core.access import NotAllowed, Who
from core.store.mail import Outbox
from core.store.people import Account

TURNED_TO = ("worker.resident", "resident.word")  # notices that carry somebody's own words
FOR_DAYS = timedelta(days=30)


async def turned_to(who: Who, other: int, *, at: datetime) -> bool:
    """Whether the account *other* has turned to *who* lately."""
    rows = Outbox.filter(account_id=who.id, notice__in=TURNED_TO, created_at__gt=at - FOR_DAYS)
    told = [row.body or {} for row in await rows]
    return any(body.get("from") == other and not body.get("quiet") for body in told)


async def write(who: Who, other: int, words: str, *, at: datetime, key: str) -> Account:
    """Leave *words* for the account *other*; the caller knows that *who* may. Raises NotAllowed."""
    to = await Account.get_or_none(id=other, active=True)
    if to is None:
        raise NotAllowed
    await outbox.notify(
        to,
        "resident.word",
        dedup=f"word:{key}:{to.id}",
        at=at,
        about={"from": who.id, "words": words},
        priority=outbox.SOON,
        not_before=at,
    )
    await audit.record(who.handle, "write", to.handle, at=at)
    return to
