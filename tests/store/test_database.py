"""The store keeps what was committed, nothing half, on both databases."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest
from tortoise.exceptions import IntegrityError

from core.cases.opening import next_number
from core.clock import parse_moment
from core.store import guards
from core.store.database import atomically, raw
from core.store.people import Account
from core.store.timetable import Counter, Job
from core.store.upgrade import pending, step_by_step
from tests.factories import case


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


async def test_moments_compare_as_moments_whatever_their_zone(both):
    await Job.create(name="a", watermark=parse_moment("2022-07-15T23:00"))
    earlier, later = parse_moment("2022-07-15T22:00"), parse_moment("2022-07-15T23:30")
    for moment, found in ((earlier, 0), (later, 1)):
        for said in (moment, moment.astimezone(UTC)):
            assert await Job.filter(watermark__lte=said).count() == found
            assert len(await raw("SELECT name FROM job WHERE watermark <= ?", [said])) == found


UPGRADE = """
import asyncio, os, sys
from tortoise.backends.sqlite.client import SqliteClient
from core.store.upgrade import step_by_step

left, done = int(sys.argv[2]), 0

def counted(ask):
    async def counting(self, *values):
        global done
        if done == left:
            os._exit(9)
        done += 1
        return await ask(self, *values)
    return counting

SqliteClient.execute_query = counted(SqliteClient.execute_query)
SqliteClient.execute_insert = counted(SqliteClient.execute_insert)
asyncio.run(step_by_step(sys.argv[1], "0002_marks_and_guards"))
print(done)
"""


def upgraded(path: Path, dies_after: int) -> subprocess.CompletedProcess:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", UPGRADE, f"sqlite://{path}", str(dies_after)]
    return subprocess.run(command, env=env, check=False, capture_output=True, text=True)


def test_an_upgrade_killed_anywhere_is_simply_done_again(tmp_path):
    path = tmp_path / "u.sqlite3"
    statements = int(upgraded(tmp_path / "whole.sqlite3", -1).stdout)
    for dies_after in (statements // 2, statements - 1):
        assert upgraded(path, dies_after).returncode == 9
        with closing(sqlite3.connect(path)) as left:
            tables = {name for (name,) in left.execute("SELECT name FROM sqlite_master")}
        assert "account" not in tables  # nothing half: the old schema is what is there
    url = f"sqlite://{path}"
    asyncio.run(step_by_step(url, "0002_marks_and_guards"))
    assert asyncio.run(pending(url))[0].startswith("core.0003")


async def test_steps_are_never_changed_except_behind_a_door_that_closes(both, now):
    await case(now)
    with pytest.raises(IntegrityError, match="append-only"):
        await raw("UPDATE step SET what = 'x' WHERE number = 1 RETURNING id")

    async def work():
        async with guards.steps_open():
            await raw("UPDATE step SET what = 'x' WHERE number = 1 RETURNING id")

    await atomically(work)
    with pytest.raises(IntegrityError, match="append-only"):
        await raw("DELETE FROM step RETURNING id")


async def test_deleting_a_case_does_not_take_its_steps_along(both, now):
    opened = await case(now)
    with pytest.raises(IntegrityError, match="append-only"):
        await opened.delete()
