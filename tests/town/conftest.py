"""One made-up town per run, kept in memory; read it, do not change it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from demo.town.makes import make_town
from tests.town.towns import Told, told

HOUSEHOLDS, YEARS, SEED, CITY = 40, 1, 3, 100
MEMORY = Path("/dev/shm")


@pytest.fixture(scope="session")
def town() -> Told:
    """Three hundred households, two years."""
    return told(300, 2, 5)


@pytest.fixture(scope="session")
def small() -> Told:
    return told(60, 2, 7)


@pytest.fixture(scope="session")
def seed() -> Told:
    """As many households as the seed helped in 2022."""
    return told(3_489, 2, 1)


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """Room for many small files: a disk in memory where there is one."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as path:
        yield Path(path)


@pytest.fixture(scope="session")
def folder(place: Path) -> Path:
    """A very small town on disk, with a piece of the city around it."""
    out = place / "town"
    make_town(out, households=HOUSEHOLDS, years=YEARS, seed=SEED, city=CITY)
    return out
