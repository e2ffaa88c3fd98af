"""A home of its own for every test, on either database; the clock stands at one summer morning."""

from pathlib import Path

import pytest

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
    from core.privacy.vault import Vault

    Vault.create(tmp_path / "home" / "keys.json")
    return install(tmp_path / "home")
