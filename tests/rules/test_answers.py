"""What a verdict tells: three answers, every condition with its source, amounts, papers, words."""

from datetime import date

import pytest

from core.rules import AS_DECIDED, FIRST_LOOK, about, eligible, next_question, papers_for, rules
from core.rules.engine.shelf import all_rules
from tests.city.elsewhere import wanghu
from tests.rules.families import standards
from tests.rules.test_cases import changed

SUMMER, LATER = standards(date(2022, 7, 15)), standards(date(2023, 7, 15))
MOTHER = {"relation": "mother", "age": 86, "lives_alone": True, "hukou_local": True}
POOR = {"household_size": 3, "household_income_month": 2000, "hukou_local": True}
POOR |= {"deposits": 5000, "houses": 1, "has_car": False, "has_business": False}
POOR |= {"obligors_apart": False, "receives": []}


def found(told, std=LATER):
    return {v.id: v for v in eligible(told, std)}


def test_every_rule_answers_once_in_the_order_of_the_cards():
    assert [v.id for v in eligible({}, SUMMER)] == list(rules(SUMMER.at))


def test_a_poor_family_gets_a_yes_with_every_condition_and_its_source():
    verdict = found(POOR)["R-05"]
    assert verdict.verdict == "yes"
    told = {b.id: b for b in verdict.because}
    assert list(told) == [
        "family_hukou",
        "income",
        "support",
        "savings",
        "houses",
        "vehicles",
        "business",
    ]
    assert (told["income"].value, told["income"].limit, told["income"].holds) == (
        666.66,
        1070,
        True,
    )
    assert all(b.source and b.since and b.tag for b in verdict.because)
    assert verdict.amount.said() == "1,210 元/月"
    assert verdict.ask == () and verdict.change() == []


def test_a_no_says_what_would_change_it():
    verdict = found(POOR | {"has_car": True})["R-05"]
    assert verdict.verdict == "no"
    assert verdict.change() == ["车卖了、报废了，或者核实只是挂名"]
    assert "scrapped" in verdict.change("en")[0]
    assert verdict.amount is None


def test_what_is_missing_is_named_and_nothing_is_dropped():
    verdict = found(POOR | {"deposits": None})["R-05"]
    assert (verdict.verdict, verdict.ask) == ("unknown", ("fin_assets",))
    assert [b.id for b in verdict.because if b.holds is None] == ["savings"]


def test_a_range_is_decided_where_both_ends_agree():
    assert (
        found(POOR | {"household_income_month": {"min": 1000, "max": 3209}})["R-05"].verdict
        == "yes"
    )
    torn = found(POOR | {"household_income_month": {"min": 1000, "max": 3210}})["R-05"]
    assert (torn.verdict, torn.ask) == ("unknown", ("income_month",))
    assert torn.because[1].value == {"min": 333.33, "max": 1070}
    assert torn.amount.said() == "最高 2,210 元/月"


def test_a_rule_not_yet_in_force_is_not_promised():
    before, after = found(MOTHER, SUMMER)["R-12"], found(MOTHER)["R-12"]
    assert (before.verdict, after.verdict) == ("no", "yes")
    (why,) = before.because
    assert (why.id, why.limit, why.holds) == ("in_force", "2023-01-01", False)
    assert before.ask == () and before.amount is None


def test_the_version_of_a_rule_follows_the_day():
    day = date(2024, 11, 1)
    assert rules(date(2024, 10, 31))["R-10"].name == "expenditure_hardship"
    assert rules(day)["R-10"].name == "rigid_expenditure"
    assert sum(rule.id == "R-10" for rule in all_rules()) == 2
    assert found({}, standards(day))["R-10"].name.startswith("刚性支出")


def test_a_day_without_parameters_cannot_be_told_and_says_why():
    verdict = found(POOR, standards(date(2021, 6, 1)))["R-05"]
    assert (verdict.verdict, verdict.ask) == ("unknown", ())
    assert "dibao_std" in verdict.because[0].title


def test_an_assumed_amount_is_never_told_as_fact():
    for std in (SUMMER, LATER, standards(date(2024, 12, 1))):
        for verdict in eligible(POOR | MOTHER | {"disability_grade": 1}, std):
            if verdict.amount and verdict.amount.assumed:
                assert verdict.amount.said() == AS_DECIDED["zh"]
                assert verdict.amount.data()["tag"] == "assumed"
            for because in verdict.because:
                if because.assumed:
                    assert because.limit_said() == AS_DECIDED["zh"]
    allowance = found(MOTHER)["R-12"].amount
    assert allowance.assumed and allowance.said("en") == AS_DECIDED["en"]


def test_an_amount_becomes_fact_with_its_parameter():
    checked = changed(LATER, elder_80=60, elder_90=120)
    assert found(MOTHER, checked)["R-12"].amount.said() == "60 元/月"


def test_wages_count_as_fact_only_within_the_months_the_law_guarantees():
    told = {"household_size": 3, "household_income_month": 800, "receives": ["dibao"]}
    told |= {"obligors_apart": False, "new_wage": 3200}
    assert found(told | {"job_months": 5})["R-06"].amount.said() == "2,410 元/月"
    assert found(told | {"job_months": 6})["R-06"].amount.said() == AS_DECIDED["zh"]
    notes = found(told | {"job_months": 1})["R-06"].notes()
    assert notes[0] == "上班头 6–12 个月，每月工资里 3,210 元以内的不算收入"


