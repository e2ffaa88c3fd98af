"""Bring a database to the newest schema, and say whether it is there already.

All steps and the note that they were done are one transaction: a process that dies in between leaves
the old schema, and the next start simply does it again.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from tortoise import Tortoise, connections
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget
from tortoise.transactions import in_transaction

from core.store import fresh
from core.store.database import path_of, postgres, tables_config

LATEST = "__latest__"
TABLE = "tortoise_migrations"
APPLIED = f"SELECT name FROM {TABLE} WHERE app = 'core'"


async def upgrade(url: str, target: str = LATEST) -> list[str]:
    """Apply what is missing up to *target*, all or nothing; returns the names applied."""
    missing = await pending(url)
    waiting = _until(missing, target)
    if waiting and waiting == _known():
        await fresh.build(url, waiting)
    elif waiting:
        await step_by_step(url, target)
    return waiting


async def step_by_step(url: str, target: str = LATEST) -> None:
    """The migrations this database lacks, one after the other, all or nothing."""
    config = tables_config(url)
    try:
        await Tortoise.init(config=config, _enable_global_fallback=True)
        await _in_one_transaction(config["apps"], target)
    finally:
        await Tortoise.close_connections()


async def _in_one_transaction(apps: dict[str, dict[str, str]], target: str) -> None:
    """The ORM notes a migration after its transaction; here the note is inside.

    Its own table comes first: making it runs a script, and SQLite commits before a script.
    """
    outside = MigrationExecutor(connections.get("default"), apps)
    await outside.recorder.ensure_schema(outside._schema_editor(atomic=False))
    async with in_transaction() as connection:
        executor = MigrationExecutor(connection, apps)
        executor.recorder.ensure_schema = _there_already  # type: ignore[method-assign]
        await executor.migrate([MigrationTarget("core", target)])


async def _there_already(schema_editor: object) -> None:
    """The table of migrations was made before the transaction began."""


async def pending(url: str) -> list[str]:
    """The migrations this database still lacks, oldest first. Cheap: every command asks it."""
    applied = _in_file(path_of(url)) if url.startswith("sqlite") else await _in_server(url)
    return [name for name in _known() if name.removeprefix("core.") not in applied]


def _known() -> list[str]:
    return sorted(f"core.{path.stem}" for path in fresh.FOLDER.glob("[0-9]*.py"))


def _in_file(path: Path) -> set[str]:
    if not path.exists():
        return set()
    with closing(sqlite3.connect(path)) as there:
        if not there.execute(f"SELECT 1 FROM sqlite_master WHERE name = '{TABLE}'").fetchone():
            return set()
        return {name for (name,) in there.execute(APPLIED)}


async def _in_server(url: str) -> set[str]:
    connection = await postgres(url)
    try:
        if await connection.fetchval(f"SELECT to_regclass('{TABLE}')") is None:
            return set()
        return {row["name"] for row in await connection.fetch(APPLIED)}
    finally:
        await connection.close()


def _until(names: list[str], target: str) -> list[str]:
    """The names up to and including *target*."""
    ends = [n for n, name in enumerate(names, 1) if name.split(".")[-1] == target]
    return names[: ends[0]] if ends else names if target == LATEST else []
