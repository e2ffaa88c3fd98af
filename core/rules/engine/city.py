"""The facts of a whole city, out of the frames of `core.variables.features`.

Income is counted there as R-02 and R-03 say (support from relatives included), so nobody in these
frames has relatives whose support is still to be added. What no department knows stays null:
whether somebody is destitute, has lost a limb, has nobody able to support them, finishes school
this year; prices of the month are given beside the frames.
"""

from collections.abc import Mapping

import polars as pl
from polars import Expr, coalesce, col, lit, when

from core.city.standards import Standards
from core.rules.engine.shelf import vocabulary

KINDS = {
    "肢体": "physical",
    "视力": "visual",
    "听力": "hearing",
    "言语": "speech",
    "智力": "intellectual",
    "精神": "mental",
    "多重": "multiple",
}
STAGES = {
    "学前": "kindergarten",
    "小学": "primary",
    "初中": "junior",
    "普高": "senior",
    "中职": "vocational",
}
BENEFITS = {"失业保险金": "insurance", "失业补助金": "subsidy"}
ABILITY = {"able": 0, "semi": 1, "full": 2}


def household_facts(std: Standards) -> dict[str, Expr]:
    """Facts of a household from its variables and the columns behind them."""
    counted = (col.income_eased - col.sick_sum).clip(lower_bound=0)
    area = when(col.homes_area_sum_unknown == 0).then((col.homes_area_sum + 999) // 1000)
    registered = when(col.homes_sum > std.integer("prop_house_max")).then(col.homes_sum)
    return {
        "n_members": when(col.n_members_unknown == 0).then(col.n_members),
        "counted_income": coalesce(counted, col.assessed_income_pc * col.n_members),
        "pc_income": col.pc_income,
        "new_wage": lit(0),
        "obligors_apart": lit(False),
        "income_12m": col.income_year,
        "rigid_year": col.rigid_12m,
        "after_costs_pc": col.pc_after_rigid,
        "rigid_share": col.rigid_share,
        "status": col.status,
        "fin_assets": col.financial_assets,
        "houses": pl.max_horizontal(col.checked_houses, registered),
        "house_area": area,
        "vehicles": when(col.vehicles_ok).then(0).when(~col.vehicles_ok).then(col.vehicles_sum),
        "has_business": ~col.businesses_ok,
        "asset_ok": col.asset_ok,
        "asset_ok_edge": col.asset_ok_edge,
        "shock": col.shock_recent,
        "no_home": col.homeless_or_rent,
        "housing_grade": col.housing_grade,
        "anyone_works": some("n_employed"),
        "gets_temporary_assistance": col.temp_aids_12m > 0,
        "gets_housing_aid": col.public_rental | (col.rent_subsidy > 0),
    }


def person_facts(std: Standards) -> dict[str, Expr]:
    """Facts of a person from the columns of the persons' frame."""
    at, listed = std.at, col.child_listed
    level = when(col.disabled).then(col.disability_level).when(~col.disabled).then(0)
    kind = col.disability_kind.replace_strict(KINDS, default=None, return_dtype=pl.String)
    no_kind = when(~col.disabled).then(lit("none"))
    orphan, unattended = (when(listed).then(col.child_kind == k) for k in ("孤儿", "事实无人抚养"))
    pension = col.unemployment_benefit_kind
    benefit = pension.replace_strict(BENEFITS, default=None, return_dtype=pl.String)
    graduated = _months(col.graduated_on, std)
    return {
        "age": col.age,
        "hukou_local": col.hukou_local,
        "residence_permit": coalesce(col.permit_valid_to >= at, ~col.migrant),
        "disability_level": level,
        "disability_kind": coalesce(no_kind, kind),
        "selfcare": col.ability.replace_strict(ABILITY, default=None, return_dtype=pl.Int64),
        "dementia": col.cognition == "中重度",
        "assessed": coalesce(col.ability_expires >= at, _no_record(col.assessed_on)),
        "major_illness": col.serious_illness,
        "own_income": col.eased_income,
        "able_to_work": col.labour,
        "employed": col.at_work,
        "student_stage": _stage(),
        "grad_months": coalesce(graduated, when(~col.has_degree).then(999)),
        "parents_gone": coalesce(orphan, when(col.parent_here | unattended).then(False)),
        "parents_unable": coalesce(unattended, when(col.parent_here | orphan).then(False)),
        "guardian_weak": col.child_weak,
        "med_year": col.covered_cost_12m,
        "deceased": col.dead,
        "lives_alone": col.listed_alone,
        "special_elder": col.special,
        "other_nursing": coalesce(col.in_institution, lit(False)) | (col.injury_allowance > 0),
        "tekun": col.tekun,
        "unemployment_benefit": coalesce(
            benefit, when(col.unemployment_benefit == 0).then(lit("none"))
        ),
        "kin": col.relation.cast(pl.String).replace({"head": "self"}),
        "lives_together": ~col.lives_apart,
        "away": col.detained.fill_null(False) | col.declared_missing.fill_null(False),
        "gets_old_age_allowance": col.elder_allowance,
        "gets_centenarian_allowance": col.longevity_allowance,
        "gets_disability_living_subsidy": col.living_subsidy,
        "gets_disability_care_subsidy": col.nursing_subsidy,
        "gets_orphan_allowance": orphan | ~listed & lit(False),
        "gets_unattended_child": unattended | ~listed & lit(False),
        "gets_child_in_difficulty": coalesce(when(listed).then(col.child_kind == "困境"), listed),
        "gets_elder_care_subsidy": col.elder_service_subsidy,
        "gets_home_care_bed": col.care_bed,
        "gets_medical_assistance": col.medical_aid_12m > 0,
        "gets_education_aid": col.school_aid_12m | col.local_school_aid,
        "gets_elder_patrol": col.patrol_freq > 0,
        "gets_child_rehabilitation": col.child_rehab_aided,
        "gets_weikang_fund": col.weikang_12m > 0,
        "gets_charity_education_aid": col.charity_school_aid,
    }


def some(count: str) -> Expr:
    """Whether some member: unknown if none is and one could be."""
    nobody = when(col(f"{count}_unknown") == 0).then(False)
    return when(col(count) > 0).then(True).otherwise(nobody)


def _no_record(day: Expr) -> Expr:
    """False where the register has come and never had the person."""
    return when(day.is_null() & col.elder_service_subsidy.is_not_null()).then(False)


def _months(day: Expr, std: Standards) -> Expr:
    """Full months from a day to the day of the standards."""
    at = std.at
    months = (at.year * 12 + at.month) - (day.dt.year() * 12 + day.dt.month().cast(pl.Int32))
    return (months - (day.dt.day() > at.day).cast(pl.Int32)).cast(pl.Int64)


def _stage() -> Expr:
    """The school attended; unknown where somebody studies nobody knows where."""
    school = col.school_stage.replace_strict(STAGES, default=None, return_dtype=pl.String)
    college = when(col.postgraduate).then(lit("graduate")).otherwise(lit("college"))
    return coalesce(
        when(~col.in_school).then(lit("none")),
        when(col.in_school & col.pupil).then(school),
        when(col.in_school & col.at_college).then(college),
    )


def facts_frame(frame: pl.LazyFrame, mapping: Mapping[str, Expr], keys: list[str]) -> pl.LazyFrame:
    """The facts beside the keys; a fact whose columns the frame lacks is null."""
    there = set(frame.collect_schema().names())
    found = []
    for name, expr in mapping.items():
        dtype = vocabulary()[name].dtype
        known = set(expr.meta.root_names()) <= there
        found.append((expr.cast(dtype) if known else lit(None, dtype)).alias(name))
    return frame.select(*keys, *found)


def missing_columns(frame: pl.LazyFrame, mapping: Mapping[str, Expr]) -> dict[str, list[str]]:
    """Facts that cannot be read off this frame, and the columns it would take."""
    there = set(frame.collect_schema().names())
    lacking = {n: sorted(set(e.meta.root_names()) - there) for n, e in mapping.items()}
    return {name: columns for name, columns in lacking.items() if columns}


def family_facts(persons: pl.LazyFrame, std: Standards) -> pl.LazyFrame:
    """What a household has from its members: registration, a permit, accidents on the road."""
    permit = coalesce(col.permit_valid_to >= std.at, ~col.migrant)
    here = persons.select(
        "household", local=col.hukou_local, permit=permit, accident_on=col.road_accident_on
    )
    return here.group_by("household").agg(
        family_hukou_local=_some_member("local"),
        residence_permit=_some_member("permit"),
        road_accident=when(col.accident_on.is_not_null().any()).then(True),
        accident_on=col.accident_on.max(),
    )


def _some_member(name: str) -> Expr:
    """Whether some member: unknown where none is and one could be."""
    nobody = when(col(name).null_count() == 0).then(False)
    return when(col(name).any()).then(True).otherwise(nobody)
