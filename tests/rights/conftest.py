"""Two towns, and what the desk's and the demo's own tests stand on."""

import pytest

from core.desk import opening
from tests.demo.conftest import api, clock
from tests.web.conftest import browser, place, told_facts

__all__ = ["api", "browser", "clock", "place", "told_facts"]


@pytest.fixture
def two_towns(sqlite_template, tmp_path):
    urls = []
    for name in ("full", "empty"):
        (tmp_path / name).write_bytes(sqlite_template.read_bytes())
        urls.append(f"sqlite://{tmp_path / name}?synchronous=OFF")
    opening.opens_at("https://desk.example.cn")
    yield urls
    opening.opens_at("")
