"""One question a message, only what still matters; afterwards yes, no or cannot tell."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.counsel import Ask, Inquiry, look
from core.counsel.answering import read_answer
from core.counsel.looking import MOST_QUESTIONS, MOST_UNSURE
from core.language import understand_resident
from core.rules import about as rules_about
from core.rules import eligible
from tests.rules.families import standards

STD = standards()
FIRST = (
    "家里三口人，一个月两千，能申请低保吗",
    "我妈82了，一个人住，户口在平湖，有没有老人补贴",
    "我老公去年看病自己花了三万，一家三口，能补助吗",
    "我儿子智力残疾三级，16岁，家里在吃低保，有什么补贴",
    "家里困难，怎么办",
    "我失业半年了，想找工作",
)
UNSURE = "不清楚"


@cache
def begun(words: str) -> Inquiry:
    return Inquiry().heard(understand_resident(words), words)


def choices(found: Ask) -> list[str]:
    return [a.label() for a in found.next.question.answers] + [UNSURE, "三千"]


def answered(inquiry: Inquiry, found: Ask, words: str) -> Inquiry:
    put = inquiry.put(found.next.key)
    question = found.next.question
    if question.answer(words) is None and words != UNSURE and question.hint != "money":
        words = UNSURE
    return put.answered(read_answer(question, words), found.next.person, words)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(FIRST), st.lists(st.integers(0, 5), min_size=MOST_QUESTIONS + 1,
                                        max_size=MOST_QUESTIONS + 1))  # fmt: skip
def test_a_conversation_ends_asks_nothing_twice_and_nothing_that_is_decided(first, picks):
    inquiry, keys = begun(first), []
    for pick in picks:
        found = look(inquiry, STD)
        if not isinstance(found, Ask):
            break
        undecided = {v.id for v in found.verdicts if v.verdict == "unknown" and not v.receiving}
        wanted = rules_about(inquiry.topics, STD.at)
        assert set(found.next.rules) & undecided
        assert not wanted or set(found.next.rules) & set(wanted)
        keys.append(found.next.key)
        options = choices(found)
        inquiry = answered(inquiry, found, options[pick % len(options)])
    assert len(keys) == len(set(keys)) <= MOST_QUESTIONS
    assert not isinstance(look(inquiry, STD), Ask)


@pytest.mark.parametrize("first", FIRST)
def test_every_first_question_can_turn_a_verdict(first):
    """Two answers, or an answer and its contrary later, end in different verdicts of these rules."""
    inquiry = begun(first)
    found = look(inquiry, STD)
    if not isinstance(found, Ask):
        return
    told = [a.label() for a in found.next.question.answers] or ["一百", "九十万"]
    ends = {verdicts_of(answered(inquiry, found, words), found.next.rules) for words in told}
    assert len(ends | {verdicts_of(inquiry, found.next.rules)}) > 1


def verdicts_of(inquiry: Inquiry, rules) -> tuple:
    found = {v.id: v for v in eligible(inquiry.facts(), STD)}
    return tuple((r, found[r].verdict, found[r].ask) for r in sorted(rules))


def test_who_often_does_not_know_is_asked_no_more():
    inquiry = begun(FIRST[0])
    for _ in range(MOST_UNSURE):
        found = look(inquiry, STD)
        inquiry = answered(inquiry, found, UNSURE)
    assert not isinstance(look(inquiry, STD), Ask)


def test_what_is_said_now_goes_before_what_was_said_then():
    inquiry = begun(FIRST[0]).heard(
        understand_resident("是四口人，一个月一千五"), "是四口人，一个月一千五"
    )
    assert inquiry.told["household_size"] == 4 and inquiry.told["household_income_month"] == 1500
    assert inquiry.topics == begun(FIRST[0]).topics


def test_what_speaks_for_nothing_is_not_proposed():
    found = look(begun("家里困难，怎么办"), STD, enough=True)
    assert all(any(b.holds for b in v.because) for v in found.about)


def test_a_husband_is_grown_up_and_the_speakers_child_has_a_parent():
    home = begun("我们家两个孩子，一个上初中一个上大学，学费交不起，我老公残疾二级")
    people = {p.who: p.facts for p in home.facts().people}
    assert people["husband"]["age"].least == 18
    assert people["child"]["parents_gone"] is False


def test_who_asks_for_a_funeral_has_lost_somebody():
    found = look(begun("我爸上个月走了，办丧事有补助吗"), STD)
    assert found.next.question.name == "hukou_local" and found.next.who == "father"


def test_everything_survives_being_kept_between_messages():
    inquiry = begun(FIRST[3]).put("x").answered({"houses": {"min": 0, "max": 1}}, 1, "没有")
    assert Inquiry.from_json(inquiry.to_json()) == inquiry
    assert Inquiry.from_json(None) == Inquiry()
