"""A home of its own for every test, on either database; the clock stands at one summer morning."""

import asyncio
from pathlib import Path

import pytest

from tests.conftest import _sql
from tests.safety.world import install


@pytest.fixture(autouse=True)
def summer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPF_CLOCK", "2022-07-15T08:30")
    monkeypatch.delenv("JPF_KEYS", raising=False)


@pytest.fixture
def home(tmp_path: Path, database_url: str) -> Path:
    """An empty installation, once on SQLite and once on PostgreSQL."""
    return install(tmp_path / "home", database_url)


@pytest.fixture
def sqlite_home(tmp_path: Path, sqlite_template: Path) -> Path:
    """An empty installation whose database is a file in its own folder."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "jingpingfu.sqlite3").write_bytes(sqlite_template.read_bytes())
    return install(tmp_path / "home")


@pytest.fixture
def place(sqlite_home: Path, tmp_path: Path) -> Path:
    """Another place to restore into, with the same keys; its database will be a file."""
    made = tmp_path / "place"
    made.mkdir()
    (made / "jingpingfu.toml").write_text("made_up = true\n", "utf-8")
    (made / "keys.json").write_bytes((sqlite_home / "keys.json").read_bytes())
    return made


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path, home: Path) -> Path:
    """Another place to restore into: an empty folder with the same keys, and an empty database."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    url = ""
    if "postgres" in (home / "jingpingfu.toml").read_text("utf-8"):
        address, name = request.getfixturevalue("postgres"), f"r_{abs(hash(tmp_path)):x}"
        template = request.getfixturevalue("postgres_template")
        make = f'CREATE DATABASE "{name}" TEMPLATE {template}'
        asyncio.run(_sql(address.format(name="postgres"), make))
        url = f'\n[database]\nurl = "{address.format(name=name)}"\n'
    (place / "jingpingfu.toml").write_text(f"made_up = true\n{url}", "utf-8")
    (place / "keys.json").write_bytes((home / "keys.json").read_bytes())
    return place
