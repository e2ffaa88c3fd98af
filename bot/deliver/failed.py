"""What a failed send means (DELIVERY §2): which state, when again, marked or not.

After several failures of the network in a row only one message a time is tried, with growing pauses:
while a server is away, nothing more than that one becomes a possible repeat.
"""

import time
from datetime import timedelta
from typing import Any

import structlog

from bot.channels import BadContent, Moved, NotSent, OutOfReach, TokenRefused, Wait
from bot.deliver import rows
from bot.deliver.moving import moved
from bot.deliver.office import Office
from bot.message import plain
from core import outbox
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.people import Binding

log = structlog.get_logger()

EVIDENCE_WAIT = timedelta(seconds=60)
BACK_OFF = (1, 2, 4, 8, 15, 30, 60)
IN_A_ROW, LONGEST_PAUSE = 5, 60.0
CLEAR = (Wait, OutOfReach, Moved, BadContent, TokenRefused)  # the server answered for sure


class Failures:
    """The failures of one sender."""

    def __init__(self, office: Office) -> None:
        self.office, self.in_a_row, self.at_once = office, 0, office.pace.at_once

    def over(self) -> None:
        """Something arrived: the network is there."""
        self.in_a_row, self.at_once = 0, self.office.pace.at_once

    async def told(self, row: Outbox, error: Exception, *, edits: bool) -> None:
        """Record how an attempt failed and when the message goes again."""
        why, now = type(error).__name__, self.office.clock()
        log.info("send_failed", outbox=row.id, error=why, attempts=row.attempts)
        self._count(error)
        later = now + timedelta(seconds=BACK_OFF[min(row.attempts, len(BACK_OFF)) - 1])
        if isinstance(error, Wait):
            await self._wait(row, error)
        elif isinstance(error, OutOfReach):
            await self._out_of_reach(row)
        elif isinstance(error, Moved):
            await self._moved(row, error.chat)
        elif isinstance(error, BadContent):
            await self._plain_once(row, why)
        elif isinstance(error, TokenRefused):
            self.office.broken = True
            log.error("token_refused", outbox=row.id)
            await self._end(row, "pending", why)
        elif isinstance(error, NotSent) or edits:  # a message edited twice reads as edited once
            await self._end(row, "pending", why, not_before=later)
        else:
            await self._maybe_sent(row, why)

    def _count(self, error: Exception) -> None:
        if isinstance(error, CLEAR):
            return
        self.in_a_row += 1
        if self.in_a_row >= IN_A_ROW:
            pause = min(LONGEST_PAUSE, 2.0 ** (self.in_a_row - IN_A_ROW + 1))
            self.at_once = 1
            self.office.pace.hold("", time.monotonic() + pause)

    async def _wait(self, row: Outbox, error: Wait) -> None:
        chat = row.chat if error.chat_only else ""
        self.office.pace.hold(chat, time.monotonic() + error.seconds + 0.5)
        again = self.office.clock() + timedelta(seconds=error.seconds + 0.5)
        await self._end(row, "pending", "Wait", not_before=again)

    async def _maybe_sent(self, row: Outbox, why: str) -> None:
        """Wait for evidence (a tap on the first copy), then send again, marked."""
        urgent = row.priority <= outbox.RED
        again = self.office.clock() + (timedelta(seconds=1) if urgent else EVIDENCE_WAIT)
        await self._end(row, "ambiguous", why, not_before=again, maybe=row.maybe + 1)

    async def _plain_once(self, row: Outbox, why: str) -> None:
        """The text was refused: once more as plain words, then it is a matter for people."""
        if row.notice == outbox.WORDS and row.attempts == 1:
            body = {**row.body, "text": plain(row.body["text"]), "rows": []}
            await self._end(row, "pending", why, body=body)
        else:
            await self._end(row, "undeliverable", why)

    async def _moved(self, row: Outbox, new: str) -> None:
        async def work() -> None:
            await moved(row.channel, row.chat, new)
            await self._end(row, "pending", "Moved", chat=new)

        await atomically(work)

    async def _out_of_reach(self, row: Outbox) -> None:
        """This person cannot be reached here: his deputy or his supervisors get it, at once."""

        async def work() -> None:
            await Outbox.filter(id=row.id).update(state="undeliverable", last_error="OutOfReach")
            if row.account_id is None:
                return
            await Binding.filter(account_id=row.account_id, chat=row.chat).update(
                unreachable_since=self.office.clock()
            )
            if row.case is not None:
                await outbox.fall_back(row, at=self.office.clock())

        await atomically(work)

    async def _end(self, row: Outbox, state: str, why: str, **changes: Any) -> None:
        now, epoch = self.office.clock(), self.office.epoch
        await rows.ended(row, state, why, epoch=epoch, now=now, **changes)
