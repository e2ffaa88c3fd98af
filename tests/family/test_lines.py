"""A family told as lines of text, in both languages: every point has its reason and its source."""

import re
from dataclasses import replace

import pytest

from core.family.lines import told_lines
from core.family.matters import Matters
from core.variables import variables
from locales import tr
from tests.family.conftest import CITY

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def told(family):
    def lines(lang, household="PH0101"):
        found = family(lang, household)
        return found, told_lines(found, Matters(), CITY, lang)

    return lines


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_point_is_told_with_what_was_read_and_who_sent_it(told, lang):
    family, lines = told(lang)
    for reading in family.readings:
        reasons = [line for line in lines if line.startswith("　· ")]
        for because in reading.because:
            line = next(one for one in reasons if one.startswith(f"　· {because.title}　"))
            assert f"{because.points[0]:g}" in line and because.label in line
            if any(p.data_date for n in because.values for p in family.evidence.get(n, [])):
                assert re.search(r" · .+ · \d{4}-\d\d-\d\d$", line), line


def test_the_points_of_a_family_without_open_facts_add_up(told):
    family, _ = told("zh")
    for reading in family.readings:
        if reading.score[0] == reading.score[1]:
            assert sum(b.points[0] for b in reading.because) == pytest.approx(reading.score[0])


def test_english_has_no_chinese_in_it(told):
    _, lines = told("en")
    assert not [line for line in lines if CHINESE.search(line)]


def test_what_would_change_the_colour_is_said(told):
    assert "※ 若本月参保就业，发展型由红转绿。" in told("zh")[1]


def test_a_colour_that_hangs_on_the_weights_is_left_to_a_human(told):
    family, lines = told("zh")
    assert not [line for line in lines if line.startswith("　≈")]
    edge = {"E": {"red": 870, "yellow": 130, "green": 0, "changes": 130}}
    lines = told_lines(replace(family, draws=edge), Matters(), CITY, "zh")
    assert "　≈ 权重上下动两成，1000 次里 130 次颜色会变，请人看一眼" in lines


def test_the_fact_that_decides_most_entitlements_is_asked_next(told):
    family, lines = told("zh", "PH0108")
    open_ = {v.id for v in family.entitled if v.verdict == "unknown"}
    assert family.asks.rules and set(family.asks.rules) <= open_
    asked = next(line for line in lines if line.startswith("？ 还能享受什么"))
    assert family.asks.question.zh.split("{")[0] in asked or "家里的" in asked


def test_what_nobody_knows_is_asked_in_both_languages():
    asks = [variable.ask for variable in variables().values() if variable.ask]
    assert len(asks) == len(variables())
    assert not [ask for ask in asks if CHINESE.search(tr(ask, "en"))]
