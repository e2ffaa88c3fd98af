"""Families from department records: exactly the inputs the portrait was calibrated with."""

import polars as pl
import pytest

from core.portrait import GREEN, POINT, RED, portrait
from core.variables import features, variables
from tests.variables import lu, zhang
from tests.variables.world import standards

CALM = {
    "n_severe_dis": 0,
    "n_dis": 0,
    "n_disabled_full": 0,
    "n_disabled_semi": 0,
    "n_missing_benefits": 0,
    "n_uninsured": 0,
    "utility_cut": False,
    "kwh_month": 90,
    "n_missing_appl": 0,
    "shock_fire": "none",
    "shock_accident": "none",
    "shock_illness": "none",
    "shock_breadwinner": "none",
    "shock_disaster": "none",
    "shock_cost_ratio": 0,
    "sole_carer_lost": False,
    "weak_support": False,
    "alarm_open": False,
    "unattended": False,
    "crisis": False,
    "shock_recent": False,
    "med_share": 0,
    "n_major_ill": 0,
    "n_long_treat": 0,
    "med_aid_missing": False,
    "edu_share": 0,
    "n_student_unaided": 0,
    "rehab_share": 0,
    "ltc_uncovered": False,
    "housing_share": 0,
    "debt_exec": False,
    "arrears": False,
    "n_cognitive": 0,
    "need_care": False,
    "carer": "ok",
    "n_care_services": 0,
    "care_gap": False,
    "elder_alone": False,
    "elder_empty_nest": False,
    "n_elder80": 0,
    "n_elder60": 2,
    "n_child_hard": 0,
    "n_child_weak": 0,
    "child_risk": "none",
    "hazard_open": False,
    "adapt_missing": False,
    "asset_income_m": 0,
    "care_tied": False,
    "rigid_share": 0,
    "special_elder": False,
    "asset_ok": True,
    "status": "dibao",
    "low_income": True,
    "n_members": 3,
    "housing_grade": "A",
    "homeless_or_rent": False,
    "n_labor": 1,
    "all_dependent": False,
    "dibao_std": 1_070_00,
}
BEFORE = CALM | {
    "pc_income": 267_00,
    "labor_income_share": 0,
    "liquid_pc": 900_00,
    "pc_after_rigid": 267_00,
    "days_since_contact": 20,
    "n_employed": 0,
    "grad_idle_months": 12,
    "unstable": "none",
    "skill": "degree_only",
    "trained_12m": False,
    "job_registered": False,
}
AFTER = CALM | {
    "pc_income": 1_800_00,
    "labor_income_share": 8_500,
    "liquid_pc": 1_500_00,
    "pc_after_rigid": 1_800_00,
    "days_since_contact": 10,
    "n_employed": 1,
    "grad_idle_months": 0,
    "unstable": "mid",
    "skill": "cert",
    "trained_12m": True,
    "job_registered": True,
}


def of(world, home, **more):
    missed = pl.DataFrame({"household": [home], "n_entitled_not_received": [0]})
    found = features(world, standards(world.at), [home], entitlements=missed, **more).households
    assert found.height == 1
    return found


def row_of(world, home, **more):
    return of(world, home, **more).row(0, named=True)


@pytest.mark.parametrize(("world", "expected"), [(lu.before(), BEFORE), (lu.after(), AFTER)])
def test_departments_files_give_the_inputs_of_the_calibrated_family(world, expected):
    row = row_of(world, lu.HOME)
    assert set(expected) == set(variables())
    assert {name: row[name] for name in expected} == expected
    unknown = {n: v for n, v in row.items() if n.endswith("_unknown") and n[:-8] in expected and v}
    assert not unknown


@pytest.mark.parametrize(
    ("world", "points", "colour"), [(lu.before(), 70, RED), (lu.after(), 20, GREEN)]
)
def test_the_portrait_of_the_lu_family_is_the_one_in_the_newspaper(world, points, colour):
    seen = portrait(of(world, lu.HOME), standards(world.at)).row(0, named=True)
    assert [letter for letter in "ABCDE" if seen[f"{letter}_gate"]] == ["D", "E"]
    assert (seen["E_score_low"], seen["E_score_high"]) == (points * POINT, points * POINT)
    assert (seen["E_colour_low"], seen["D_colour_low"]) == (colour, GREEN)


# With nobody able to work, skills and courses are nobody's; the dossier fills in a default there.
ZHANG = CALM | {
    "n_members": 2,
    "pc_income": 300_00,
    "labor_income_share": 0,
    "liquid_pc": 800_00,
    "n_labor": 0,
    "n_employed": 0,
    "all_dependent": True,
    "n_severe_dis": 1,
    "n_dis": 1,
    "n_disabled_full": 1,
    "n_elder60": 1,
    "rehab_share": None,
    "rigid_share": None,
    "pc_after_rigid": None,
    "need_care": True,
    "carer": "frail",
    "hazard_open": True,
    "adapt_missing": True,
    "days_since_contact": 40,
    "grad_idle_months": 0,
    "unstable": "none",
    "job_registered": True,
}
HELPED = ZHANG | {
    "rehab_share": 1_000,
    "rigid_share": 1_000,
    "pc_after_rigid": 270_00,
    "n_care_services": 3,
    "hazard_open": False,
    "days_since_contact": 5,
}


def test_mr_zhang_before_any_service():
    row = row_of(zhang.before(), zhang.HOME)
    assert {name: row[name] for name in ZHANG} == ZHANG


def test_mr_zhang_after_the_joint_team_came_and_somebody_asked_what_rehabilitation_costs():
    told = pl.DataFrame({"household": [zhang.HOME], "rehab_share": [1_000]})
    row = row_of(zhang.after(), zhang.HOME, told=told)
    assert {name: row[name] for name in HELPED} == HELPED
