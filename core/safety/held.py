"""A restored service sends nothing until somebody says so.

What the copy still wanted to send may have gone out after the copy was made; nobody here can know.
So the database carries a mark, the sender's own statements respect it (bot/deliver/rows.py), and what waits
is listed. Released, everything that waits goes out saying that it may be a repeat, or is cancelled.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from core import audit
from core.clock import iso
from core.problems import Problem
from core.store.database import atomically, raw
from core.store.mail import Outbox
from core.store.marks import Mark

HELD, RESTORED_MARK = "held", "restored"
WAITING = ("pending", "sending", "ambiguous")
RESTORED = "restored:"  # how last_error tells what a held row was before

# Plain SQL, because a copy is held before this process opens it as its own database.
HOLD = f"""UPDATE outbox SET last_error = '{RESTORED}' || state, state = 'held'
WHERE state IN ('pending', 'sending', 'ambiguous')"""
MARK = "INSERT INTO mark (name, value, at) VALUES ('held', 'restored', {at})"


@dataclass(frozen=True)
class Waiting:
    """One message that is held: whose, about what, what it was when the copy was made."""

    id: int
    to: str
    case: str
    notice: str
    was: str
    created: str | None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


async def held_since() -> datetime | None:
    """Since when nothing is sent; None when the service sends as usual."""
    mark = await Mark.get_or_none(name=HELD)
    return mark.at if mark else None


async def waiting() -> list[Waiting]:
    """The messages that would go out when released, oldest first."""
    rows = Outbox.filter(state__in=("held", *WAITING)).order_by("id")
    return [_told(row) for row in await rows.prefetch_related("account", "case")]


def _told(row: Outbox) -> Waiting:
    was = row.last_error.removeprefix(RESTORED) if row.state == "held" else row.state
    return Waiting(
        id=row.id,
        to=row.account.handle if row.account else "",
        case=row.case.number if row.case else "",
        notice=row.notice,
        was=was,
        created=iso(row.created_at),
    )


async def release(*, at: datetime, cancel: bool) -> int:
    """Send again from now on; how many messages waited. They say that they may be repeats, or with
    *cancel* those of the copy are dropped and only what was written since goes out."""

    if await Mark.exists(name=RESTORED_MARK):
        raise Problem("这次恢复还没有做完。请再运行一遍 jpf restore 副本，做完再放行。")

    async def work() -> int:
        if cancel:
            await raw("UPDATE outbox SET state = 'cancelled' WHERE state = 'held' RETURNING id")
        marked = await raw(
            "UPDATE outbox SET state = 'pending', maybe = maybe + 1, last_error = '' "
            "WHERE state IN ('held', 'pending', 'ambiguous') RETURNING id"
        )
        await Mark.filter(name=HELD).delete()
        why = f"{len(marked)} waiting" + (", held ones cancelled" if cancel else "")
        await audit.record("operator", "release", "outbox", at=at, why=why)
        return len(marked)

    return await atomically(work)
