"""The sender's questions to the outbox, and what it writes there.

One head for each chat: the most pressing row whose matter has nothing older unfinished. Rows of people
without a chat, or of a chat that must rest, keep nobody else waiting.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.store.database import atomically, dialect, raw
from core.store.mail import Outbox

MOST = 256
BROKEN_WAIT = timedelta(seconds=20)
OPEN = "('pending', 'ambiguous')"

HEADS = f"""
SELECT id, attempts, channel, chat FROM (
  SELECT q.*, ROW_NUMBER() OVER (PARTITION BY channel, chat
    ORDER BY priority, not_before, id) AS place
  FROM (
    SELECT o.id, o.attempts, o.priority, o.not_before,
      CASE WHEN o.chat <> '' THEN o.channel ELSE b.channel END AS channel,
      CASE WHEN o.chat <> '' THEN o.chat ELSE b.chat END AS chat
    FROM outbox o LEFT JOIN binding b ON b.id = (
      SELECT MAX(p.id) FROM binding p WHERE o.chat = '' AND p.account_id = o.account_id
        AND p.active AND p.unreachable_since IS NULL AND p.channel IN ({{channels}}))
    WHERE o.state IN {OPEN} AND o.not_before <= ?
      AND NOT EXISTS (
        SELECT 1 FROM outbox e
        WHERE e.lane = o.lane AND e.id < o.id AND (e.not_before <= ? OR e.attempts > 0)
          AND (e.account_id = o.account_id OR (e.account_id IS NULL AND o.account_id IS NULL))
          AND e.state IN ('pending', 'sending', 'ambiguous'))
      AND NOT EXISTS (SELECT 1 FROM mark WHERE name = 'held')
  ) q WHERE chat IS NOT NULL AND channel IN ({{channels}})
) w WHERE place = 1 ORDER BY priority, not_before, id LIMIT {MOST}
"""

CLAIM = f"""
UPDATE outbox SET state = 'sending', attempts = attempts + 1, started_at = ?, epoch = ?,
  chat = ?, channel = ?
WHERE id = ? AND state IN {OPEN} AND attempts = ?
  AND EXISTS (SELECT 1 FROM leader WHERE id = 1 AND epoch = ? {{locked}})
  AND NOT EXISTS (SELECT 1 FROM mark WHERE name = 'held')
RETURNING id
"""
TRY = "INSERT INTO attempt (outbox_id, number, started_at, outcome) VALUES (?, ?, ?, '')"
SENT = """UPDATE outbox SET state = 'sent', last_error = '', sent_at = ?, message_id = ?
WHERE id = ? AND state <> 'sent'"""
ENDED = "UPDATE attempt SET ended_at = ?, outcome = ? WHERE outbox_id = ? AND number = ?"


@dataclass(frozen=True)
class Head:
    """The next message of one chat."""

    id: int
    attempts: int
    channel: str
    chat: str


async def heads(channels: list[str], now: datetime) -> list[Head]:
    """The next message of each chat these channels reach, the most pressing first."""
    if not channels:
        return []
    named = ", ".join("?" for _ in channels)
    sql = HEADS.format(channels=named)
    return [Head(**row) for row in await raw(sql, [*channels, now, now, *channels])]


async def claim(row: Outbox, seen: int, epoch: int, now: datetime, channel: str, chat: str) -> bool:
    """Mark a row as under way before the network is touched; False when it is not ours to send.

    The leader's row is held for that moment, so that nobody takes over in between unseen.
    """
    sql = CLAIM.format(locked="FOR SHARE" if dialect() == "postgres" else "")

    async def work() -> bool:
        claimed = await raw(sql, [now, epoch, chat, channel, row.id, seen, epoch])
        if claimed:
            await raw(TRY, [row.id, seen + 1, now])
        return bool(claimed)

    claimed = await atomically(work)
    if claimed:
        row.attempts, row.channel, row.chat = seen + 1, channel, chat
    return claimed


async def sent(row: Outbox, message_id: str, now: datetime) -> None:
    """It arrived: anybody may say so, whoever leads now."""

    async def work() -> None:
        await raw(SENT, [now, message_id, row.id])
        await raw(ENDED, [now, "ok", row.id, row.attempts])

    await atomically(work)


async def ended(
    row: Outbox, state: str, outcome: str, *, epoch: int, now: datetime, **changes: Any
) -> None:
    """How an attempt ended that did not arrive for sure: only its claimer may say so."""

    async def work() -> None:
        mine = Outbox.filter(id=row.id, epoch=epoch, state="sending")
        await mine.update(state=state, last_error=outcome, **changes)
        await raw(ENDED, [now, outcome[:14], row.id, row.attempts])

    await atomically(work)


async def broken(row_id: int, error: Exception, now: datetime) -> None:
    """Wording or drawing it failed: again in a while, and put aside after the fifth time."""
    row = await Outbox.get(id=row_id)
    times = int(row.last_error.partition(":")[0] or 0) if row.last_error[:1].isdigit() else 0
    waits = {"state": "undeliverable"} if times >= 4 else {"not_before": now + BROKEN_WAIT}
    told = f"{times + 1}:{type(error).__name__}"
    await Outbox.filter(id=row_id, state__in=("pending", "ambiguous")).update(
        last_error=told, **waits
    )


async def newer(row: Outbox, now: datetime) -> Outbox | None:
    """A later state of the same live message that may go now; it says more than *row*."""
    if not row.live:
        return None
    return await Outbox.filter(
        account_id=row.account_id, live=row.live, id__gt=row.id,
        state__in=("pending", "ambiguous"), not_before__lte=now,
    ).order_by("-id").first()  # fmt: skip


async def drop(row: Outbox, state: str = "cancelled", instead: Outbox | None = None) -> None:
    """A row that has nothing more to say. If it may have arrived, what replaces it must say so."""

    async def work() -> None:
        dropped = await Outbox.filter(id=row.id, state__in=("pending", "ambiguous")).update(
            state=state
        )
        if dropped and instead and row.maybe > instead.maybe:
            await Outbox.filter(id=instead.id).update(maybe=row.maybe)

    await atomically(work)


async def shown(row: Outbox, chat: str) -> str:
    """The message on that phone which this row brings up to date, "" when there is none."""
    if not row.live:
        return ""
    last = await Outbox.filter(
        account_id=row.account_id, live=row.live, chat=chat, state="sent"
    ).order_by("-id").first()  # fmt: skip
    return last.message_id if last else ""
