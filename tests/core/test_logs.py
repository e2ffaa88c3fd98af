"""What a library logs is told without what it filled in: an answer that is no JSON holds people's words."""

import io
import logging

import pytest
import structlog

from core.logs import speak_plainly

WORDS = "陆水根家里断粮了"


@pytest.fixture
def told(monkeypatch):
    """What the service's logging writes; logging is as it was when the test is over."""
    root, was = logging.getLogger(), structlog.get_config()
    handlers, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    speak_plainly(logging.INFO)
    yield written
    structlog.configure(**was)
    logging.raiseExceptions = raising
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_librarys_line_comes_without_its_values(told):
    logging.getLogger("telegram.request").error('Can not load invalid JSON data: "%s"', WORDS)
    assert "Can not load invalid JSON data" in told.getvalue()
    assert WORDS not in told.getvalue()


def test_our_own_line_comes_with_its_ids(told):
    structlog.get_logger().info("send_failed", outbox=7)
    assert "outbox=7" in told.getvalue()
