"""A group became a supergroup: what is ours in the old chat belongs to the new one.

What was sent keeps its old number: in the new chat the vendor counts messages anew, and there is
nothing to edit. Where the new chat is known already, because somebody spoke there first, that stands.
"""

from typing import Any

from core.store.database import atomically
from core.store.mail import Outbox, Talk
from core.store.people import Binding

WAITING = ("pending", "sending", "ambiguous", "held")


async def moved(channel: str, old: str, new: str) -> None:
    """The chat *old* is called *new* from now on, in all rows and in one transaction."""

    async def work() -> None:
        waiting = Outbox.filter(channel=channel, chat=old, state__in=WAITING)
        await waiting.filter(lane=_lane(channel, old)).update(lane=_lane(channel, new))
        await waiting.update(chat=new)
        await _renamed(Binding, channel, old, new)
        for talk in await Talk.filter(channel=channel, chat__startswith=f"{old}:"):
            await _renamed(Talk, channel, talk.chat, new + talk.chat.removeprefix(old))

    await atomically(work)


async def _renamed(rows: Any, channel: str, old: str, new: str) -> None:
    mine = rows.filter(channel=channel, chat=old)
    if await rows.filter(channel=channel, chat=new).exists():
        await mine.delete()
    else:
        await mine.update(chat=new)


def _lane(channel: str, chat: str) -> str:
    return f"talk:{channel}:{chat}"
