"""Open the database, write to it safely, and bring it to the newest schema.

Four faults of the stack are cured here (docs/decisions/002-database.md): SQLite transactions
begin IMMEDIATE, or readers that turn writers fail at once; every transaction runs in a task of
its own, shielded, because a cancelled one locks SQLite for ever; connections are always closed,
or the process never ends; moments reach SQLite in UTC, because it compares them as text.
"""

import asyncio
import contextvars
import random
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from tortoise import Tortoise, connections
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.backends.sqlite.client import SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import DBConnectionError, OperationalError, TransactionManagementError
from tortoise.transactions import in_transaction

from core.privacy.vault import Vault
from core.problems import Problem
from core.store.bounds import Bounds, bounded
from core.store.fields import use_vault

T = TypeVar("T")
_inside: contextvars.ContextVar[bool] = contextvars.ContextVar("in_transaction", default=False)


PATIENCE, LONGEST_PAUSE = 10.0, 1.0  # seconds: a server needs some to come back after a crash
SIGNS = (
    "locked", "busy", "connection", "deadlock", "serializ", "closed", "terminating", "starting up",
    "shutting down", "recovery", "statement timeout",
)  # fmt: skip
ROOMS = (
    "people", "casework", "helping", "mail", "timetable", "trail", "marks", "desk", "measured",
    "monitoring", "sensing", "takeup", "governing", "consulting",
)  # fmt: skip
MODELS = [f"core.store.{room}" for room in ROOMS]


def _trouble() -> tuple[type[Exception], ...]:
    """What a database that is locked, restarting or away says; drivers are asked only if installed."""
    known: tuple[type[Exception], ...] = (
        OperationalError, TransactionManagementError, DBConnectionError, OSError
    )  # fmt: skip
    try:
        import asyncpg  # type: ignore[import-untyped]
    except ImportError:
        return known
    return (*known, asyncpg.PostgresError, asyncpg.InterfaceError)


TROUBLE = _trouble()


class StoreBusy(Problem, RuntimeError):
    """The database stayed locked or unreachable for about ten seconds."""


class StoreSlow(StoreBusy):
    """One statement took too long and was given up."""


async def _begin_immediate(self: SqliteTransactionWrapper) -> None:
    try:
        if self._connection.in_transaction:
            await self._connection.commit()
        await self._connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise TransactionManagementError(error) from error


async def _enter_or_let_go(self: SqliteTransactionContext) -> Any:
    """A transaction that cannot begin, because another program holds the file, leaves nobody locked
    out: the library keeps its lock for ever then, and everything after waits for it."""
    await self._trxlock.acquire()
    try:
        await self.ensure_connection()
        self.token = get_connections().set(self.connection_name, self.connection)
        await self.connection.begin()
    except BaseException:
        self._trxlock.release()
        raise
    return self.connection


def _in_utc(moment: datetime) -> str:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat(" ")


SqliteTransactionWrapper.begin = _begin_immediate  # type: ignore[method-assign]
SqliteTransactionContext.__aenter__ = _enter_or_let_go  # type: ignore[method-assign]
sqlite3.register_adapter(datetime, _in_utc)


