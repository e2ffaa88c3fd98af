"""Every rule card proves itself by its own examples; its words are dated, sourced and polite."""

import json
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import core.rules
from core.rules import eligible
from core.rules.engine.card import Said, card, offices, papers
from core.rules.engine.eligible import table
from core.rules.engine.logic import told
from core.rules.engine.plan import plan
from core.rules.engine.shelf import rules
from core.rules.facts import facts, questions
from core.rules.words import property_needs
from tests.rules.families import IDS, RULES, SUMMER, day_of, family, frame, pays, standards
from tests.rules.families import told as chat

EACH = pytest.mark.parametrize("rule", RULES, ids=IDS)
HERE = Path(core.rules.__file__).parent
ANSWERS = {True: "yes", False: "no", None: "unknown"}
FORBIDDEN = re.compile(r"不符合|不合格|没有资格|不予|贵户|该户|是否|请提供|自动停|自动减")


def compiled(rule):
    return plan(standards(day_of(rule))).rules[rule.id]


def sentences(rule):
    """Every sentence of a card that somebody may read."""
    words = rule.card
    clauses = [s for c in words.clauses.values() for s in (c.title, c.change) if s]
    return [words.gives, words.days, *words.sign, *words.notes, *words.hints.values(), *clauses]


def test_the_thirty_four_cards_are_all_there():
    assert list(rules(SUMMER)) == [f"R-{n:02}" for n in range(1, 35)]


def test_titles_and_groups_are_those_of_the_dossier():
    cards = json.loads((Path(__file__).parent / "data" / "policies.json").read_text("utf-8"))
    here = rules(SUMMER)
    assert [c["id"] for c in cards] == list(here)
    for one in cards:
        rule = here[one["id"]]
        assert rule.card.group == one["group"].partition("（")[0], one["id"]
        assert rule.label.title[:3] in one["zh"], one["id"]
        grains = {"户": {"household"}, "人": {"person"}}.get(one["entity"], {"household", "person"})
        assert rule.card.of in grains or rule.id == "R-01"  # who belongs is asked of each person


@EACH
def test_examples_one_by_one_in_a_chat(rule):
    for example, found in zip(rule.examples, chat(rule.name), strict=True):
        assert found.verdict == ANSWERS[example.expect], example.name


@EACH
def test_examples_all_at_once_in_a_city(rule):
    found = table(frame([e.row for e in rule.examples]), standards(day_of(rule)))[rule.id]
    wrong = [
        (example.name, said)
        for example, said in zip(rule.examples, found, strict=True)
        if said is not example.expect
    ]
    assert wrong == []


@EACH
def test_examples_give_all_three_answers(rule):
    assert {e.expect for e in rule.examples} == {True, False, None}


@EACH
def test_every_condition_has_an_example_that_fails_it_and_one_that_leaves_it_open(rule):
    std, one = standards(day_of(rule)), compiled(rule)
    shared = set(property_needs(std, "prop_cash_mult_year"))
    own = set(one.needs) - (shared if rule.id != "R-04" else {"checked"})
    failed, left_open = set(), set()
    for found in chat(rule.name):
        holds = {b.id: b.holds for b in found.because}
        failed |= {n for n in own if holds.get(n) is False}
        left_open |= {n for n in own if holds.get(n) is None and found.verdict == "unknown"}
    assert failed == own
    assert left_open >= own - {"not_child_care", "not_dibao"}


@EACH
def test_every_amount_is_proved(rule):
    std = standards(day_of(rule))
    assert bool(pays(rule)) == (rule.amount is not None)
    for example in pays(rule):
        received = {f"gets_{rule.name}": True} if rule.gets else {}
        status = {"R-05": "dibao"}.get(rule.id)
        row = example.row | received | ({"status": status} if status else {})
        found = {v.id: v for v in eligible(family(row), std)}[rule.id].amount
        low, high = example.expect
        told_low, told_high = (found.low, found.high) if found else (None, None)
        times = 1 if compiled(rule).amount.counted else 100
        scaled = [None if end is None else round(end * times) for end in (told_low, told_high)]
        assert scaled == [low, high], example.name


@EACH
def test_words_and_logic_name_the_same_conditions(rule):
    assert list(rule.card.clauses) == list(compiled(rule).needs)


@EACH
def test_every_card_is_dated_and_sourced(rule):
    assert rule.label.source and rule.label.since <= date(2024, 11, 1)
    assert rule.card.checked >= date(2026, 11, 24)
    for name, clause in rule.card.clauses.items():
        assert clause.source, name
        assert clause.tag in ("seed", "law", "page", "assumed"), name
        assert isinstance(clause.since, date), name


@EACH
def test_every_card_says_where_and_has_words_in_both_languages(rule):
    assert rule.card.where and rule.label.title_en
    for said in sentences(rule):
        assert said.zh and said.en
        assert re.search(r"[\u4e00-\u9fff]", said.zh)
        assert not re.search(r"[\u4e00-\u9fff]", said.en), said.en


@EACH
def test_nobody_is_told_that_they_do_not_qualify(rule):
    for said in sentences(rule):
        assert not FORBIDDEN.search(said.zh), said.zh
        assert "qualif" not in said.en


@EACH
def test_sentences_never_tell_an_assumed_number(rule):
    std = standards(day_of(rule))
    own = rule.blanks(std) if rule.blanks else {}
    for said in sentences(rule):
        for text in (said.zh, said.en):
            names = [name for _, name, _, _ in Formatter().parse(text) if name]
            assert all(n in own or std.value(n).tag != "assumed" for n in names), text
            assert text.format(**{n: "1" for n in names})


@EACH
def test_small_files(rule):
    python, words = (HERE / f"{rule.name}.{end}" for end in ("py", "yaml"))
    assert len(python.read_text("utf-8").splitlines()) <= 120
    assert len(words.read_text("utf-8").splitlines()) <= 60


def test_papers_and_offices_are_all_in_use():
    used = [rule.card for rule in RULES]
    assert {p.name for c in used for p in c.papers} == set(papers())
    assert {o.name for c in used for o in c.where} == set(offices())
    assert all(isinstance(p.title, Said) for p in papers().values())


def test_every_question_is_short_spoken_and_in_two_languages():
    for question in questions():
        assert 5 <= len(question.zh) <= 30, question.name
        assert question.zh.count("？") >= 1, question.name
        assert not FORBIDDEN.search(question.zh), question.name
        assert question.text("en", who="your mother", city="Pinghu"), question.name
        assert "{" not in question.text("en", city="Pinghu") + question.text(city="平湖")
        assert 1 <= question.effort <= 5
        for answer in question.answers:
            assert len(answer.zh) <= 8, (question.name, answer.zh)


def test_only_known_facts_are_asked_and_preconditions_name_facts():
    for fact in facts().values():
        for test in (fact.after, fact.unless):
            name = re.match(r"!?(\w*)", test)[1]
            assert not test or name in facts(), fact.name
        assert set(fact.instead) <= set(facts())


def test_a_tree_is_told_as_polars_tells_it():
    one = compiled(RULES[0])
    assert all(told(need.holds, [True] * 9) is True for need in one.needs.values())
    assert card("dibao").topics == ("dibao",)
