"""R-02 and R-03 by the numbers of the rule cards."""

from datetime import date

import polars as pl
import pytest

from core.household.support import by_formula
from core.variables import features
from tests.variables import lu
from tests.variables.world import AT, World, standards

START = date(2022, 6, 1)


def paid(wage, month=date(2022, 6, 1), person=lu.JIE):
    return lu.of(person, tax_month=month, wage=wage)


def lu_with(at=AT, **more):
    return features(lu.before().later(at, **more), standards(at), [lu.HOME]).households.row(
        0, named=True
    )


@pytest.mark.parametrize(
    ("wage", "counted"),
    [(3_200_00, 0), (3_210_00, 0), (3_211_00, 1_00), (5_000_00, 1_790_00)],
)
def test_a_new_wage_is_disregarded_up_to_three_standards(wage, counted):
    row = lu_with(P11_01=[paid(wage)])
    assert row["income_eased"] == 801_00 + counted
    assert row["pc_income"] == (801_00 + counted) // 3
    assert row["income_gross"] == 2 * 688_50 + wage, "what comes in is told in full"


@pytest.mark.parametrize(
    ("at", "counted"),
    [(date(2023, 5, 31), 0), (date(2023, 6, 1), 3_200_00 - 960_00)],
)
def test_after_twelve_months_only_the_cost_of_working_is_deducted(at, counted):
    months = [date(2022 + (5 + n) // 12, (5 + n) % 12 + 1, 1) for n in range(12)]
    pensions = [lu.pension(p) | {"pay_month": date(2023, 4, 1)} for p in (lu.SHUIGEN, lu.WIFE)]
    row = lu_with(at, P11_01=[paid(3_200_00, m) for m in months], P03_01=pensions)
    assert row["income_eased"] == 801_00 + counted


def test_a_wage_from_before_dibao_is_not_disregarded():
    months = [date(2021, m, 1) for m in range(7, 13)] + [date(2022, m, 1) for m in range(1, 7)]
    fresh = [{**lu.BEFORE["P01_01"][0], "start_date": date(2022, 1, 1)}]
    world = (
        lu.before()
        .without("P01-01")
        .later(AT, P01_01=fresh, P11_01=[paid(3_200_00, m) for m in months])
    )
    row = features(world, standards(), [lu.HOME]).households.row(0, named=True)
    assert row["income_eased"] == 801_00 + 3_200_00 - 960_00


def test_who_left_work_and_found_a_new_job_starts_from_the_first_wage_of_the_year():
    months = [date(2021, 9, 1), date(2022, 6, 1)]
    world = lu.before().later(AT, P11_01=[paid(3_200_00, m) for m in months])
    found = features(world, standards(), [lu.HOME]).persons.filter(person=lu.JIE)
    assert found["disregard_until"].item() == date(2022, 9, 1)


def test_the_basic_pension_does_not_count():
    row = lu_with()
    assert (row["income_gross"], row["income_eased"]) == (2 * 688_50, 2 * 400_50)


def test_costs_of_illness_are_deducted_for_the_sick_and_the_disabled_only():
    stay = lu.of(
        lu.WIFE, admit_date=date(2022, 5, 1), settle_date=date(2022, 5, 9), self_pay=1_200_00
    )
    well = lu_with(P04_02=[stay])
    ill = lu_with(P04_02=[stay], P05_02=[lu.of(lu.WIFE, diagnosed_at=date(2020, 1, 1))])
    assert well["pc_income"] == 267_00
    assert ill["pc_income"] == (801_00 - 100_00) // 3


def test_work_without_known_pay_leaves_the_income_open():
    insured = lu.of(lu.JIE, identity="职工", pay_month=date(2022, 6, 1), start_date=START)
    row = lu_with(P03_03=[insured])
    assert row["income_eased"] is None
    assert row["pc_income"] == 250_00, "the town's own finding stands meanwhile"
    assert row["income_least"] == 801_00


@pytest.mark.parametrize(
    ("income", "expect"), [(12_000_00, 1_395_00), (6_000_00, 0), (6_420_00, 0), (6_420_04, 1)]
)
def test_support_from_a_son_with_a_family_of_three_for_two_parents(income, expect):
    income, members, parents = (pl.lit(n, pl.Int64) for n in (income, 3, 2))
    amount = by_formula(standards(), income, members, parents)
    assert pl.select(amount).item() == expect


def parents_and_son(**more):
    return World(
        everything=True,
        P02_01=[
            {"person": p, "household": h, "birth_date": b, "sex": s, "status": "正常"}
            for p, h, b, s in (
                ("old-man", "old", date(1950, 1, 1), "男"),
                ("old-woman", "old", date(1952, 1, 1), "女"),
                ("son", "young", date(1980, 1, 1), "男"),
                ("wife", "young", date(1982, 1, 1), "女"),
                ("child", "young", date(2015, 1, 1), "男"),
            )
        ],
        P02_02=[
            {
                "person": "son",
                "household": "young",
                "father_id": "old-man",
                "mother_id": "old-woman",
            },
            {"person": "child", "household": "young", "father_id": "son", "mother_id": "wife"},
        ],
        P11_01=[
            {"person": p, "tax_month": date(2022, m, 1), "wage": 6_000_00}
            for p in ("son", "wife")
            for m in range(1, 7)
        ],
        **more,
    )


def support_of(world, home="old"):
    return features(world, standards(), [home]).households["support"].item()


def test_a_childs_family_owes_half_of_what_it_has_above_two_standards_a_head():
    assert support_of(parents_and_son()) == 2 * 1_395_00
    assert support_of(parents_and_son(), "young") == 0


def test_a_family_on_assistance_owes_nothing():
    poor = [{"household": "young", "status": "在册", "valid_to": date(2022, 12, 31)}]
    assert support_of(parents_and_son(P01_03=poor)) == 0


def test_the_severely_disabled_owe_nothing():
    cert = {"person": "son", "status": "有效", "kind": "肢体", "level": 1}
    assert support_of(parents_and_son(P10_01=[cert])) == 0


def test_a_judgment_counts_as_it_says():
    judged = {
        "payer_id": "son",
        "payee_id": "old-man",
        "amount": 500_00,
        "from_date": date(2021, 1, 1),
    }
    assert support_of(parents_and_son(M27_02=[judged])) == 500_00 + 1_395_00


def test_a_judgment_for_a_child_counts_whoever_has_to_pay():
    judged = {"payer_id": "far away", "payee_id": "child", "amount": 800_00}
    assert support_of(parents_and_son(M27_02=[judged]), "young") == 800_00


def test_an_agreement_replaces_the_formula():
    agreed = {
        "person": "old-man",
        "agreement": True,
        "support_fee": 300_00,
        "mediated_at": date(2022, 1, 1),
    }
    assert support_of(parents_and_son(M14_03=[agreed])) == 300_00 + 1_395_00


def test_support_is_income_of_the_parents():
    row = features(parents_and_son(), standards(), ["old"]).households.row(0, named=True)
    assert row["income_shared"] == 2 * 1_395_00
