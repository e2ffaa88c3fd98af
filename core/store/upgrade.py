"""Bring a database to the newest schema, and say whether it is there already.

All steps and the note that they were done are one transaction: a process that dies in between leaves
the old schema, and the next start simply does it again.
"""

import contextlib
import io

from tortoise import Tortoise, connections
from tortoise.migrations.api import plan
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget
from tortoise.transactions import in_transaction

from core.store.database import tables_config

LATEST = "__latest__"


async def upgrade(url: str, target: str = LATEST) -> list[str]:
    """Apply what is missing up to *target*, all or nothing; returns the names applied."""
    waiting = _until(await pending(url), target)
    if waiting:
        config = tables_config(url)
        try:
            await Tortoise.init(config=config, _enable_global_fallback=True)
            await _in_one_transaction(config["apps"], target)
        finally:
            await Tortoise.close_connections()
    return waiting


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
    """The migrations this database still lacks, oldest first."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the ORM prints its plan
            lines = await plan(config=tables_config(url))
    finally:
        await Tortoise.close_connections()
    return [line.removeprefix("+").strip() for line in lines if line.startswith("+")]


def _until(names: list[str], target: str) -> list[str]:
    """The names up to and including *target*."""
    ends = [n for n, name in enumerate(names, 1) if name.split(".")[-1] == target]
    return names[: ends[0]] if ends else names if target == LATEST else []
