"""Data stays data, fonts are there or it is said, threads do not mix families up."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from noto_cjk_sans_otc import FONT_PATH

from core.render import FontMissing, TypesetFailed, render_booklet, render_card
from core.render import card as cards
from core.render.fonts import face, find_face
from core.render.typeset import GETA, compile_page, drawable
from tests.render import reading
from tests.render.families import CARDS, DIRTY_BOOKLET, LU, LU_BOOKLET

PIP = find_face(str(Path(FONT_PATH).parent))


@pytest.mark.parametrize("whole", [True, False])
def test_markup_in_data_is_printed_not_run(whole):
    found = reading.words(render_booklet(DIRTY_BOOKLET, full=whole))
    assert reading.squeezed('#read("/etc/passwd") $x$ *b* <a> \\ @x `c` [d]') in found
    assert "root:" not in found


def test_a_character_the_font_lacks_does_not_stop_the_paper():
    sentence = "名字里有 \ue000 和 👏，\x00还有\u202e反过来的字"
    found = reading.words(render_booklet(replace(LU_BOOKLET, sentence=sentence)))
    assert reading.squeezed(f"名字里有{GETA}和{GETA}，还有反过来的字") in found


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("陆水根", "陆水根"),
        ("𠮷𬭎", "𠮷𬭎"),
        ("Ŝ", "S"),
        ("Ł", GETA),
        ("a\tb\r\nc", "a b \nc"),
        ("a\u200bb\u202ec", "abc"),
        ("a\u2028b", "a b"),
    ],
)
def test_texts_are_reduced_to_what_can_be_drawn(raw, shown):
    assert drawable(raw, PIP.covered) == shown


def test_a_folder_without_a_chinese_font_is_an_error_with_its_remedy(tmp_path):
    with pytest.raises(FontMissing, match=r"里没有中文字体.*pip install noto-cjk-sans-otc"):
        find_face(str(tmp_path))


def test_a_font_that_typst_cannot_find_is_an_error_not_boxes():
    gone = replace(face(), family="没有这个字体")
    with pytest.raises(FontMissing, match="JPF_FONT_DIR"):
        compile_page("card.typ", cards.view(LU, "zh"), gone, format="png")


def test_a_folder_of_ones_own_comes_first():
    assert PIP.family == "Noto Sans CJK SC"
    assert not PIP.bold
    assert ord("鱼") in PIP.covered


def test_a_template_that_fails_says_so_without_naming_anybody():
    view = {**cards.view(LU, "zh"), "rows": ["陆水根"]}
    with pytest.raises(TypesetFailed, match=r"模板 card.typ .*jpf doctor") as caught:
        compile_page("card.typ", view, face(), format="png")
    assert "陆水根" not in str(caught.value)


def test_threads_give_the_same_pictures_as_one_after_the_other():
    many = list(CARDS.values()) * 2
    alone = [render_card(card) for card in many]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(render_card, many)) == alone
