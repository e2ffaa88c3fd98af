"""The portrait card on a phone."""

import re
from io import BytesIO

import pytest
from PIL import Image

from core.render import render_card
from core.render.card import view
from core.render.typeset import TEMPLATES
from tests.render.families import BLANK, CARDS, ENGLISH, LU, LU_AFTER, NINE, UNSURE, ZHANG, ZHOU
from tests.render.reading import chinese, texts


def size(picture):
    return Image.open(BytesIO(picture)).size


@pytest.mark.parametrize("name", CARDS)
def test_every_card_is_1080_pixels_wide(name):
    assert size(render_card(CARDS[name]))[0] == 1080


def test_an_ordinary_card_is_about_three_by_four():
    width, height = size(render_card(LU))
    assert 1.2 <= height / width <= 1.45


@pytest.mark.parametrize("template", ["card.typ", "digest.typ"])
def test_no_letter_is_smaller_than_13_points(template):
    source = (TEMPLATES / template).read_text("utf-8")
    sizes = [float(n) for n in re.findall(r"size: ([\d.]+)pt", source)]
    assert len(sizes) > 10
    assert min(sizes) >= 13


def test_the_most_urgent_type_comes_first_and_the_others_are_named_without_colour():
    shown = view(LU, "zh")
    assert [(r["name"], r["word"], r["score"]) for r in shown["rows"]] == [
        ("发展型", "红", "70"),
        ("关爱型", "绿", "8"),
    ]
    assert shown["outside"] == "未归型：兜底型、急难型、支出型"
    assert shown["types"] == "关爱型 ＋ 发展型"


def test_every_colour_has_its_word_beside_it():
    for card in CARDS.values():
        for row in view(card, "zh")["rows"]:
            assert re.search("[红黄绿]|待核实", row["word"])


def test_a_score_between_two_colours_tells_both():
    rows = {r["name"]: r for r in view(UNSURE, "zh")["rows"]}
    assert rows["支出型"]["word"] == "至少绿色，可能红色"
    assert rows["支出型"]["score"] == "24–61"
    assert rows["关爱型"]["word"] == "待核实"
    assert rows["关爱型"]["tone"] == "none"


def test_unknown_everywhere_is_told_as_unknown_not_as_none_of_the_types():
    shown = view(BLANK, "zh")
    assert shown["hatched"]
    assert shown["types"] == "还不知道归哪型"
    assert view(CARDS["untyped"], "zh")["types"] == "五型都不归，不分颜色"


def test_a_red_line_is_told_with_its_reason():
    assert view(ZHOU, "zh")["rows"][0]["floors"] == ["红线：呼叫铃响了，还没人回应"]


def test_the_card_after_help_shows_where_the_family_came_from():
    growth = view(LU_AFTER, "zh")["rows"][1]
    assert (growth["score"], growth["before"], growth["before_at"]) == ("20", "原来 红 70", 70)


def test_at_most_three_actions_and_four_labels_a_type_the_rest_is_counted():
    shown = view(NINE, "zh")
    assert all(len(r["labels"]) <= 4 for r in shown["rows"])
    assert [r["more"] for r in view(ZHANG, "zh")["rows"]] == ["还有 2 项", "还有 2 项", ""]


def test_the_foot_says_who_opened_it_and_when():
    assert view(LU, "zh")["foot"] == [
        "2022-07-15 · 看了 6 个部门的数据 · 编号 PH-2022-000318",
        "彭老师 2022-07-15 08:01 打开 · 只给帮扶的人看，别转发",
    ]


def test_the_english_card_has_no_chinese():
    assert not chinese(texts(view(ENGLISH, "en")))
    assert size(render_card(ENGLISH, "en"))[0] == 1080


def test_another_family_gives_another_picture_and_the_same_one_the_same():
    assert render_card(LU) == render_card(LU)
    assert render_card(LU) != render_card(LU_AFTER)
