"""The trail is append-only and chained: an edit, a deletion or a swap shows."""

import asyncio

import pytest
from tortoise.exceptions import IntegrityError

from core import audit
from core.clock import parse_moment
from core.store import guards
from core.store.database import atomically, raw
from tests.safety.tampering import lift_guards


async def fill(now, n: int = 4) -> None:
    for number in range(n):
        await atomically(lambda number=number: audit.record("peng", "see", f"PH-{number}", at=now))


async def test_an_untouched_trail_holds(both, now):
    await fill(now)
    assert await audit.verify() is None
    assert (await audit.anchor())[0] == 4


@pytest.mark.parametrize(
    "change",
    ["UPDATE audit SET who = 'other' WHERE seq = 2", "DELETE FROM audit WHERE seq = 2"],
)
async def test_the_database_itself_refuses_to_change_the_trail(both, now, change):
    await fill(now)
    with pytest.raises(IntegrityError, match="append-only"):
        await raw(f"{change} RETURNING seq")
    assert await audit.verify() is None


async def test_an_edited_entry_shows(both, now):
    await fill(now)
    await lift_guards("audit")
    await raw("UPDATE audit SET who = 'other' WHERE seq = 2 RETURNING seq")
    assert (await audit.verify()).seq == 2


async def test_a_deleted_entry_shows(both, now):
    await fill(now)
    await lift_guards("audit")
    await raw("DELETE FROM audit WHERE seq = 3 RETURNING seq")
    assert (await audit.verify()).seq == 3


async def test_two_entries_swapped_show(both, now):
    await fill(now)
    await lift_guards("audit")
    for before, after in ((2, 99), (3, 2), (99, 3)):
        await raw("UPDATE audit SET seq = ? WHERE seq = ? RETURNING seq", [after, before])
    assert (await audit.verify()).seq == 2


async def test_a_shortened_trail_no_longer_ends_at_its_anchor(both, now):
    await fill(now)
    before = audit.anchor_words(*await audit.anchor())
    assert await audit.verify(before) is None
    await lift_guards("audit")
    await raw("DELETE FROM audit WHERE seq = 4 RETURNING seq")
    assert await audit.verify() is None
    assert (await audit.verify(before)).seq == 4


async def test_a_trail_computed_anew_as_a_whole_misses_its_anchor(db, now):
    await fill(now)
    before = audit.anchor_words(*await audit.anchor())
    await lift_guards("audit")
    await raw("DELETE FROM audit WHERE seq > 1 RETURNING seq")
    for number in (1, 8, 3):
        await audit.record("peng", "see", f"PH-{number}", at=now)
    assert await audit.verify() is None
    assert (await audit.verify(before)).seq == 4


async def test_a_trail_that_went_on_still_passes_its_anchor(db, now):
    await fill(now)
    before = audit.anchor_words(*await audit.anchor())
    await fill(now)
    assert await audit.verify(before) is None


async def test_guards_taken_away_are_named(both):
    assert await guards.missing() == []
    await lift_guards("audit")
    assert set(await guards.missing()) >= {"audit_no_update", "audit_no_delete"}


async def test_many_at_once_make_one_chain(both, now):
    await asyncio.gather(
        *(atomically(lambda n=n: audit.record("peng", "see", f"PH-{n}", at=now)) for n in range(12))
    )
    assert await audit.verify() is None
    assert (await audit.anchor())[0] == 12


async def test_the_trail_is_shown_by_person_thing_and_day(db, now):
    await fill(now)
    await audit.record("cheng", "export", "cases", at=parse_moment("2022-07-16T00:10"))

    async def seqs(**narrow):
        return [entry.seq async for entry in audit.entries(**narrow)]

    assert await seqs(who="cheng") == [5]
    assert await seqs(about="PH-2") == [3]
    assert await seqs(day=now.date()) == [1, 2, 3, 4]
    assert await seqs(day=parse_moment("2022-07-16").date()) == [5]


async def test_an_anchor_too_short_to_mean_anything_is_refused(db):
    with pytest.raises(audit.BadAnchor, match="锚点"):
        await audit.verify("4:abc")
