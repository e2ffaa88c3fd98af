"""What departments sent about the newspaper's family, shared with the tests of the desk."""

import pytest

from core.desk import opening
from tests.web.conftest import told_facts

__all__ = ["told_facts"]


@pytest.fixture
def two_towns(sqlite_template, tmp_path):
    urls = []
    for name in ("full", "empty"):
        (tmp_path / name).write_bytes(sqlite_template.read_bytes())
        urls.append(f"sqlite://{tmp_path / name}?synchronous=OFF")
    opening.opens_at("https://desk.example.cn")
    yield urls
    opening.opens_at("")
