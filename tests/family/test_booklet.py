"""What card and booklet tell of a family: where it comes from, in which order it happened."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core import accounts
from core.cases import work
from core.cases.states import STATE_WORDS, advance, hold
from core.cases.telling import COMPARED, STORY
from core.clock import SHANGHAI
from core.family.booklet import booklet_of
from core.family.card import card_of
from core.family.drawing import known
from core.family.matters import Matters, ToDo, matters_of
from core.family.worded import record, shown
from core.portrait import portrait
from core.portrait.explain import explain
from core.portrait.questions import questions
from core.render import render_card
from core.render.card import view
from core.render.data import Change, Mark, Opened
from core.store.database import atomically
from core.variables import variables
from locales import tr
from tests.factories import case, staff
from tests.family.conftest import CITY, DAY
from tests.portrait.households import frame, seeds, standards

OPENED = Opened(by="程主任", at=datetime(2022, 7, 15, 8, 1, tzinfo=SHANGHAI))
MOVED = (Change(type="发展型", before=Mark(score=70, colour="red"), after=Mark()),)


@pytest.fixture
def told(family):
    return family()


def test_a_value_names_who_is_asked_for_it_not_who_merely_says_who_lives_there(told):
    behind = record(told, ["n_disabled_full"], CITY, "zh")
    assert (behind.department, behind.day, behind.silent) == ("省民政厅", date(2022, 7, 14), True)
    work_ = booklet_of(told, Matters(), CITY, OPENED).labour
    assert {f.name: (f.value, f.department) for f in work_}["一年内参加过培训"] == (
        "否",
        "省人社厅",
    )


def test_a_label_stands_with_what_was_read(told):
    growth = next(r for r in booklet_of(told, Matters(), CITY, OPENED).card.readings if r.labels
                  and r.name == "发展型")  # fmt: skip
    reasons = {e.label: e.why for e in growth.labels}
    assert reasons["零就业"] == "家庭劳动力就业率低：劳动力人数 1 人、正在就业人数 0 人"
    assert reasons["毕业未就业"].endswith("毕业后没上班的月数 12 个月")
    assert all(e.day and e.department for e in growth.labels)


def test_benefits_are_told_with_their_amounts_and_the_day_they_began(told):
    held = booklet_of(told, Matters(), CITY, OPENED).benefits
    assert [(b.name, b.amount, b.since) for b in held] == [
        ("低保", "每月 2,410 元", date(2019, 5, 1)),
        ("居民养老金（陆水根）", "每月 400 元", None),
        ("居民养老金（张秀英）", "每月 400 元", None),
    ]


def test_what_nobody_decided_yet_is_a_suggestion(told):
    todo = ToDo("上门看看", "鱼圻塘村", None)
    assert booklet_of(told, Matters(), CITY, OPENED).card.suggested
    assert not booklet_of(told, Matters(todos=(todo,)), CITY, OPENED).card.suggested


def test_how_the_portrait_moved_is_the_last_line_and_belongs_to_no_other_step(told):
    matters = Matters(opened_on=date(2022, 6, 1))
    last = booklet_of(told, matters, CITY, OPENED, changes=MOVED).timeline[-1]
    assert (last.day, last.changes) == (DAY, MOVED)
    assert "2022-06-01" in last.text
    assert booklet_of(told, matters, CITY, OPENED).timeline == ()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("homeless_or_rent", False, "否"),
        ("pc_income", 26_667, "266.67 元"),
        ("asset_income_m", 0, "0 元"),
        ("grad_idle_months", 12, "12 个月"),
        ("housing_grade", "C", "C 级，局部危险"),
        ("skill", "none", "没有证书"),
        ("carer", "none", "没有人照顾"),
        ("shock_fire", "severe", "重"),
        ("shock_fire_days", 3, "3 天"),
        ("shock_cost_ratio", 60_000, "6 个月"),
        ("status", "none", "没有在册"),
        ("pc_income", None, None),
    ],
)
def test_values_are_told_as_people_say_them(name, value, words):
    assert shown(name, value, "zh") == words


def test_every_choice_and_unit_has_words_in_both_languages():
    for name, variable in variables().items():
        for value in (*variable.categories, *((1, 2) if variable.unit else ())):
            assert not re.search("[a-z_]{3}", shown(name, value, "zh")), name
            assert not re.search("[\u4e00-\u9fff]", shown(name, value, "en")), name


def test_every_step_of_a_story_has_its_english():
    told_ = (*STORY.values(), *COMPARED.values(), *STATE_WORDS.values())
    assert [words for words in told_ if tr(words, "en") == words] == []


@pytest.mark.parametrize("name", seeds())
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_family_of_the_dossier_has_card_and_booklet(told, name, lang):
    row, std = seeds()[name]["input"], standards()
    values = frame([row])
    portrayed = portrait(values, std).row(0, named=True)
    found = values.row(0, named=True)
    family = replace(
        told,
        values=dict.fromkeys(variables()) | found,
        result=portrayed,
        readings=tuple(explain(found, portrayed, std, lang=lang, lines=("children",))),
        questions=tuple(questions(values, std)),
    )
    booklet = booklet_of(family, Matters(), CITY, OPENED, lang=lang)
    assert render_card(booklet.card, lang).startswith(b"\x89PNG")
    assert all(e.why for r in booklet.card.readings for e in r.labels)
    if lang == "en":
        told_ = [f.value or "" for f in (*booklet.income, *booklet.health, *booklet.labour)]
        told_ += [e.why for r in booklet.card.readings for e in r.labels]
        assert not [text for text in told_ if re.search("[\u4e00-\u9fff]", text)]


async def test_several_matters_are_one_story_in_the_order_it_happened(db, now):
    """The story of an old matter goes on after a newer one opened; what it is about is the one helped."""
    await staff(now)
    peng = await accounts.who(await accounts.by_handle("peng"))
    first = await case(now, household="H1", title="毕业生没工作")
    later = now + timedelta(days=5)
    second = await case(later, household="H1", subject="p2", title="孩子没人看")
    told = work.Report("去过了，想找工作", "visited", ("unemployed",))
    visited = now + timedelta(days=9)
    await atomically(lambda: work.report(first, peng, told, key="v", at=visited))
    await atomically(lambda: _withdraw(second, now + timedelta(days=10)))
    matters = await matters_of("H1", CITY, until=now + timedelta(days=30))
    assert [line.day for line in matters.story] == sorted(line.day for line in matters.story)
    assert [s.words for s in matters.story if s.words.startswith("系统发现")] == [
        "系统发现：毕业生没工作",
        "系统发现：孩子没人看",
    ]
    assert [s.said for s in matters.story if s.kind == "visit"] == ["去过了，想找工作"]
    assert (matters.number, matters.opened_on) == (first.number, first.opened_on)


async def _withdraw(found, at):
    await advance(await hold(found), "withdraw", at=at)


async def test_a_past_day_is_drawn_as_it_was_and_stamped_with_the_moment_it_is_opened(
    db, now, house_of
):
    await staff(now)
    day = now.date()
    await case(now, household="PH0101", person=None)
    tomorrow = now + timedelta(days=1)
    await case(tomorrow, household="PH0101", person=None, subject="p2", title="后来的事")
    opened = Opened(by="彭老师", at=now + timedelta(days=90))
    told, matters, _ = await known(house_of(opened.at), "PH0101", day, opened, "zh")
    assert [line.day for line in matters.story] == [day] * len(matters.story)
    assert "后来的事" not in "".join(line.words for line in matters.story)
    assert view(card_of(told, matters, CITY, opened), "zh")["foot"][1].startswith(
        f"彭老师 {opened.at.date()}"
    )
