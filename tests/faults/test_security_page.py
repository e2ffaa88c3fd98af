"""SECURITY.md promises nothing that no test shows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = [
    line
    for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| threat", "| duty", "| | fault"))
]
NAMED = sorted(set(re.findall(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`", "\n".join(LINES))))


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_is_named_exists(file, test):
    text = (ROOT / file).read_text("utf-8")
    assert re.search(rf"^(async )?def {test or 'test_'}", text, re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_every_line_points_at_a_test_or_says_why_not(line):
    assert re.search(r"`tests/", line) or "not tested: " in line


def test_every_fault_has_its_line():
    told = [m[1] for line in LINES if (m := re.match(r"\| (F\d\d) \|", line))]
    assert told == [f"F{n:02d}" for n in range(1, 83)]
