"""What people and programs tell, read into facts: names, units, ranges, and what follows."""

import json
import re
from datetime import date

import pytest

from core.rules import BadFact, Range, stated
from core.rules.engine.stated import TRANSLATE, aliases

RESIDENT_KEYS = """relation age household_size household_income_month person_income_month
income_year deposits has_car car_value houses disability_grade disability_kind illness
medical_selfpaid_year medical_selfpaid_month bedridden lives_alone can_work unemployed_months
graduated_years_ago student_stage hukou_local widowed divorced orphan receives town"""
DOSSIER_KEYS = """H.n_members H.income_month_items H.pc_income H.fin_assets H.houses H.vehicles
H.businesses H.status H.hukou_in_city H.rigid_exp_12m H.income_12m P.age P.sex P.dis_kind
P.dis_level P.selfcare P.labor P.employed P.grad_date P.in_school P.ill_major P.support_from"""


def home(**told):
    return stated(told).household


def me(**told):
    return stated(told).people[0].facts


@pytest.mark.parametrize("key", re.findall(r"\S+", f"{RESIDENT_KEYS} {DOSSIER_KEYS}"))
def test_every_promised_name_is_understood(key):
    assert key in aliases() or key in TRANSLATE


def test_money_is_told_in_yuan_and_kept_in_fen():
    found = home(household_income_month=800.5, deposits=2)
    assert (found["income_month"], found["fin_assets"]) == (80050, 200)


def test_a_range_stays_a_range():
    assert me(age={"min": 80, "max": 89})["age"] == Range(80, 89)
    assert home(deposits={"min": 1}) == home(deposits={"min": 1, "max": None})


def test_both_names_tell_the_same():
    told = stated({"H": {"n_members": 3, "status": "dibao"}, "P": {"age": 22, "dis_level": 2}})
    flat = stated({"household_size": 3, "receives": ["dibao"], "age": 22, "disability_grade": 2})
    assert (
        told
        == flat
        == stated({"H.n_members": 3, "H.status": "dibao", "P.age": 22, "P.dis_level": 2})
    )


def test_income_per_head_of_the_family_and_income_of_a_person_are_told_apart():
    assert home(relation="family", person_income_month=1200)["pc_income"] == 120000
    assert me(relation="mother", person_income_month=280)["own_income"] == 28000


def test_who_lives_alone_is_a_household_of_one_with_the_own_income():
    found = stated({"relation": "mother", "lives_alone": True, "person_income_month": 280})
    assert found.household["n_members"] == 1
    assert found.household["income_month"] == 28000


def test_a_months_bills_become_a_range_for_the_year():
    assert me(medical_selfpaid_month=3000)["med_year"] == Range(300000, 3600000)


def test_bedridden_needs_help_and_a_kind_without_a_grade_is_any_grade():
    assert me(bedridden=True)["selfcare"] == Range(1, 2)
    assert me(disability_grade=0, disability_kind=None)["disability_level"] == 0
    assert me(disability_grade=0)["disability_kind"] == "none"
    assert me(disability_kind="肢体")["disability_level"] == Range(1, 4)


def test_the_strongest_list_counts_and_an_empty_list_means_none():
    assert home(receives=["dibao_edge", "dibao"])["status"] == "dibao"
    assert home(receives=[])["status"] == "none"
    assert "status" not in home(receives=["disability_care_subsidy"])
    assert me(receives=["disability_care_subsidy"])["gets_disability_care_subsidy"] is True


def test_illnesses_that_are_grave_by_name():
    assert me(illness="尿毒症")["major_illness"] is True
    assert me(illness=["高血压", "肺癌"])["major_illness"] is True
    assert "major_illness" not in me(illness="高血压")
    assert me(illness="痴呆")["dementia"] is True


def test_graduation_is_counted_in_months():
    found = stated({"P": {"grad_date": "2021-07-16"}}, date(2022, 7, 15))
    assert found.people[0].facts["grad_months"] == 11
    assert me(graduated_years_ago=3.5)["grad_months"] == 42


def test_relatives_who_owe_support():
    son = {"income": 12000, "members": 3, "exempt": False}
    found = home(**{"P.support_from": [son]})
    assert found["obligors_apart"] is True and found["obligor_income"] == 1200000
    assert home(**{"P.support_from": []})["obligors_apart"] is False
    assert home(obligor_income=5000)["obligors_apart"] is True


def test_others_are_people_of_the_family_unless_somebody_lives_alone():
    told = {
        "relation": "father",
        "age": 79,
        "others": [{"relation": "mother", "disability_grade": 1}],
    }
    assert [p.who for p in stated(told).people] == ["father", "mother"]
    assert [p.who for p in stated(told | {"lives_alone": True}).people] == ["father"]


def test_a_family_of_whom_only_others_are_described_is_those_others():
    told = {"facts": {"relation": "family", "household_size": 4}, "others": [{"relation": "child"}]}
    child = {"facts": told["facts"], "others": [{"relation": "child", "student_stage": "senior"}]}
    assert [p.who for p in stated(child).people] == ["child"]


def test_what_is_taken_for_granted_is_listed_and_can_be_told_otherwise():
    assert {"wages", "new_wage", "deceased", "away"} <= set(stated({}).taken)
    told = stated({"new_wage": 3200, "age": 70})
    assert "new_wage" not in told.taken and "student_stage" in told.taken
    assert told.people[0].facts["student_stage"] == "none"
    assert me(age=70, student_stage="college")["student_stage"] == "college"
    assert home(new_wage=None)["new_wage"] is None


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"foo": 1}, "不认识“foo”"),
        ({"householdsize": 1}, "是不是想写“household_size”"),
        ({"age": "八十"}, "“age”"),
        ({"age": -1}, "合理的数"),
        ({"age": True}, "合理的数"),
        ({"deposits": 1e15}, "合理的数"),
        ({"deposits": float("nan")}, "合理的数"),
        ({"hukou_local": "在"}, "true 或 false"),
        ({"hukou_local": {"min": 1}}, "范围"),
        ({"houses": {"min": 3, "max": 1}}, "范围反了"),
        ({"houses": {"about": 3}}, "min"),
        ({"disability_kind": "不知道"}, "只能写"),
        ({"receives": "dibao"}, "列表"),
        ({"P.grad_date": "去年"}, "日期"),
        ({"facts": [1]}, "JSON 对象"),
        ({"graduated_years_ago": "两年"}, "要写一个数"),
        ([1], "JSON 对象"),
    ],
    ids=lambda value: json.dumps(value, ensure_ascii=False)[:30],
)
def test_bad_input_gets_one_sentence(told, words):
    with pytest.raises(BadFact) as problem:
        stated(told)
    sentence = str(problem.value)
    assert words in sentence and sentence.endswith(("。", "？")) and "\n" not in sentence