def test_the_disregard_is_capped_to_the_yuan():
    told = {"household_size": 3, "household_income_month": 800, "receives": ["dibao"]}
    told |= {"obligors_apart": False, "job_months": 3}
    grants = [found(told | {"new_wage": w})["R-06"].amount.low for w in (3210, 3211)]
    assert grants == [2410, 2409]


def test_who_is_on_dibao_is_not_judged_again():
    verdict = found({"receives": ["dibao"], "household_income_month": 9000, "household_size": 1})[
        "R-05"
    ]
    assert (verdict.verdict, verdict.receiving, verdict.ask) == ("yes", True, ())


def test_of_several_people_the_one_a_rule_fits_best_is_named():
    told = {"facts": {"relation": "father", "age": 87, "receives": ["dibao"]}}
    told["others"] = [{"relation": "child", "student_stage": "senior"}]
    assert found(told)["R-21"].who == "child"
    assert found(told)["R-21"].verdict == "yes"
    assert found(told)["R-12"].who == "father"
    assert found(told)["R-05"].who == "family"


def test_what_offices_look_up_themselves_need_not_be_brought():
    verdict = found(POOR)["R-05"]
    assert "户口簿" not in verdict.documents()
    assert "household_book" in [p.name for p in verdict.papers]
    assert verdict.where()[0] == "镇街社会救助窗口"
    assert [o.unit for o in verdict.rule.card.where] == ["town", "town", "village"]
    assert verdict.days() == "镇街调查 15 个工作日，公示 7 天，批准 5 个工作日"


def test_in_english_nothing_is_left_in_chinese():
    for verdict in eligible(POOR | MOTHER, LATER):
        words = [*verdict.documents("en"), *verdict.where("en"), verdict.days("en")]
        words += [*verdict.sign("en"), *verdict.notes("en"), verdict.gives("en")]
        words += [b.label("en") for b in verdict.because]
        assert not [
            w for w in words if any("\u4e00" <= c <= "\u9fff" for c in w.replace("救助一件事", ""))
        ]


def test_no_sentence_speaks_of_not_qualifying():
    assert "以镇街认定为准" in FIRST_LOOK["zh"]
    for verdict in eligible({}, LATER):
        assert "不符合" not in str(verdict.data())


def test_savings_are_held_against_the_limit_to_the_fen():
    assert found(POOR | {"deposits": 77040})["R-04"].verdict == "yes"
    assert found(POOR | {"deposits": 77040.01})["R-04"].verdict == "no"


@pytest.mark.parametrize(("income", "dibao", "edge"), [(2447, "yes", "no"), (2448, "no", "yes")])
def test_another_city_answers_by_its_own_parameters(income, dibao, edge):
    lake = wanghu().standards(SUMMER.at)
    there = found(POOR | {"household_income_month": income}, lake)
    assert (there["R-05"].verdict, there["R-08"].verdict) == (dibao, edge)
    here = found(POOR | {"household_income_month": income}, SUMMER)
    assert here["R-05"].verdict == "yes"


def test_another_citys_formula_of_support_and_its_unproved_numbers():
    lake, son = wanghu().standards(SUMMER.at), {"obligor_income": 12000, "obligor_members": 3}
    told = son | {"supported": 2, "obligor_exempt": False}
    assert found(told, lake)["R-03"].amount.low == 204
    assert found(told, SUMMER)["R-03"].amount.low == 1395
    assert found(POOR, lake)["R-05"].amount.said() == AS_DECIDED["zh"]


def test_a_question_names_its_facts_and_buttons_for_programs():
    question = next_question(eligible({}, LATER))
    data = question.data("平湖")
    assert data["variable"] == "status"
    assert data["answers"][-1] == "不清楚"
    assert data["facts"] == ["status"] and "R-24" in data["for"]


def test_a_condition_is_said_with_what_is_known_and_the_line():
    income = next(b for b in found(POOR)["R-05"].because if b.id == "income")
    assert income.said() == "人均月收入低于低保标准（666.66 元/人·月，线：1,070）"
    assert income.said("en").endswith("(666.66 yuan a head and month, line: 1,070)")
    savings = next(b for b in found(POOR)["R-05"].because if b.id == "savings")
    assert savings.said() == "存款、理财在限额以内（5,000 元，线：以镇街认定为准）"


def test_an_answer_can_be_explained_later():
    data = found(POOR)["R-05"].data()
    assert data["parameters"]["dibao_std"] == "2022-01-01"
    assert (data["since"], data["until"]) == ("2014-11-01", None)
    assert data["checked"] >= "2026-11-24"


def test_papers_for_several_benefits_are_collected_once():
    chosen = [found(POOR)[r] for r in ("R-05", "R-11")]
    names = [p.name for p in papers_for(chosen)]
    assert names == ["application", "check_consent", "promise", "id_card", "event_proof"]


def test_topics_lead_to_rules():
    assert about(["dibao"], SUMMER.at) == ["R-05", "R-09"]
    assert about(["disability_care_subsidy", "housing"], SUMMER.at) == ["R-15", "R-22"]
