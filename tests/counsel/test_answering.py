"""Answers to our questions in people's own words: read, or asked again, never guessed."""

import pytest

from core.counsel.answering import (
    NotUnderstood,
    maybe_monthly,
    question_named,
    read_answer,
)
from core.language.answers import agrees

STATUS, PROPERTY, HUKOU = "status", "property", "family_hukou_local"


def read(name: str, words: str):
    question = question_named(name)
    return read_answer(question, words, question.text(city="平湖"))


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        (STATUS, "都没有", {"status": "none"}),
        (STATUS, "在吃低保", {"status": "dibao"}),
        (STATUS, "呒没", {"status": "none"}),
        (HUKOU, "在平湖的", {"family_hukou_local": True}),
        (HUKOU, "不在", {"family_hukou_local": False}),
        (HUKOU, "在", {"family_hukou_local": True}),
        (PROPERTY, "没有车", {"vehicles": 0, "has_business": False, "houses": {"min": 0, "max": 1}}),
        (PROPERTY, "呒没车子", {"vehicles": 0, "has_business": False,
                             "houses": {"min": 0, "max": 1}}),
        ("n_members", "三口人", {"n_members": 3}),
        ("fin_assets", "两万多", {"fin_assets": {"min": 20000, "max": 29999}}),
        ("fin_assets", "没有", {"fin_assets": 0}),
        ("parents_gone", "都在", {"parents_gone": False}),
    ],
)  # fmt: skip
def test_an_answer_in_own_words(name, words, told):
    assert read(name, words) == told


@pytest.mark.parametrize("words", ["不清楚", "不晓得呀", "记不得，忘了", "说不准"])
@pytest.mark.parametrize("name", [STATUS, PROPERTY, "fin_assets"])
def test_nobody_has_to_know(name, words):
    assert read(name, words) == {}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (PROPERTY, "没有存款"),  # says nothing about cars
        (STATUS, "三千多"),
        (HUKOU, "我想问问"),
        ("n_members", "很多"),
    ],
)
def test_what_answers_something_else_is_not_taken(name, words):
    with pytest.raises(NotUnderstood):
        read(name, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [("对的", True), ("嗯", True), ("不对", False), ("是四口人", None), ("Yes", True)],
)
def test_a_short_word_confirms_or_denies(words, said):
    assert agrees(words) is said


def test_a_years_income_too_small_for_a_year_is_asked_about():
    year, month = question_named("income_12m"), question_named("income_month")
    assert maybe_monthly(year, {"income_12m": 2000}) == 2000
    assert maybe_monthly(year, {"income_12m": 24000}) is None
    assert maybe_monthly(month, {"income_month": 2000}) is None
