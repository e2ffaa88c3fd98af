"""The one message of safe mode: who keeps the service running hears that it fell, and nobody anything.

It lies in the outbox and is claimed, sent and marked as any other, so that a service in safe mode that
is started again does not say it twice. Where another process sends, that one takes it.
"""

from bot.deliver.rows import Head, load
from bot.deliver.sender import Sender
from core import accounts, outbox
from core.clock import day_of
from core.safety.leading import Lead
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.people import Binding

NOTICE = "admin.safe_mode"


async def tell(sender: Sender, lead: Lead, times: int, *, alone: bool) -> int:
    """Leave the notice, once a day to everybody, and send it where we may; how many were tried."""
    await atomically(lambda: _leave(sender, times))
    if not (await lead.take() if alone else await lead.seek()):
        return 0
    sender.epoch = lead.epoch
    try:
        heads = await _heads(sender)
        rows = await load(heads)
        return sum([await sender.carrier.carry(head, rows[head.id]) for head in heads])
    finally:
        await lead.resign()


async def _leave(sender: Sender, times: int) -> None:
    now = sender.clock()
    day = day_of(now)
    for admin in await accounts.with_duty(day, roles=("admin",)):
        await outbox.notify(
            admin, NOTICE, dedup=f"safe_mode:{day}:{admin.id}", at=now, not_before=now,
            about={"times": times}, priority=outbox.RED,
        )  # fmt: skip


async def _heads(sender: Sender) -> list[Head]:
    """Our notices with the chat of each, where there is one."""
    heads = []
    for row in await Outbox.filter(notice=NOTICE, state="pending").order_by("id"):
        chats = Binding.filter(
            account_id=row.account_id, channel__in=list(sender.channels), active=True,
            unreachable_since=None,
        )  # fmt: skip
        if found := await chats.order_by("-id").first():
            heads.append(Head(row.id, row.attempts, found.channel, found.chat))
    return heads
