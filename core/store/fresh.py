"""A database that has nothing yet gets the newest schema at once; going through all migrations takes seconds.

The schema lies beside the migrations as they leave it, one file for each kind of database.
tests/store/test_fresh.py compares both ways; `python -m core.store.fresh [ADDRESS]` writes the file anew,
on an empty PostgreSQL when its address is given.
"""

import asyncio
import logging
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from core.store.database import path_of, postgres

FOLDER = Path(__file__).parent / "migrations"
NOTE = "INSERT INTO tortoise_migrations (app, name, applied_at) VALUES ('core', '{name}', '{at}');"
OBJECTS = """SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid"""


def schema_file(kind: str) -> Path:
    """The newest schema for "sqlite" or "postgres"."""
    return FOLDER / f"fresh.{kind}.sql"


async def build(url: str, names: list[str]) -> None:
    """The whole schema and the note that these migrations are done; all of it, or nothing."""
    at = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S+00:00")
    notes = "\n".join(NOTE.format(name=name.removeprefix("core."), at=at) for name in names)
    kind = "sqlite" if url.startswith("sqlite") else "postgres"
    script = f"BEGIN;\n{schema_file(kind).read_text('utf-8')}\n{notes}\nCOMMIT;"
    if kind == "sqlite":
        with closing(sqlite3.connect(path_of(url))) as file:
            file.executescript(script)
        return
    connection = await postgres(url)
    try:
        await connection.execute(script)
    finally:
        await connection.close()


async def written(url: str) -> str:
    """The schema the migrations leave in this empty database, as SQL."""
    from core.store.upgrade import step_by_step

    heard = _Heard()
    log = logging.getLogger("tortoise.db_client")
    level = log.level
    log.addHandler(heard)
    log.setLevel(logging.DEBUG)
    try:
        await step_by_step(url)
    finally:
        log.removeHandler(heard)
        log.setLevel(level)
    if not url.startswith("sqlite"):
        return _as_file(heard.statements)
    with closing(sqlite3.connect(path_of(url))) as file:
        return _as_file([sql for (sql,) in file.execute(OBJECTS)])


class _Heard(logging.Handler):
    """Every statement that makes something, as the ORM tells it."""

    def __init__(self) -> None:
        super().__init__()
        self.statements: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        told = str(record.args[0] if isinstance(record.args, tuple) and record.args else record.msg)
        if told.split(maxsplit=1)[:1] in (["CREATE"], ["ALTER"], ["COMMENT"], ["DROP"]):
            self.statements.append(told.strip())


def _as_file(statements: list[str]) -> str:
    return "\n".join(sql.rstrip(";") + ";" for sql in statements) + "\n"


def main() -> None:
    url = sys.argv[1] if len(sys.argv) > 1 else ""
    with tempfile.TemporaryDirectory() as folder:
        sql = asyncio.run(written(url or f"sqlite://{Path(folder) / 'empty.sqlite3'}"))
    schema_file("postgres" if url else "sqlite").write_text(sql, "utf-8")


if __name__ == "__main__":
    main()
