"""The trail is append-only and chained: an edit, a deletion or a swap shows."""

from core import audit
from core.store.database import atomically, raw


async def fill(now, n: int = 4) -> None:
    for number in range(n):
        await atomically(lambda number=number: audit.record("peng", "see", f"PH-{number}", at=now))


async def test_an_untouched_trail_holds(both, now):
    await fill(now)
    assert await audit.verify() is None
    assert (await audit.anchor())[0] == 4


async def test_an_edited_entry_shows(both, now):
    await fill(now)
    await raw("UPDATE audit SET who = 'other' WHERE seq = 2 RETURNING seq")
    assert (await audit.verify()).seq == 2


async def test_a_deleted_entry_shows(both, now):
    await fill(now)
    await raw("DELETE FROM audit WHERE seq = 3 RETURNING seq")
    assert (await audit.verify()).seq == 3


async def test_a_shortened_trail_no_longer_ends_at_its_anchor(both, now):
    await fill(now)
    before = await audit.anchor()
    await raw("DELETE FROM audit WHERE seq = 4 RETURNING seq")
    assert await audit.verify() is None
    assert await audit.anchor() != before
