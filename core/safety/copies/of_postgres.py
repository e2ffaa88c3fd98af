"""Our tables of a PostgreSQL database, out and in, without its own tools.

Out: one REPEATABLE READ transaction, so all tables show the same moment. In: one transaction, so all
tables are filled or none.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from core.safety.cipher import Spoilt
from core.safety.copies.dumped import MIGRATIONS, TRAIL, Dumped, Table
from core.safety.held import HOLD, MARK
from core.store.database import postgres

PREFETCH = 2000


async def dump(url: str, folder: Path, tables: list[Table]) -> Dumped:
    """One consistent state of our tables, a file per table, looked through on the way."""
    connection = await postgres(url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            dumped = Dumped("postgres", await connection.fetchval(MIGRATIONS))
            for table in tables:
                names = ", ".join(f'"{c}"' for c in table.columns)
                query = f'SELECT {names} FROM "{table.name}" ORDER BY "{table.key}"'
                told = await connection.copy_from_query(query, output=folder / f"{table.name}.copy")
                dumped.rows[table.name] = int(told.split()[-1])
                dumped.columns[table.name] = list(table.columns)
            async for row in connection.cursor(TRAIL, prefetch=PREFETCH):
                dumped.take(row)
        return dumped
    finally:
        await connection.close()


async def load(
    url: str, folder: Path, columns: dict[str, list[str]], *, made: str, at: datetime
) -> Dumped:
    """Fill the empty tables from *folder*, held; what is there afterwards. All or nothing."""
    connection = await postgres(url)
    try:
        async with connection.transaction():
            dumped = Dumped("postgres", await connection.fetchval(MIGRATIONS))
            await connection.execute("DELETE FROM mark")
            for table, names in columns.items():
                told = await connection.copy_to_table(
                    table, source=folder / f"{table}.copy", columns=names
                )
                dumped.rows[table] = int(told.split()[-1])
                await _count_on(connection, table)
            async for row in connection.cursor(TRAIL, prefetch=PREFETCH):
                dumped.take(row)
            await _hold(connection, made, at)
        return dumped
    except asyncpg.PostgresError as error:
        raise Spoilt(
            f"副本灌不进数据库：{type(error).__name__}。什么也没有写。请换一份副本。"
        ) from error
    finally:
        await connection.close()


async def _hold(connection: Any, made: str, at: datetime) -> None:
    await connection.execute("DELETE FROM mark WHERE name IN ('held', 'restored')")
    await connection.execute(MARK.format(at="$1"), at)
    restored = "INSERT INTO mark (name, value, at) VALUES ('restored', $1, $2)"
    await connection.execute(restored, made, at)
    await connection.execute(HOLD)


async def _count_on(connection: Any, table: str) -> None:
    """New rows get numbers after the restored ones."""
    for column in await connection.fetch(
        "SELECT column_name AS name, pg_get_serial_sequence($1, column_name) AS counter "
        "FROM information_schema.columns WHERE table_name = $2 AND table_schema = current_schema()",
        f'"{table}"',
        table,
    ):
        if column["counter"]:
            await connection.execute(
                f'SELECT setval($1, GREATEST((SELECT MAX("{column["name"]}") FROM "{table}"), 1))',
                column["counter"],
            )


async def is_empty(url: str) -> bool:
    """Whether nobody has worked in this database yet (or our tables are not even there)."""
    connection = await postgres(url)
    try:
        if await connection.fetchval("SELECT to_regclass('account')") is None:
            return True
        used = "SELECT (SELECT COUNT(*) FROM account) + (SELECT COUNT(*) FROM audit)"
        return not await connection.fetchval(used)
    finally:
        await connection.close()
