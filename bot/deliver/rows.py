"""The sender's questions to the outbox, and what it writes there.

One head for each chat: the most pressing row whose matter has nothing older unfinished. Rows of people
without a chat, or of a chat that must rest, keep nobody else waiting.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from tortoise.expressions import F

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
WITH w (w_id, seen, to_chat, by_channel) AS (VALUES {{many}})
UPDATE outbox SET state = 'sending', attempts = attempts + 1, started_at = ?, epoch = ?,
  chat = to_chat, channel = by_channel
FROM w WHERE id = w_id AND attempts = seen AND state IN {OPEN}
  AND EXISTS (SELECT 1 FROM leader WHERE id = 1 AND epoch = ? {{locked}})
  AND NOT EXISTS (SELECT 1 FROM mark WHERE name = 'held')
RETURNING id
"""
CLAIMED = "(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT))"
TRY = "INSERT INTO attempt (outbox_id, number, started_at, outcome) VALUES {many}"
SENT = """
WITH w (w_id, w_number, told) AS (VALUES {many})
UPDATE outbox SET state = 'sent', last_error = '', sent_at = ?, message_id = told
FROM w WHERE id = w_id AND state <> 'sent'
"""
ARRIVED = """
WITH w (w_id, w_number, told) AS (VALUES {many})
UPDATE attempt SET ended_at = ?, outcome = 'ok' FROM w WHERE outbox_id = w_id AND number = w_number
"""
WENT = "(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT))"
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


async def load(heads: Sequence[Head]) -> dict[int, Outbox]:
    """The rows of these heads with whom and what they are about, by id."""
    rows = Outbox.filter(id__in=[head.id for head in heads])
    return {row.id: row for row in await rows.prefetch_related("case", "account")}


async def claim(wanted: Sequence[Head], epoch: int, now: datetime) -> list[bool]:
    """Mark rows as under way before the network is touched; False for one that is not ours to send.

    The leader's row is held for that moment, so that nobody takes over in between unseen. A connection
    that is cut in the commit leaves a claim we were not told of: tried again, it is known as ours.
    """
    locked = "FOR SHARE" if dialect() == "postgres" else ""
    sql = CLAIM.format(many=_times(CLAIMED, wanted), locked=locked)
    asked = [part for head in wanted for part in (head.id, head.attempts, head.chat, head.channel)]
    times = count(1)

    async def work() -> set[int]:
        before = await _claimed(wanted, epoch, now) if next(times) > 1 else set()
        took = {row["id"] for row in await raw(sql, [*asked, now, epoch, epoch])}
        begun = [head for head in wanted if head.id in took]
        if begun:
            tries = [part for head in begun for part in (head.id, head.attempts + 1, now)]
            await raw(TRY.format(many=_times("(?, ?, ?, '')", begun)), tries)
        return took | before

    took = await atomically(work)
    return [head.id in took for head in wanted]


async def _claimed(wanted: Sequence[Head], epoch: int, now: datetime) -> set[int]:
    """Those of them that this very call has claimed already."""
    asked = {head.id: head.attempts + 1 for head in wanted}
    mine = Outbox.filter(id__in=list(asked), state="sending", epoch=epoch, started_at=now)
    return {row.id for row in await mine if row.attempts == asked[row.id]}


async def unsure(epoch: int, *, but: Collection[str] = ()) -> None:
    """What is marked as under way and is not, but in the chats *but*: it may have arrived."""
    lost = Outbox.filter(state="sending", epoch=epoch).exclude(chat__in=list(but))
    await atomically(lambda: lost.update(state="ambiguous", maybe=F("maybe") + 1))


@dataclass(frozen=True)
class Arrived:
    """One message on a phone: which row, which attempt, the message's number there."""

    id: int
    attempt: int
    message_id: str


async def sent(arrived: Sequence[Arrived], now: datetime) -> list[None]:
    """They arrived: anybody may say so, whoever leads now."""
    told = [part for one in arrived for part in (one.id, one.attempt, one.message_id)]
    many = _times(WENT, arrived)

    async def work() -> None:
        await raw(SENT.format(many=many), [*told, now])
        await raw(ARRIVED.format(many=many), [*told, now])

    await atomically(work)
    return [None] * len(arrived)


def _times(marks: str, many: Sequence[object]) -> str:
    return ", ".join([marks] * len(many))


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
