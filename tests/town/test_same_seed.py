"""The same seed writes the same bytes, in any process; another seed another town."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.town.conftest import CITY, HOUSEHOLDS, SEED, YEARS
from tests.town.towns import told


def digest(folder: Path) -> str:
    """Names and bytes of everything in a folder."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(f"{path.relative_to(folder)} ".encode() + path.read_bytes())
    return total.hexdigest()


@pytest.fixture(scope="module")
def elsewhere(place) -> tuple[Path, str, str]:
    """The same town, typed as a command into another process with one thread: folder and what it said."""
    out = place / "elsewhere"
    numbers = (
        "--households",
        HOUSEHOLDS,
        "--years",
        YEARS,
        "--seed",
        SEED,
        "--city-households",
        CITY,
    )
    command = [sys.executable, "-m", "jpf", "make-town", "--json", "--out", out, *numbers]
    surroundings = os.environ | {"PYTHONHASHSEED": "4711", "POLARS_MAX_THREADS": "1"}
    done = subprocess.run(
        list(map(str, command)), env=surroundings, check=True, capture_output=True, encoding="utf-8"
    )
    return out, done.stdout, done.stderr


def test_the_same_seed_is_the_same_town_to_the_byte_in_every_process(folder, elsewhere):
    assert digest(folder) == digest(elsewhere[0])


def test_the_command_says_what_it_wrote_and_how_to_go_on(elsewhere):
    out, said, beside = elsewhere
    document = json.loads(said)
    assert document["days"] == 365 and len(document["rows"]) == 188
    assert document["truth"]["findings"] > 0
    files = sum(1 for p in out.rglob("*.csv") if p.parent.name != "truth")
    assert files == document["files"]
    assert "jpf import" in beside


def test_another_seed_is_another_town_with_another_truth(small):
    other = told(60, 2, 8)
    prices = "M23-01"  # what the country knows
    same = [c for c, rows in small.rows.items() if rows.height > 50 and rows.equals(other.rows[c])]
    assert same == [prices]
    for name in ("findings", "silences", "people", "portraits"):
        assert not small.truth[name].equals(other.truth[name])