@dataclass
class Store:
    """An open database; close it, or the process will not end."""

    url: str
    is_sqlite: bool

    async def close(self) -> None:
        await Tortoise.close_connections()

    async def __aenter__(self) -> "Store":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def tables_config(url: str, bounds: Bounds | None = None) -> dict[str, Any]:
    """Tortoise's configuration for our models and their migrations, which have no *bounds*."""
    return {
        "connections": {"default": _address(url, bounds)},
        "apps": {
            "core": {
                "models": MODELS,
                "default_connection": "default",
                "migrations": "core.store.migrations",
            }
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def _address(url: str, bounds: Bounds | None) -> str | dict[str, Any]:
    return with_pragmas(url) if bounds is None or url.startswith("sqlite") else bounded(url, bounds)


def with_pragmas(url: str) -> str:
    """SQLite with full durability and patience; other URLs unchanged."""
    if not url.startswith("sqlite") or "?" in url:
        return url
    return f"{url}?synchronous=FULL&busy_timeout=5000"


def path_of(url: str) -> Path:
    """The file of an SQLite database."""
    return Path(expand_db_url(url)["credentials"]["file_path"])


async def postgres(url: str) -> Any:
    """A plain connection to a PostgreSQL database; the caller closes it."""
    import asyncpg

    known = expand_db_url(url)["credentials"]
    asked = ("host", "port", "user", "password", "database", "ssl")
    return await asyncpg.connect(**{k: known[k] for k in asked if known.get(k) is not None})


async def open_store(url: str, vault: Vault, bounds: Bounds | None = None) -> Store:
    """Connect; sealed columns use *vault*. The schema must be current (see `migrate`)."""
    use_vault(vault)
    EXECUTOR_CACHE.clear()  # statements prepared for another kind of database in this process
    await Tortoise.init(config=tables_config(url, bounds or Bounds()), _enable_global_fallback=True)
    return Store(url=url, is_sqlite=url.startswith("sqlite"))


async def atomically(work: Callable[[], Awaitable[T]]) -> T:
    """Run *work* in one transaction: all of it is kept, or nothing of it.

    *work* may run several times (a lock, a lost connection), so it must have no effect outside the
    database. A transaction holds SQLite's only connection: no waiting for the network inside.
    Inside another transaction it joins that one. Raises StoreBusy when the database cannot be
    reached in about ten seconds, StoreSlow when one statement took too long.
    """
    if _inside.get():
        return await work()
    loop, attempt = asyncio.get_running_loop(), 0
    until = loop.time() + PATIENCE
    while True:
        task = loop.create_task(_once(work), context=_clean_context())
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait({task})
            raise
        except TROUBLE as error:
            _unless_passing(error, late=loop.time() > until)
        await asyncio.sleep(_pause(attempt))
        attempt += 1


def _unless_passing(error: Exception, *, late: bool) -> None:
    """Nothing for trouble that may be over at the next try; raises for the rest."""
    if not passing(error):
        raise error
    if "statement timeout" in str(error):
        raise StoreSlow(
            "数据库太慢，这一步没有做。请过一会儿再试；若总是这样，请运行 jpf doctor。"
        ) from error
    if late:
        raise StoreBusy("数据库一直忙，请稍后再试；若总是这样，请运行 jpf doctor。") from error


def _pause(attempt: int) -> float:
    """Longer each time and never the same for two who wait for one another."""
    return min(LONGEST_PAUSE, 0.05 * 2.0 ** min(attempt, 8)) * (0.5 + random.random())


async def _once(work: Callable[[], Awaitable[T]]) -> T:
    async with in_transaction():
        return await work()


def _clean_context() -> contextvars.Context:
    """A slate that knows no dead connection, only the ids our log lines carry."""
    slate = contextvars.Context()
    for variable, value in contextvars.copy_context().items():
        if variable.name.startswith("structlog_"):
            slate.run(variable.set, value)
    slate.run(_inside.set, True)
    return slate


def passing(error: BaseException) -> bool:
    """Whether a database's trouble may be over in a moment: a lock, a restart, a lost connection."""
    if isinstance(error, StoreBusy | ConnectionError | FileNotFoundError | DBConnectionError):
        return True
    text = str(error).lower()
    return isinstance(error, TROUBLE) and any(sign in text for sign in SIGNS)


def dialect() -> str:
    """Which database is open: "sqlite" or "postgres"."""
    return str(connections.get("default").capabilities.dialect)


async def raw(sql: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
    """A query in SQL both databases understand; `?` marks become `$n` for PostgreSQL."""
    connection = connections.get("default")
    return [dict(row) for row in await connection.execute_query_dict(_marked(sql), values)]


async def sound() -> bool:
    """Whether a SQLite file is in order; PostgreSQL looks after itself."""
    if dialect() != "sqlite":
        return True
    try:
        return [list(row.values()) for row in await raw("PRAGMA quick_check(1)")] == [["ok"]]
    except OperationalError:
        return False


async def raw_many(sql: str, rows: list[list[Any]]) -> None:
    """The same statement for many rows, in the transaction that is open."""
    await connections.get("default").execute_many(_marked(sql), rows)


def _marked(sql: str) -> str:
    if dialect() != "postgres":
        return sql
    parts = sql.split("?")
    return "".join(p + (f"${n}" if n < len(parts) else "") for n, p in enumerate(parts, 1))


async def overwrite_deleted() -> None:
    """From now on SQLite overwrites what this connection deletes, instead of only forgetting it."""
    if dialect() == "sqlite":
        await raw("PRAGMA secure_delete = ON")


async def empty_log() -> None:
    """Write SQLite's log into the file and empty it: old pages in it are gone too."""
    if dialect() == "sqlite":
        await raw("PRAGMA wal_checkpoint(TRUNCATE)")
