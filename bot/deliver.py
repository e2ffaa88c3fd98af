"""Empty the outbox: claim, send, mark. Never lose, never repeat unmarked.

A row is claimed in one conditional statement committed before the network is touched. Whatever is
not clearly "not sent" or "refused" is *maybe sent*: it goes again, saying so. Rows of one family in
one chat keep their order; one message a chat is under way at a time. A restored database is held
(core.safety.held): nothing is eligible and nothing can be claimed until it is released.
"""

import asyncio
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import structlog

from bot import notices
from bot.channels import (
    BadContent,
    Channel,
    Drawn,
    Moved,
    NotSent,
    OutOfReach,
    TokenRefused,
    Wait,
)
from bot.message import Message, plain
from bot.messages import fill
from bot.pace import Pace
from core import outbox
from core.clock import Clock
from core.drawing import Draw
from core.store.database import atomically, raw
from core.store.mail import Attempt, Leader, Outbox
from core.store.people import Binding

log = structlog.get_logger()

EVIDENCE_WAIT = timedelta(seconds=60)
BACK_OFF = (1, 2, 4, 8, 15, 30, 60)
UNDER_WAY = 4

ELIGIBLE = """
SELECT o.id, o.attempts, o.account_id, o.chat, o.channel FROM outbox o
WHERE o.state IN ('pending', 'ambiguous') AND o.not_before <= ?
  AND NOT EXISTS (
    SELECT 1 FROM outbox b
    WHERE b.lane = o.lane AND b.id < o.id AND b.not_before <= ?
      AND (b.account_id = o.account_id OR (b.account_id IS NULL AND o.account_id IS NULL))
      AND b.state IN ('pending', 'sending', 'ambiguous'))
  AND NOT EXISTS (SELECT 1 FROM mark WHERE name = 'held')
ORDER BY o.priority, o.not_before, o.id LIMIT 64
"""

CLAIM = """
UPDATE outbox SET state = 'sending', attempts = attempts + 1, started_at = ?, epoch = ?,
  chat = ?, channel = ?
WHERE id = ? AND state IN ('pending', 'ambiguous') AND attempts = ?
  AND EXISTS (SELECT 1 FROM leader WHERE id = 1 AND epoch = ?)
  AND NOT EXISTS (SELECT 1 FROM mark WHERE name = 'held')
RETURNING id
"""


def pointer(message: Message, row: Outbox) -> Message:
    """What may leave the country: the case number and that something waits, no more."""
    if not message.private and not message.picture:
        return message
    if message.picture and not message.private:
        return replace(message, picture=None)
    number = row.case.number if row.case else ""
    lang = row.account.lang if row.account else "zh"
    text = fill("<b>{number}</b>\n有一条给您的消息，请到单位的系统里看。", lang, number=number)
    return replace(message, text=text, picture=None)


