"""The store keeps what was committed, nothing half, on both databases."""

import asyncio

import pytest
from tortoise.exceptions import IntegrityError

from core.cases.opening import next_number
from core.store.database import atomically, raw
from core.store.people import Account
from core.store.timetable import Counter


async def _account(handle: str, now) -> Account:
    return await Account.create(handle=handle, name="某人", created_at=now)


async def test_a_failed_transaction_leaves_nothing(both, now):
    async def work():
        await _account("a", now)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await atomically(work)
    assert not await Account.exists()


async def test_a_transaction_inside_another_joins_it(both, now):
    async def inner():
        await _account("a", now)

    async def outer():
        await atomically(inner)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await atomically(outer)
    assert not await Account.exists()


async def test_a_cancelled_transaction_is_finished_and_locks_nobody_out(both, now):
    async def slow():
        await _account("a", now)
        await asyncio.sleep(0.05)
        await _account("b", now)

    task = asyncio.create_task(atomically(slow))
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await atomically(lambda: _account("c", now))
    assert sorted(await Account.all().values_list("handle", flat=True)) == ["a", "b", "c"]


async def test_numbers_are_given_out_once_to_many_at_a_time(both):
    numbers = await asyncio.gather(
        *(atomically(lambda: next_number("PH", 2022)) for _ in range(20))
    )
    assert sorted(numbers) == [f"PH-2022-{n:06d}" for n in range(1, 21)]
    assert (await Counter.get(name="case:PH:2022")).value == 20


async def test_sealed_columns_do_not_lie_open_in_the_file(both, now):
    await _account("a", now)
    [row] = await raw("SELECT name FROM account")
    assert "某人".encode() not in bytes(row["name"])
    assert (await Account.get(handle="a")).name == "某人"


async def test_the_same_handle_twice_is_refused(both, now):
    await _account("a", now)
    with pytest.raises(IntegrityError):
        await _account("a", now)
