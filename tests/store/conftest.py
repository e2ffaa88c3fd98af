"""Databases of an older schema, and a row in each of their tables."""

import sqlite3
from contextlib import closing

import pytest

from core.store.database import path_of
from core.store.database import postgres as connected

NEEDED = """SELECT column_name, data_type FROM information_schema.columns
WHERE table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'"""
VALUES = {
    "date": "'2022-07-15'", "timestamp with time zone": "'2022-07-15T08:30Z'", "jsonb": "'{}'",
    "bytea": "'\\x01'", "boolean": "true", "time without time zone": "'08:30'",
}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgres"])
def older(request, tmp_path) -> str:
    """The address of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite://{tmp_path / 'older.sqlite3'}"
    return request.getfixturevalue("empty_database")


@pytest.fixture
def rows_of(older):
    """How many rows each table holds; *fill* puts one into every table first."""

    async def rows(url: str, *, fill: bool = False) -> dict[str, int]:
        return _in_file(url, fill) if url.startswith("sqlite") else await _in_server(url, fill)

    return rows


def _in_file(url: str, fill: bool) -> dict[str, int]:
    with closing(sqlite3.connect(path_of(url))) as file:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        tables = [name for (name,) in file.execute(names) if name != "tortoise_migrations"]
        for table in tables if fill else ():
            wanted = [row[1] for row in file.execute(f'PRAGMA table_info("{table}")') if row[3]]
            named = ", ".join(f'"{column}"' for column in wanted)
            ones = ", ".join("1" for _ in wanted)
            file.execute(f'INSERT INTO "{table}" ({named}) VALUES ({ones})')
        file.commit()
        return {t: file.execute(f'SELECT COUNT(*) FROM "{t}"').fetchone()[0] for t in tables}


async def _in_server(url: str, fill: bool) -> dict[str, int]:
    server = await connected(url)
    try:
        names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        tables = [row["tablename"] for row in await server.fetch(names)]
        tables.remove("tortoise_migrations")
        await server.execute("SET session_replication_role = replica")  # nobody refers to anybody
        for table in tables if fill else ():
            wanted = {
                row["column_name"]: row["data_type"] for row in await server.fetch(NEEDED, table)
            }
            named = ", ".join(f'"{column}"' for column in wanted)
            ones = ", ".join(VALUES.get(kind, "'1'") for kind in wanted.values())
            await server.execute(f'INSERT INTO "{table}" ({named}) VALUES ({ones})')
        return {t: await server.fetchval(f'SELECT COUNT(*) FROM "{t}"') for t in tables}
    finally:
        await server.close()
