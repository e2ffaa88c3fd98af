"""Which question comes next, about whom, and when it makes no sense to ask."""

from datetime import date

import pytest

from core.rules import eligible, next_question
from core.rules.engine.when import holds
from core.rules.facts import questions
from tests.rules.families import standards

STD = standards(date(2023, 7, 15))
ALL = {question.name: question for question in questions()}


def ask(told, **how):
    return next_question(eligible(told, STD), **how)


def answered(told, **how):
    """All questions put until there are none, answered with their last button."""
    told, asked, put = dict(told), set(how.pop("asked", ())), []
    while (found := ask(told, asked=asked, **how)) is not None:
        put.append(found.key)
        asked.add(found.key)
        values = found.question.answers[-1].values if found.question.answers else {}
        told |= {n: v for n, v in values.items() if n in found.facts}
    return put


def test_the_list_a_family_is_on_decides_most_and_comes_first():
    assert ask({}).question.name == "status"


def test_only_what_the_asked_rules_need_is_asked():
    assert ask({"age": 86}, about=["R-12"]).facts == ("hukou_local",)
    assert ask({"age": 86, "hukou_local": True}, about=["R-12"]) is None
    assert ask({"age": 60}, about=["R-12"]) is None


def test_a_question_answered_with_not_sure_is_not_put_again():
    assert ask({"age": 86}, about=["R-12"], asked={"hukou_local"}) is None


def test_property_is_asked_in_one_breath_and_then_one_by_one():
    told = {"household_size": 3, "household_income_month": 800, "hukou_local": True}
    told |= {"obligors_apart": False, "deposits": 0, "receives": []}
    first = ask(told, about=["R-05"])
    assert first.question.name == "property"
    assert first.question.answer("没有") == {
        "vehicles": 0,
        "has_business": False,
        "houses": {"min": 0, "max": 1},
    }
    assert first.question.answer("有") == {} and first.question.answer("也许") is None
    none = dict(first.question.answer("没有"))
    assert {v.id: v.verdict for v in eligible(told | none, STD)}["R-05"] == "yes"
    second = ask(told, about=["R-05"], asked={"property"})
    assert second.question.name in ("vehicles", "has_business", "houses")


def test_what_a_bound_family_is_known_for_is_not_asked():
    put = answered({"receives": ["dibao"], "hukou_local": True, "age": 70})
    assert not {"status", "hukou_local", "family_hukou_local", "age"} & set(put)


def test_nobody_is_asked_whether_somebody_has_died_or_is_in_prison():
    named = {fact for question in questions() for fact in question.facts}
    assert not named & {"deceased", "away", "refusals_6m", "cpi_yoy", "special_elder"}


@pytest.mark.parametrize(
    ("told", "never"),
    [
        ({"age": 86}, {"student_stage", "grad_months", "able_to_work", "parents_gone"}),
        ({"age": 7}, {"assessed", "own_income", "able_to_work", "dementia"}),
        ({"disability_grade": 0}, {"disability_kind"}),
        ({"hukou_local": True}, {"residence_permit"}),
        ({"obligors_apart": False}, {"obligor_income", "obligor_members", "obligor_exempt"}),
        ({"houses": 1}, {"house_area"}),
    ],
)
def test_questions_that_make_no_sense_are_not_put(told, never):
    assert not never & set(answered(told))


def test_the_second_person_of_a_family_has_questions_too():
    told = {"facts": {"relation": "father", "age": 70}}
    told["others"] = [{"relation": "child", "age": 10, "disability_grade": 1}]
    found = ask(told, about=["R-18"], asked={"status"})
    assert found.who == "child" and found.key.endswith("@1")


def test_questions_speak_of_the_person_asked_about():
    question = ALL["hukou_local"]
    assert question.text(who="您母亲", city="平湖") == "您母亲户口在平湖吗？"
    assert question.text(city="平湖") == "您户口在平湖吗？"
    assert question.text("en", city="Pinghu") == "Are you registered in Pinghu?"
    assert question.text("en", who="your mother", city="Pinghu") == (
        "Is your mother registered in Pinghu?"
    )


@pytest.mark.parametrize(
    ("test", "known", "said"),
    [
        ("age<18", {"age": 17}, True),
        ("age<18", {"age": 18}, False),
        ("age<18", {}, None),
        ("!hukou_local", {"hukou_local": False}, True),
        ("!hukou_local", {}, None),
        ("status=dibao", {"status": "dibao"}, True),
        ("status=dibao", {"status": "edge"}, False),
        ("a&b", {"a": True, "b": False}, False),
        ("a&b", {"a": True}, None),
        ("student_stage", {"student_stage": "none"}, False),
    ],
)
def test_preconditions(test, known, said):
    assert holds(test, known.get) is said


def test_a_report_of_a_new_job_asks_for_the_wage_and_the_months():
    told = {"receives": ["dibao"], "household_size": 3, "household_income_month": 800}
    told |= {"obligors_apart": False, "new_wage": None}
    assert ask(told, about=["R-06"]).question.name == "new_wage"
    assert ask(told | {"new_wage": 8000}, about=["R-06"]).question.name == "job_months"
