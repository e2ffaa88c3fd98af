"""What the database refuses by itself: the trail and the steps of a case are only ever added to.

The refusal is a trigger (migration 0002). Steps may be sealed again under a new key, or forgotten by
law, inside a transaction that says so; nobody else ever sees the door open.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from core.store.database import dialect, raw

STEP = "rewriting:step"
EVENTS = {"sqlite": ("update", "delete"), "postgres": ("update", "delete", "truncate")}
PRESENT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgres": "SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


async def missing() -> list[str]:
    """The guards that somebody took away, e.g. to change the trail unseen."""
    kind = dialect()
    present = {row["name"] for row in await raw(PRESENT[kind])}
    wanted = [f"{table}_no_{event}" for table in ("audit", "step") for event in EVENTS[kind]]
    return [name for name in wanted if name not in present]


@asynccontextmanager
async def steps_open() -> AsyncIterator[None]:
    """Steps may be changed inside; only within a transaction, which closes it again."""
    now = datetime.now(UTC)
    await raw("INSERT INTO mark (name, value, at) VALUES (?, '', ?) RETURNING name", [STEP, now])
    yield
    await raw("DELETE FROM mark WHERE name = ? RETURNING name", [STEP])
