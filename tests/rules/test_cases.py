"""The twenty numeric cases of the dossier, each through the same door as a chat."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.city import Standards, load_city
from core.city.standards import Value
from core.rules import eligible
from core.rules.temporary_assistance import special_limit
from core.rules.words import edge_line
from tests.rules.families import standards

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "data" / "rule_cases.json").read_text("utf-8"))
}
STD = standards(date(2022, 7, 15))
LU = {"household_size": 3, "household_income_month": 800, "receives": ["dibao"]}
LU |= {"obligors_apart": False}
MONTHS = re.compile(r"(\d{4}-\d\d) (-?[\d.]+)/(-?[\d.]+)")


def changed(std: Standards, **values) -> Standards:
    """The same city with other values of some parameters."""
    parameters = dict(std.parameters)
    for name, value in values.items():
        old = parameters[name]
        dated = Value(value, date(2000, 1, 1), None, "law", "another city")
        parameters[name] = replace(old, values=(dated,))
    return Standards(std.at, parameters)


def verdict(rule: str, told: dict, std: Standards = STD):
    return {v.id: v for v in eligible(told, std)}[rule]


def grant(rule: str, told: dict, std: Standards = STD) -> float:
    amount = verdict(rule, told, std).amount
    assert amount.low == amount.high
    return amount.low


def job(wage: int, months: int) -> dict:
    return LU | {"new_wage": wage, "job_months": months}


def test_c01_a_family_of_three_with_800_yuan():
    assert grant("R-05", LU) == int(CASES["C01"]["expected"])


def test_c02_wages_of_3200_are_disregarded_whole():
    assert grant("R-06", job(3200, 3)) == int(CASES["C02"]["expected"])


def test_c03_after_the_disregard_the_cost_of_work_is_deducted():
    assert grant("R-06", job(3200, 12)) == int(CASES["C03"]["expected"])


def test_c04_without_that_deduction_the_family_is_low_income_edge():
    std = changed(STD, work_cost_deduct_ratio=0)
    told = job(3200, 12) | {"receives": [], "hukou_local": True, "deposits": 0, "has_car": False}
    found = verdict("R-08", told | {"houses": 1, "has_business": False}, std)
    income = next(b for b in found.because if b.id == "income")
    assert found.verdict == "yes"
    assert (income.value, income.limit) == (1333.33, 1605)


def test_c05_only_three_standards_a_month_are_disregarded():
    assert grant("R-06", job(5000, 3)) == int(CASES["C05"]["expected"])


def test_c06_the_low_income_line():
    assert edge_line(STD) == float(CASES["C06"]["expected"]) * 100


def test_c07_the_line_is_capped_by_the_minimum_wage():
    assert edge_line(changed(STD, edge_ratio=2.0)) == int(CASES["C07"]["expected"]) * 100


SON = {"obligor_members": 3, "supported": 2, "obligor_exempt": False}


def test_c08_what_a_son_owes_each_parent():
    assert grant("R-03", SON | {"obligor_income": 12000}) == float(CASES["C08"]["expected"])


def test_c09_below_the_line_a_son_owes_nothing():
    assert grant("R-03", SON | {"obligor_income": 6000}) == float(CASES["C09"]["expected"])
    assert verdict("R-03", SON | {"obligor_income": 6000}).verdict == "no"


def test_c10_temporary_aid_for_two_people():
    assert verdict("R-11", {"household_size": 2}).amount.high == int(CASES["C10"]["expected"])


def test_c11_and_its_ceiling_in_particular_hardship():
    assert special_limit(STD, 2) == int(CASES["C11"]["expected"]) * 100


@pytest.mark.parametrize("case", ["C12", "C13"])
def test_c12_c13_the_care_bed_is_paid_up_to_its_ceiling(case):
    cost = int(re.search(r"\d+", CASES[case]["input"])[0])
    assert grant("R-28", {"works_cost": cost}) == int(CASES[case]["expected"])


def test_c14_the_monthly_standard_of_tekun():
    assert grant("R-07", {}) == float(CASES["C14"]["expected"])


def test_c15_the_living_subsidy_is_a_share_of_the_standard_and_not_told_as_fact():
    assert grant("R-14", {}) == float(CASES["C15"]["expected"])
    assert verdict("R-14", {}).amount.said() == "以镇街认定为准"


def prices(month: str, cpi: str, food: str) -> str:
    told = {"receives": ["dibao"], "cpi_yoy": cpi, "food_yoy": food}
    return verdict("R-25", told, standards(date.fromisoformat(f"{month}-15"))).verdict


def test_c16_prices_of_2022_start_the_subsidy_four_times():
    series = MONTHS.findall(CASES["C16"]["input"])
    assert len(series) == 12
    assert [m for m, cpi, food in series if prices(m, cpi, food) == "yes"] == CASES["C16"][
        "expected"
    ]


def test_c17_in_september_the_lower_trigger_holds():
    assert (prices("2022-09", "3.1", "2.0") == "yes") is CASES["C17"]["expected"]


def test_c18_in_july_it_does_not():
    assert (prices("2022-07", "3.1", "2.0") == "yes") is CASES["C18"]["expected"]


def test_c19_no_yuan_is_won_by_rounding_per_head():
    std = changed(STD, dibao_std=632)
    told = {"household_size": 3, "household_income_month": 1894, "obligors_apart": False}
    assert grant("R-05", told, std) == int(CASES["C19"]["expected"])


def test_c20_three_refusals_are_a_hint_to_people_and_change_nothing():
    told = LU | {"can_work": True, "unemployed_months": 8}
    before, after = eligible(told, STD), eligible(told | {"refusals_6m": 3}, STD)
    assert [v.verdict for v in before] == [v.verdict for v in after]
    assert [v.amount for v in before] == [v.amount for v in after]
    hints = {v.id: v.hints for v in after if v.hints}
    assert list(hints) == ["R-23"]
    assert "系统不减发" in hints["R-23"][0]


def test_another_citys_parameters_change_the_answers_without_code():
    rich = changed(STD, dibao_std=2000, edge_ratio=2.0, min_wage_month=9999)
    told = {"household_size": 3, "household_income_month": 4000, "hukou_local": True}
    told |= {"receives": [], "deposits": 0, "has_car": False, "houses": 1}
    told |= {"has_business": False, "obligors_apart": False}
    assert verdict("R-05", told).verdict == "no"
    assert verdict("R-05", told, rich).verdict == "yes"
    assert grant("R-05", told, rich) == 2000
    by_share = changed(STD, support_formula="percent_of_standard", support_excess_rate=0.1)
    assert grant("R-03", SON | {"obligor_income": 12000}, by_share) == 107
    assert load_city().standards(STD.at).parameters == STD.parameters
