"""A tap proves that the message under it arrived, even when its sending was never answered.

The tap carries the message's number. When exactly one unsure message of that chat can be the one that
was tapped, it is sent, and need not go again. What else could be meant is left to go again, marked:
a needless repeat is better than a message taken for delivered that never came.
"""

from datetime import datetime

from bot.message import Incoming, Press
from core.store.mail import Outbox


async def proven(said: Incoming, now: datetime) -> None:
    """Take a tap as evidence for an unsure message of that chat; inside the caller's transaction."""
    press = said.press
    if press is None or not press.about or not press.message_id.isdigit():
        return
    unsure = await Outbox.filter(chat=said.chat, channel=said.channel, state="ambiguous")
    if not unsure:
        return
    meant = [row for row in await _with_cases(unsure) if _can_be(row, press)]
    if len(meant) == 1 and await _is_later(meant[0], press):
        await Outbox.filter(id=meant[0].id).update(
            state="sent", message_id=press.message_id, sent_at=now, last_error=""
        )


async def _with_cases(rows: list[Outbox]) -> list[Outbox]:
    return await Outbox.filter(id__in=[row.id for row in rows]).prefetch_related("case")


def _can_be(row: Outbox, press: Press) -> bool:
    """Whether this message holds that button, or is about that case."""
    if row.notice == "words":
        buttons = [b for line in (row.body or {}).get("rows", []) for b in line]
        return any((b["verb"], b["about"]) == (press.verb, press.about) for b in buttons)
    return row.case is not None and row.case.number == press.about


async def _is_later(row: Outbox, press: Press) -> bool:
    """Whether the tapped message is none we know, and younger than all that went before this one."""
    known = Outbox.filter(chat=row.chat, channel=row.channel, state="sent")
    if await known.filter(message_id=press.message_id).exists():
        return False
    earlier = known.filter(started_at__lt=row.started_at).order_by("-started_at").limit(20)
    before = [str(number) for number in await earlier.values_list("message_id", flat=True)]
    return all(int(number) < int(press.message_id) for number in before if number.isdigit())
