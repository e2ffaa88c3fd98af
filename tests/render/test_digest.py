"""The supervisor's morning."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.render import render_digest
from core.render.data import Count, Figure
from core.render.digest import view
from core.render.figures import rate
from core.render.small_cells import SMALLEST, held_back
from tests.render.mornings import CALM, EN, MORNING, MORNINGS, PUBLISHED
from tests.render.reading import chinese, texts


@pytest.mark.parametrize("name", MORNINGS)
def test_every_digest_is_1080_pixels_wide(name):
    assert Image.open(BytesIO(render_digest(MORNINGS[name]))).width == 1080


def test_when_all_is_well_it_says_so_in_two_lines():
    assert view(CALM, "zh")["calm"] == ["都按时，没有要您操心的。", "新发现 7 户，昨天办结 9 户。"]
    calm = Image.open(BytesIO(render_digest(CALM)))
    assert calm.height < calm.width / 2


def test_late_data_is_no_calm_morning():
    assert not replace(CALM, stale=MORNING.stale).calm


def test_at_most_three_things_are_to_be_watched():
    shown = view(EN, "en")["watch"]
    assert len(shown["lines"]) == 3
    assert shown["more"] == "2 more in the Excel file"


def test_counts_keep_their_units():
    assert view(MORNING, "zh")["reach"].replace("\u00a0", " ") == (
        "2022-01-01 以来帮了 3,489 户 · 5,879 人 · 4,120 户次 · 7,302 人次"
    )


def test_a_town_with_nothing_due_has_no_rate():
    rows = {r["name"]: r for r in view(MORNING, "zh")["towns"]["rows"]}
    assert (rows["林埭镇"]["rate"], rows["林埭镇"]["grade"]) == ("—", "none")
    assert (rows["新埭镇"]["rate"], rows["新埭镇"]["grade"]) == ("78%", "red")


def test_a_hundred_per_cent_means_all():
    assert rate(999, 1000) == 99
    assert rate(0, 0) is None


def test_published_figures_hold_small_counts_back():
    shown = view(PUBLISHED, "zh")
    reds = {r["name"]: r["parts"][0]["text"] for r in shown["towns"]["rows"]}
    assert reds["曹桥街道"] == "*"
    assert reds["广陈镇"] == "*"  # it is ten, but would give the other away
    assert reds["新埭镇"] == "26"
    assert shown["figures"][0]["n"] == f"<{SMALLEST}"


def test_published_figures_name_nobody_and_note_nothing():
    told = "".join(texts(view(PUBLISHED, "zh")))
    for hidden in ("彭老师", "王敏", "许局长", "超时 2 户", "没人接", "昨天 5 户", "15 人里"):
        assert hidden not in told


def test_published_calm_lines_hold_back_too():
    quiet = replace(CALM, published=True, new=Figure(count=Count(value=3)))
    assert view(quiet, "zh")["calm"][1] == "新发现 <10 户，昨天办结 <10 户。"


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), max_size=9))
def test_no_cell_is_left_that_gives_a_hidden_one_away(column):
    shown = held_back(column)
    hidden = [i for i, count in enumerate(shown) if count is None]
    assert all(shown[i] is None for i, count in enumerate(column) if 0 < count < SMALLEST)
    others = [i for i, count in enumerate(column) if count and i not in hidden]
    assert len(hidden) != 1 or not others
    assert [c for c in shown if c is not None] == [
        c for i, c in enumerate(column) if i not in hidden
    ]


def test_the_english_digest_has_no_chinese():
    assert not chinese(texts(view(EN, "en")))
    assert not chinese(texts(view(replace(EN, watch=(), stale=()), "en")))
    assert not chinese(texts(view(replace(EN, published=True), "en")))
