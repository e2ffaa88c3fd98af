"""One message to one phone: word it as it is true now, claim it, deliver it, mark it.

A row is claimed in one conditional statement committed before the network is touched. Whatever is
not clearly "not sent" or "refused" is *maybe sent*: it goes again, saying so.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot import notices
from bot.channels import BadContent, Channel, Drawn
from bot.deliver import rows
from bot.deliver.failed import Failures
from bot.deliver.office import Office
from bot.deliver.rows import Arrived, Head
from bot.message import Message
from bot.pointing import pointer
from core.store.database import passing
from core.store.mail import Outbox
from core.store.together import Together

log = structlog.get_logger()

FOUND_AGAIN = (0.2, 0.4, 0.8, *(1.0,) * 60)  # seconds between two looks for a database that is away


class Carrier:
    """Carries for one office; claims and marks of messages under way together share a commit."""

    def __init__(self, office: Office, failures: Failures) -> None:
        self.office, self.failures = office, failures
        self._claims: Together[Head, bool] = Together(self._claim)
        self._marks: Together[Arrived, None] = Together(self._mark)

    async def carry(self, head: Head, row: Outbox) -> bool:
        """Whether something went over the wire; whatever happens to one message stops no other."""
        try:
            return await self._sent(head, row)
        except Exception as error:
            await self._broke(head, error)
            return False

    async def claim(self, head: Head) -> bool:
        """Mark it as under way; False when it is not ours to send."""
        return await self._claims.one(head)

    async def _claim(self, heads: Sequence[Head]) -> list[bool]:
        return await rows.claim(heads, self.office.epoch, self.office.clock())

    async def _mark(self, arrived: Sequence[Arrived]) -> list[None]:
        return await rows.sent(arrived, self.office.clock())

    async def _broke(self, head: Head, error: Exception) -> None:
        """One message that breaks us must not stop the others; people hear of it by the doctor."""
        log.error("send_broke", outbox=head.id, error=type(error).__name__)
        if passing(error):
            self.office.shaken = True
        else:
            await patiently(lambda: rows.broken(head.id, error, self.office.clock()))

    async def _sent(self, head: Head, row: Outbox) -> bool:
        message = await self._worded(row)
        if message is None:
            return False
        shown = await rows.shown(row, head.chat)
        if row.maybe and not shown:
            message = notices.repeated(message, row)
        channel = self.office.channels[head.channel]
        if not channel.domestic:
            message = pointer(message, row)
        drawn = await self._drawn(message)
        if not await self.claim(head):
            return False
        row.attempts, row.channel, row.chat = head.attempts + 1, head.channel, head.chat
        await self._deliver(row, channel, message, drawn, shown)
        return True

    async def _worded(self, row: Outbox) -> Message | None:
        """The message as it should read now; rows that say nothing any more are dropped."""
        now = self.office.clock()
        later = await rows.newer(row, now)
        if later is not None:
            await rows.drop(row, instead=later)
            return None
        message = await notices.word(row, now)
        if message is None:
            over = row.expires_at is not None and row.expires_at <= now
            await rows.drop(row, "expired" if over else "cancelled")
        return message

    async def _drawn(self, message: Message) -> Drawn | None:
        if not message.picture:
            return None
        found = await self.office.draw(message.picture, self.office.clock())
        return Drawn(found.name, found.data, found.is_picture) if found else None

    async def _deliver(
        self, row: Outbox, channel: Channel, message: Message, drawn: Drawn | None, shown: str
    ) -> None:
        try:
            async with asyncio.timeout(self.office.answered_within):
                message_id = await _put(channel, row.chat, message, drawn, shown)
        except Exception as error:
            failed = error
            await patiently(lambda: self.failures.told(row, failed, edits=bool(shown)))
        else:
            self.failures.over()
            arrived = Arrived(row.id, row.attempts, message_id)
            await patiently(lambda: self._marks.one(arrived))
            log.info("sent", outbox=row.id, case=row.case_id, cause=row.cause)


async def patiently(work: Callable[[], Awaitable[None]]) -> None:
    """A database that restarts is waited for: what was just sent must not be forgotten."""
    for wait in FOUND_AGAIN:
        try:
            return await work()
        except Exception as error:
            if not passing(error):
                raise
            log.warning("database_away", error=type(error).__name__)
            await asyncio.sleep(wait)
    return await work()


async def _put(
    channel: Channel, chat: str, message: Message, drawn: Drawn | None, shown: str
) -> str:
    """Edit the live message where there is one, else send; the message's id."""
    if shown and not message.picture:
        try:
            await channel.edit(chat, shown, message)
            return shown
        except BadContent:
            log.info("edit_refused", chat_has=bool(shown))
    return await channel.send(chat, message, drawn)