@dataclass
class Sender:
    """One sender over the channels of this process."""

    channels: dict[str, Channel]
    clock: Clock
    draw: Draw
    pace: Pace = field(default_factory=Pace)
    epoch: int = 0
    broken: bool = False  # the token was refused: stop sending, keep everything
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: set[str] = field(default_factory=set)

    async def start(self, holder: str) -> None:
        """Become the sender: a new epoch fences the old one; what it had under way is unsure."""

        async def work() -> int:
            leader, _ = await Leader.get_or_create(id=1)
            leader.epoch, leader.holder, leader.beat = leader.epoch + 1, holder, self.clock()
            await leader.save()
            await raw(
                "UPDATE outbox SET state = 'ambiguous', maybe = maybe + 1 "
                "WHERE state = 'sending' RETURNING id"
            )
            return leader.epoch

        self.epoch = await atomically(work)
        await self._seed_pace()

    async def _seed_pace(self) -> None:
        """What was sent in the last minute still counts against the limits."""
        now, moment = self.clock(), time.monotonic()
        for row in await Outbox.filter(started_at__gt=now - timedelta(seconds=61)).order_by("id"):
            if row.started_at:
                self.pace.sent(row.chat, moment - (now - row.started_at).total_seconds())

    async def run(self) -> None:
        """Until cancelled: send what is due, sleep until something is written."""
        while True:
            self.wake.clear()
            if not await self.round():
                try:
                    await asyncio.wait_for(self.wake.wait(), 0.5)
                except TimeoutError:
                    continue

    async def drain(self) -> int:
        """Send until nothing that is due can be sent any more."""
        total = 0
        while sent := await self.round():
            total += sent
        return total

    async def waiting(self) -> int:
        """How many rows are due, or under way, for somebody this process can reach."""
        now = self.clock()
        rows = await Outbox.filter(
            state__in=("pending", "ambiguous", "sending"), not_before__lte=now
        ).values("id", "account_id", "chat", "channel")
        return sum([await self._place(row) is not None for row in rows])

    async def round(self) -> int:
        """Send a handful at once, each to another chat; how many were tried."""
        if self.broken:
            return 0
        due = await raw(ELIGIBLE, [self.clock(), self.clock()])
        chosen, chats = [], set(self._busy)
        for found in due:
            place = await self._place(found)
            if place is None or place[1] in chats:
                continue
            if self.pace.wait_for(place[1], time.monotonic()) > 0:
                continue
            chats.add(place[1])
            chosen.append((found, place))
            if len(chosen) == UNDER_WAY:
                break
        if not chosen:
            return await self._rest(bool(due))
        await asyncio.gather(*(self._send(found, *place) for found, place in chosen))
        return len(chosen)

    async def _rest(self, more: bool) -> int:
        """Nothing may go this moment; wait a little when something is due."""
        if more:
            await asyncio.sleep(min(0.05, self.pace.overall_wait(time.monotonic()) or 0.05))
        return 0

    async def _place(self, found: dict[str, Any]) -> tuple[str, str] | None:
        """The channel and chat of a row; None when its person has no chat with us."""
        if found["chat"]:
            known = found["channel"] in self.channels
            return (found["channel"], found["chat"]) if known else None
        binding = (
            await Binding.filter(
                account_id=found["account_id"],
                active=True,
                unreachable_since=None,
                channel__in=list(self.channels),
            )
            .order_by("-id")
            .first()
        )
        return (binding.channel, binding.chat) if binding else None

    async def _send(self, found: dict[str, Any], channel: str, chat: str) -> None:
        self._busy.add(chat)
        try:
            row = await Outbox.get(id=found["id"]).prefetch_related("case", "account")
            message = await self._worded(row)
            if message is not None:
                if not self.channels[channel].domestic:
                    message = pointer(message, row)
                drawn = await self._drawn(message)
                if await self._claim(row, found["attempts"], channel, chat):
                    await self._deliver(row, self.channels[channel], chat, message, drawn)
        finally:
            self._busy.discard(chat)

    async def _worded(self, row: Outbox) -> Message | None:
        """The message as it should read now; rows that say nothing any more are cancelled."""
        newer = (
            row.live
            and await Outbox.filter(
                account_id=row.account_id,
                live=row.live,
                id__gt=row.id,
                state__in=("pending", "ambiguous"),
                not_before__lte=self.clock(),
            ).exists()
        )
        message = None if newer else await notices.word(row, self.clock())
        if message is None:
            await Outbox.filter(id=row.id, state__in=("pending", "ambiguous")).update(
                state="cancelled"
            )
        return message

    async def _drawn(self, message: Message) -> Drawn | None:
        if not message.picture:
            return None
        found = await self.draw(message.picture, self.clock())
        return Drawn(found.name, found.data, found.is_picture) if found else None

    async def _claim(self, row: Outbox, seen: int, channel: str, chat: str) -> bool:
        async def work() -> bool:
            values = [self.clock(), self.epoch, chat, channel, row.id, seen, self.epoch]
            claimed = await raw(CLAIM, values)
            if claimed:
                await Attempt.create(outbox_id=row.id, number=seen + 1, started_at=self.clock())
            return bool(claimed)

        claimed = await atomically(work)
        if claimed:
            row.attempts, row.channel, row.chat = seen + 1, channel, chat
        return claimed

    async def _deliver(
        self, row: Outbox, channel: Channel, chat: str, message: Message, drawn: Drawn | None
    ) -> None:
        self.pace.sent(chat, time.monotonic())
        try:
            message_id = await self._put(row, channel, chat, message, drawn)
        except Exception as error:
            await self._failed(row, chat, error)
        else:
            await self._mark(row, "sent", "ok", sent_at=self.clock(), message_id=message_id)

    async def _put(
        self, row: Outbox, channel: Channel, chat: str, message: Message, drawn: Drawn | None
    ) -> str:
        """Edit the live message where there is one, else send."""
        shown = await self._shown(row, chat)
        if shown and not message.picture:
            try:
                await channel.edit(chat, shown, message)
                return shown
            except BadContent:
                log.info("edit_refused", outbox=row.id)
        return await channel.send(chat, message, drawn)

    async def _shown(self, row: Outbox, chat: str) -> str:
        """The message on that phone which this row brings up to date, "" when there is none."""
        if not row.live:
            return ""
        last = (
            await Outbox.filter(
                account_id=row.account_id,
                live=row.live,
                chat=chat,
                state="sent",
            )
            .order_by("-id")
            .first()
        )
        return last.message_id if last else ""

    async def _failed(self, row: Outbox, chat: str, error: Exception) -> None:
        """What a failed send means (DELIVERY §2): which state, when again, marked or not."""
        now = self.clock()
        later = now + timedelta(seconds=BACK_OFF[min(row.attempts, len(BACK_OFF)) - 1])
        why = type(error).__name__
        log.info("send_failed", outbox=row.id, error=why, attempts=row.attempts)
        if isinstance(error, Wait):
            self.pace.hold(chat if error.chat_only else "", time.monotonic() + error.seconds + 0.5)
            again = now + timedelta(seconds=error.seconds + 0.5)
            await self._mark(row, "pending", why, not_before=again)
        elif isinstance(error, NotSent):
            await self._mark(row, "pending", why, not_before=later)
        elif isinstance(error, OutOfReach):
            await self._out_of_reach(row)
        elif isinstance(error, Moved):
            await self._moved(row, chat, error.chat)
        elif isinstance(error, BadContent):
            await self._plain_once(row, why)
        elif isinstance(error, TokenRefused):
            self.broken = True
            log.error("token_refused", outbox=row.id)
            await self._mark(row, "pending", why)
        else:
            await self._maybe_sent(row, why, urgent=row.priority <= outbox.RED)

    async def _maybe_sent(self, row: Outbox, why: str, *, urgent: bool) -> None:
        """Wait for evidence (a tap on the first copy), then send again, marked."""
        wait = timedelta(seconds=1) if urgent else EVIDENCE_WAIT
        await self._mark(row, "ambiguous", why, not_before=self.clock() + wait, maybe=row.maybe + 1)

    async def _plain_once(self, row: Outbox, why: str) -> None:
        """The text was refused: once more as plain words, then it is a matter for people."""
        if row.notice == outbox.WORDS and row.attempts == 1:
            body = {**row.body, "text": plain(row.body["text"]), "rows": []}
            await self._mark(row, "pending", why, body=body)
        else:
            await self._mark(row, "undeliverable", why)

    async def _moved(self, row: Outbox, old: str, new: str) -> None:
        async def work() -> None:
            await Binding.filter(chat=old).update(chat=new)
            await Outbox.filter(chat=old, state__in=("pending", "ambiguous")).update(chat=new)

        await atomically(work)
        await self._mark(row, "pending", "Moved", chat=new)

    async def _out_of_reach(self, row: Outbox) -> None:
        """This person cannot be reached here: his deputy or his supervisors get it, at once."""

        async def work() -> None:
            await Outbox.filter(id=row.id).update(state="undeliverable", last_error="OutOfReach")
            if row.account_id is None:
                return
            await Binding.filter(account_id=row.account_id, chat=row.chat).update(
                unreachable_since=self.clock()
            )
            if row.case is not None:
                await outbox.fall_back(row, at=self.clock())

        await atomically(work)

    async def _mark(self, row: Outbox, state: str, outcome: str, **changes: Any) -> None:
        """Record how an attempt ended; "sent" may be told by anybody, the rest by its claimer."""

        async def work() -> None:
            mine = Outbox.filter(id=row.id)
            if state != "sent":
                mine = mine.filter(epoch=self.epoch, state="sending")
            error = "" if state == "sent" else outcome
            await mine.update(state=state, last_error=error, **changes)
            await Attempt.filter(outbox_id=row.id, number=row.attempts).update(
                ended_at=self.clock(), outcome=outcome[:14]
            )

        await atomically(work)
