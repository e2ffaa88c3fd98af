"""一户一册, in full and masked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.render import render_booklet
from core.render.booklet import view
from core.render.masked import masked
from tests.render import reading
from tests.render.families import BOOKLETS, ENGLISH_BOOKLET, LU_BOOKLET, LU_BOOKLET_AFTER
from tests.render.reading import chinese, squeezed, texts


@pytest.fixture(scope="module")
def full():
    return render_booklet(LU_BOOKLET)


@pytest.fixture(scope="module")
def brief():
    return render_booklet(LU_BOOKLET, full=False)


def test_all_that_is_known_can_be_read_back(full):
    found = reading.words(full)
    expected = [LU_BOOKLET.sentence, LU_BOOKLET.card.code, LU_BOOKLET.rules]
    for sheet in (LU_BOOKLET.income, LU_BOOKLET.health, LU_BOOKLET.labour, LU_BOOKLET.housing):
        expected += [text for fact in sheet for text in (fact.name, fact.value or "不清楚")]
    expected += [text for q in LU_BOOKLET.unknown for text in (q.what, q.whom, q.ask)]
    expected += [s.what for s in LU_BOOKLET.suggestions]
    expected += [e.text for e in LU_BOOKLET.timeline]
    assert [text for text in expected if squeezed(text) not in found] == []


def test_every_label_stands_with_its_reason_day_and_department(full):
    found = reading.words(full)
    for one in (e for r in LU_BOOKLET.card.readings for e in r.labels):
        line = f"{one.label}{one.why}{one.day}{one.department}{one.points}"
        assert squeezed(line) in found


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_paper_is_tagged_and_says_it_is_for_archives_and_for_everybody(whole, lang):
    paper = reading.pdf(render_booklet(ENGLISH_BOOKLET, lang, full=whole))
    root = paper.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith(lang)
    assert "<pdfaid:part>2</pdfaid:part>" in claims
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in claims
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims


def test_the_title_of_the_paper_names_the_case_not_the_family(full):
    assert reading.pdf(full).metadata.title == "一户一册 PH-2022-000318"


def test_the_same_booklet_gives_the_same_bytes_and_another_moment_other_ones(full):
    assert render_booklet(LU_BOOKLET) == full
    later = replace(LU_BOOKLET, made=LU_BOOKLET.made + timedelta(minutes=1))
    assert render_booklet(later) != full


def test_every_page_has_its_number_the_rules_and_the_watermark(full):
    pages = reading.pdf(full).pages
    for number, page in enumerate(pages, start=1):
        assert f"2022-05-18.1 · {number} / {len(pages)}" in page.extract_text()
        assert "/Pattern" in page["/Resources"]
    assert view(LU_BOOKLET, "zh")["watermark"] == "彭老师 2022-07-15 08:01"


def test_the_timeline_shows_before_and_after():
    changes = view(LU_BOOKLET_AFTER, "zh")["timeline"][0]["changes"]
    assert changes[0] == {
        "type": "发展型",
        "before": {"tone": "red", "text": "红 70"},
        "after": {"tone": "green", "text": "绿 20"},
    }


def test_money_and_services_are_told_apart():
    kinds = view(LU_BOOKLET, "zh")["suggestions"]
    assert [(k["kind"], len(k["rows"])) for k in kinds] == [("给钱给物", 1), ("出人出力", 3)]


def test_a_section_without_facts_says_there_is_no_data_not_that_there_is_nothing():
    blank = BOOKLETS["blank"]
    assert "2收入和保障还没有资料" in reading.words(render_booklet(blank))


def test_the_masked_one_holds_labels_things_to_do_and_questions_only(brief):
    found = reading.words(brief)
    for wanted in (
        "毕业未就业",
        "多老人",
        "免费技能培训，推荐三个岗位",
        "这几个月零工大概挣了多少？",
    ):
        assert wanted in found
    secrets = [
        "陆水根",
        "张秀英",
        "267",
        "2,409",
        "发展型70",
        "红",
        "腰",
        "社保",
        LU_BOOKLET.sentence,
    ]
    assert [s for s in secrets if squeezed(s) in found] == []


def test_the_masked_one_fits_a_phone(brief):
    box = reading.pdf(brief).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (360, 640)


def test_what_is_to_be_done_is_told_once_in_the_masked_one():
    shown = masked(LU_BOOKLET, "zh")
    told = [step["what"] for part in ("todo", "could") for step in shown[part]]
    assert len(told) == len(set(told)) == 7
    assert [len(shown[part]) for part in ("todo", "could")] == [3, 4]


def test_what_nobody_decided_yet_is_not_told_as_a_task():
    open_ = replace(LU_BOOKLET, card=replace(LU_BOOKLET.card, suggested=True))
    shown = masked(open_, "zh")
    assert (shown["todo"], len(shown["could"])) == ([], len(LU_BOOKLET.suggestions))


@pytest.mark.parametrize("name", BOOKLETS)
@pytest.mark.parametrize("whole", [True, False])
def test_odd_families_have_booklets_too(name, whole):
    assert len(reading.pdf(render_booklet(BOOKLETS[name], full=whole)).pages) >= 1


def test_the_english_booklet_has_no_chinese():
    assert not chinese(texts(view(ENGLISH_BOOKLET, "en")) + texts(masked(ENGLISH_BOOKLET, "en")))
    assert not chinese([reading.words(render_booklet(ENGLISH_BOOKLET, "en"))])
