"""Excel: filters, a head that stays, colours with words, no formulas."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import fastexcel
import pytest

from core.render import digest_workbook, families_workbook
from core.render.data import FamilyRow, Opened
from tests.render.families import OPENED
from tests.render.mornings import EN, MORNING, PUBLISHED
from tests.render.reading import chinese

ROW = FamilyRow(
    code="PH-2022-000318",
    town="新埭镇",
    village="鱼圻塘村",
    head="陆水根",
    size=3,
    typed=True,
    colour="red",
    types="关爱型 ＋ 发展型",
    labels="零就业、毕业未就业",
    todo="上门问问",
    who="网格员 彭老师",
    due=date(2022, 7, 18),
    visited=date(2022, 6, 25),
    state="待上门",
)
ROWS = [
    ROW,
    replace(ROW, code="PH-2", colour="yellow", maybe="red"),
    replace(ROW, code="PH-3", typed=False, colour=None, due=None),
    replace(ROW, code="PH-4", typed=None, colour=None, maybe="red"),
]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "\r=1"]


def sheets(made):
    book = fastexcel.read_excel(made)
    return {name: book.load_sheet(name, header_row=1).to_polars() for name in book.sheet_names}


def part(made, name):
    return ZipFile(BytesIO(made)).read(name).decode()


def test_families_can_be_read_back_with_their_colours_as_words():
    frame = sheets(families_workbook(ROWS))["家庭"]
    assert frame["编号"].to_list() == ["PH-2022-000318", "PH-2", "PH-3", "PH-4"]
    assert frame["这件事的颜色"].to_list() == [
        "红",
        "至少黄色，可能红色，待核实",
        "未归型",
        "待核实，可能红色",
    ]
    assert frame["人口"].to_list() == [3, 3, 3, 3]
    assert frame["最晚哪天"].dt.date().to_list()[::2] == [date(2022, 7, 18), None]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_text(text):
    made = families_workbook([replace(ROW, head=text, todo=text)])
    page = part(made, "xl/worksheets/sheet1.xml")
    assert "<f>" not in page
    assert "hyperlink" not in page
    cell = re.search(r'<c r="D3" s="(\d+)" t="s">', page)
    formats = part(made, "xl/styles.xml").split("<cellXfs")[1]
    used = re.findall(r"<xf [^>]*>", formats)[int(cell[1])]
    assert 'quotePrefix="1"' in used
    assert sheets(made)["家庭"]["户主"].to_list()[0].strip() in text


def test_the_list_filters_keeps_its_head_and_prints_on_a4():
    page = part(families_workbook(ROWS, opened=OPENED), "xl/worksheets/sheet1.xml")
    assert '<autoFilter ref="A2:M6"/>' in page
    assert 'state="frozen"' in page
    assert 'paperSize="9"' in page
    assert 'orientation="landscape"' in page
    assert "彭老师 2022-07-15 08:01" in page


def test_an_ampersand_in_a_name_gives_no_command_in_the_footer():
    page = part(
        families_workbook(ROWS, opened=Opened(by="A&B", at=OPENED.at)), "xl/worksheets/sheet1.xml"
    )
    assert "A&amp;&amp;B" in page


def test_the_same_rows_give_the_same_bytes():
    assert families_workbook(ROWS) == families_workbook(ROWS)


def test_no_families_is_a_list_without_rows():
    assert sheets(families_workbook([]))["家庭"].height == 0


def test_the_morning_has_a_sheet_for_each_question():
    found = sheets(digest_workbook(MORNING))
    assert list(found) == ["总览", "各镇街道", "吹哨报到", "手上的活", "数据没到", "多维贫困"]
    assert found["各镇街道"]["红（户）"].to_list()[4] == 26
    assert found["各镇街道"]["没超时的占"].to_list()[4] == pytest.approx(0.78)
    assert found["总览"].filter(found["总览"]["项目"] == "帮过")["单位"].to_list() == [
        "户",
        "人",
        "户次",
        "人次",
    ]
    assert found["多维贫困"]["M0（%）"].to_list() == [5.1, 6.9]


def test_a_sheet_with_nothing_to_tell_is_left_out():
    quiet = replace(MORNING, whistles=(), loads=(), stale=(), spread=())
    assert list(sheets(digest_workbook(quiet))) == ["总览", "各镇街道"]


def test_the_published_workbook_holds_the_same_back_as_the_picture():
    found = sheets(digest_workbook(PUBLISHED))
    assert "手上的活" not in found
    assert found["各镇街道"]["红（户）"].to_list()[2] == "*"
    assert found["总览"]["数"].to_list()[0] == "<10"
    assert not [n for n in found["总览"]["说明"].to_list() if n and "户" in n]


def test_english_workbooks_have_no_chinese():
    row = FamilyRow(
        code="PH-1",
        town="Xindai",
        village="Yuqitang",
        head="Lu",
        size=1,
        typed=True,
        colour="yellow",
        maybe="red",
    )
    for made in (families_workbook([row], "en"), digest_workbook(EN, "en")):
        names = [n for n in ZipFile(BytesIO(made)).namelist() if "theme" not in n]
        assert not chinese([part(made, n) for n in names])
