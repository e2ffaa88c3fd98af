"""Shared ground: nobody's ID or phone number reaches a log, in no test."""

import re
from collections.abc import Iterator

import pytest

CITIZEN = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


@pytest.fixture(autouse=True)
def logs_name_nobody(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """ID and phone numbers never reach the log."""
    yield
    assert not [r.getMessage() for r in caplog.records if CITIZEN.search(r.getMessage())]
