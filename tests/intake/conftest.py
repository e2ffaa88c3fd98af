"""Every test of intake gets a world of its own."""

from pathlib import Path

import pytest

from tests.intake.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World.at(tmp_path)
