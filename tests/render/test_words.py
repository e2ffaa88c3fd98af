"""How a family's colour is told."""

import pytest

from core.render import words
from core.render.data import Count, Reading, Verdict
from tests.render.families import BLANK, LU, LU_AFTER, UNSURE, UNTYPED, ZHANG


@pytest.mark.parametrize(
    ("card", "big", "small"),
    [
        (LU, "红色", "马上帮"),
        (LU_AFTER, "绿色", "平稳"),
        (ZHANG, "红色", "马上帮"),
        (UNSURE, "至少黄色", "可能红色，待核实"),
        (UNTYPED, "未归型", "五型都不归"),
        (BLANK, "待核实", "可能红色"),
    ],
)
def test_the_highest_colour_is_told_with_what_is_sure(card, big, small):
    assert words.headline(words.verdict(card.readings), "zh") == (big, small)


def test_a_family_of_no_type_has_no_colour_and_is_not_green():
    verdict = words.verdict(UNTYPED.readings)
    assert verdict == Verdict(typed=False)
    assert words.tone(verdict) == "none"


def test_a_type_that_may_hold_can_only_raise_the_colour():
    sure = Reading(name="关爱型", gate=True, colour_low="yellow", colour_high="yellow")
    maybe = Reading(name="发展型", gate=None, colour_high="red")
    assert words.verdict([sure, maybe]) == Verdict(typed=True, low="yellow", high="red")
    lower = Reading(name="发展型", gate=None, colour_high="green")
    assert words.verdict([sure, lower]) == Verdict(typed=True, low="yellow", high="yellow")


def test_what_nobody_knows_is_a_question_mark():
    assert words.span(None, None) == "?"
    assert words.span(38.5, 45.5) == "38.5–45.5"
    assert words.span(70.0, 70.0) == "70"


def test_the_four_units_stay_apart():
    told = [words.count(Count(value=3489, unit=unit), "zh") for unit in words.COUNTED]
    assert told == ["3,489 户", "3,489 人", "3,489 户次", "3,489 人次"]
    assert words.count(Count(value=1), "en") == "1 family"
