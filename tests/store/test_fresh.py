"""A new database gets at once what all migrations lead to, on both kinds, all or nothing."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from core.store import fresh
from core.store.upgrade import pending, step_by_step, upgrade

ANEW = "the migrations changed: python -m core.store.fresh [ADDRESS] writes the file anew"


def test_in_a_file_both_ways_lead_to_the_same_schema(tmp_path):
    steps = asyncio.run(fresh.written(f"sqlite://{tmp_path / 'steps.sqlite3'}"))
    assert steps == fresh.schema_file("sqlite").read_text("utf-8"), ANEW


def test_on_a_server_both_ways_lead_to_the_same_schema(empty_database):
    steps = asyncio.run(fresh.written(empty_database))
    assert steps == fresh.schema_file("postgres").read_text("utf-8"), ANEW


def test_a_new_file_lacks_nothing_and_is_not_built_twice(tmp_path):
    url = f"sqlite://{tmp_path / 'new.sqlite3'}"
    built = asyncio.run(upgrade(url))
    assert built[0] == "core.0001_initial"
    assert asyncio.run(pending(url)) == asyncio.run(upgrade(url)) == []


def test_a_schema_that_breaks_half_way_leaves_nothing(tmp_path, monkeypatch):
    broken = tmp_path / "fresh.sqlite.sql"
    broken.write_text("CREATE TABLE one (id INT);\nCREATE TABLE nonsense;\n", "utf-8")
    monkeypatch.setattr(fresh, "schema_file", lambda kind: broken)
    path = tmp_path / "new.sqlite3"
    with pytest.raises(sqlite3.OperationalError):
        asyncio.run(upgrade(f"sqlite://{path}"))
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT name FROM sqlite_master").fetchall() == []


OLDER = "0004_monitors_and_sensors"  # the newest schema before columns were added to tables in use


async def test_an_older_database_with_data_in_every_table_is_brought_up_to_date(older, rows_of):
    await step_by_step(older, OLDER)
    before = await rows_of(older, fill=True)
    assert len(before) > 20 and set(before.values()) == {1}
    await upgrade(older)
    assert await pending(older) == []
    after = await rows_of(older)
    assert {table: after[table] for table in before} == before
