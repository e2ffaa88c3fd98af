"""What a library logs is told without what it filled in: an answer that is no JSON holds people's words."""

import logging

import pytest
import structlog

from core.logs import speak_plainly

WORDS = "陆水根家里断粮了"


@pytest.fixture
def plainly(capsys):
    """Logging as the service sets it up; as it was when the test is over."""
    root, was = logging.getLogger(), structlog.get_config()
    handlers, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    speak_plainly(logging.INFO)
    yield capsys
    structlog.configure(**was)
    logging.raiseExceptions = raising
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_librarys_line_comes_without_its_values(plainly):
    logging.getLogger("telegram.request").error('Can not load invalid JSON data: "%s"', WORDS)
    told = plainly.readouterr().err
    assert "Can not load invalid JSON data" in told
    assert WORDS not in told


def test_our_own_line_comes_with_its_ids(plainly):
    structlog.get_logger().info("send_failed", outbox=7)
    assert "outbox=7" in plainly.readouterr().err
