"""The rules of the portrait written out by hand a second time, for the engines beside ours.

Plain functions of named columns, the way somebody without our shelf would write them: they serve
hand-written polars (columns are expressions) and OpenFisca (columns are arrays) alike.
"""

from collections.abc import Callable
from typing import Any

STD = 107_000
V = Any
Rule = Callable[[V], tuple[Any, Any]]


def both(condition: Any) -> tuple[Any, Any]:
    """No level in between: deprived and near at once."""
    return condition, condition


def shock(name: str) -> Rule:
    return lambda v: (v[name] == "severe", (v[name] == "severe") | (v[name] == "mild"))


def at_least(name: str, near: int, full: int) -> Rule:
    return lambda v: (v[name] >= full, v[name] >= near)


def below(name: str, full: int, near: int) -> Rule:
    return lambda v: (v[name] < full, v[name] < near)


def first_or(first: str, second: str) -> Rule:
    return lambda v: (v[first], v[first] | v[second])


def some_or(first: str, second: str) -> Rule:
    return lambda v: (v[first] >= 1, (v[first] >= 1) | (v[second] >= 1))


def flag(name: str) -> Rule:
    return lambda v: both(v[name])


def _employment(v: V) -> tuple[Any, Any]:
    none = (v["n_labor"] >= 1) & (v["n_employed"] == 0)
    half = (v["n_labor"] >= 2) & (v["n_employed"] > 0) & (v["n_employed"] * 2 <= v["n_labor"])
    return none, none | half


def _labour(v: V) -> tuple[Any, Any]:
    none = v["n_labor"] == 0
    return none, none | ((v["n_labor"] > 0) & (v["n_labor"] * 3 < v["n_members"]))


def _disability(v: V) -> tuple[Any, Any]:
    full = (v["n_severe_dis"] >= 1) | (v["n_disabled_full"] >= 1)
    return full, full | (v["n_disabled_semi"] >= 1)


def _housing(v: V) -> tuple[Any, Any]:
    unsafe = (v["housing_grade"] == "C") | (v["housing_grade"] == "D")
    return unsafe, unsafe | v["homeless_or_rent"]


def _carer(v: V) -> tuple[Any, Any]:
    none, frail = v["carer"] == "none", v["carer"] == "frail"
    return v["need_care"] & none, v["need_care"] & (none | frail)


def _services(v: V) -> tuple[Any, Any]:
    none = v["n_care_services"] == 0
    thin = (v["n_care_services"] == 1) & v["care_gap"]
    return v["need_care"] & none, v["need_care"] & (none | thin)


def _unstable(v: V) -> tuple[Any, Any]:
    works = v["n_employed"] >= 1
    high, mid = v["unstable"] == "high", v["unstable"] == "mid"
    return works & high, works & (high | mid)


def _dependants(v: V) -> tuple[Any, Any]:
    able, fed = v["n_labor"] >= 1, v["n_members"] - v["n_labor"]
    return able & (fed >= 2 * v["n_labor"]), able & (fed >= v["n_labor"])


def _training(v: V) -> tuple[Any, Any]:
    return both((v["n_labor"] >= 1) & (v["n_employed"] < v["n_labor"]) & ~v["trained_12m"])


def _schooling(v: V) -> tuple[Any, Any]:
    high = v["child_risk"] == "high"
    return high, high | (v["n_student_unaided"] >= 1)


RULES: dict[str, Rule] = {
    "A1": below("pc_income", STD // 2, STD),
    "A2": below("labor_income_share", 500, 2_000),
    "A3": below("liquid_pc", STD, 3 * STD),
    "A4": _housing,
    "A5": _labour,
    "A6": flag("all_dependent"),
    "A7": _disability,
    "A8": at_least("n_missing_benefits", 1, 2),
    "A9": lambda v: both(v["n_uninsured"] >= 1),
    "A10": lambda v: (v["utility_cut"], v["utility_cut"] | (v["kwh_month"] < 15)),
    "A11": at_least("n_missing_appl", 1, 3),
    "B1": shock("shock_fire"),
    "B2": shock("shock_accident"),
    "B3": shock("shock_illness"),
    "B4": shock("shock_breadwinner"),
    "B5": shock("shock_disaster"),
    "B6": at_least("shock_cost_ratio", 10_001, 20_001),
    "B7": below("liquid_pc", STD, 3 * STD),
    "B8": first_or("sole_carer_lost", "weak_support"),
    "B9": flag("alarm_open"),
    "B10": flag("unattended"),
    "B11": flag("crisis"),
    "C1": at_least("med_share", 2_000, 4_000),
    "C2": some_or("n_major_ill", "n_long_treat"),
    "C3": flag("med_aid_missing"),
    "C4": at_least("edu_share", 1_500, 3_000),
    "C5": lambda v: both(v["n_student_unaided"] >= 1),
    "C6": at_least("rehab_share", 1_500, 3_000),
    "C7": flag("ltc_uncovered"),
    "C8": at_least("housing_share", 3_000, 5_000),
    "C9": below("pc_after_rigid", STD, STD * 3 // 2),
    "C10": first_or("debt_exec", "arrears"),
    "D1": some_or("n_disabled_full", "n_disabled_semi"),
    "D2": some_or("n_severe_dis", "n_dis"),
    "D3": lambda v: both(v["n_cognitive"] >= 1),
    "D4": _carer,
    "D5": _services,
    "D6": first_or("elder_alone", "elder_empty_nest"),
    "D7": some_or("n_elder80", "n_elder60"),
    "D8": at_least("n_elder60", 1, 2),
    "D9": some_or("n_child_hard", "n_child_weak"),
    "D10": lambda v: (
        v["child_risk"] == "high",
        (v["child_risk"] == "high") | (v["child_risk"] == "watch"),
    ),
    "D11": first_or("hazard_open", "adapt_missing"),
    "D12": at_least("days_since_contact", 31, 61),
    "E1": _employment,
    "E2": at_least("grad_idle_months", 6, 12),
    "E3": _unstable,
    "E4": lambda v: (v["skill"] == "none", (v["skill"] == "none") | (v["skill"] == "degree_only")),
    "E5": _training,
    "E6": _schooling,
    "E7": lambda v: (v["asset_income_m"] == 0, v["asset_income_m"] < 10_000),
    "E8": _dependants,
    "E9": lambda v: both((v["n_labor"] > v["n_employed"]) & ~v["job_registered"]),
    "E10": flag("care_tied"),
}
WEIGHTS = {
    "A": (20, 15, 8, 7, 12, 8, 10, 8, 4, 4, 4),
    "B": (12, 12, 10, 10, 6, 12, 8, 10, 8, 8, 4),
    "C": (20, 12, 8, 8, 6, 10, 8, 8, 12, 8),
    "D": (16, 10, 6, 12, 10, 6, 8, 4, 10, 6, 6, 6),
    "E": (20, 15, 10, 10, 7, 8, 8, 7, 8, 7),
}
LINES = {"A": (35, 60), "B": (20, 45), "C": (30, 55), "D": (20, 45), "E": (25, 50)}
FADING = {
    "B1": "shock_fire_days",
    "B2": "shock_accident_days",
    "B3": "shock_illness_days",
    "B4": "shock_breadwinner_days",
    "B5": "shock_disaster_days",
}


def _gate_a(v: V) -> Any:
    idle = v["n_labor"] == 0
    poor = (v["pc_income"] < STD) & v["asset_ok"] & idle
    held = (v["status"] == "tekun") | (v["status"] == "danrenbao")
    return held | ((v["status"] == "dibao") & idle) | ((v["status"] == "none") & poor)


def _gate_c(v: V) -> Any:
    pushed = (v["pc_income"] >= STD) & (v["pc_after_rigid"] < STD)
    heavy = v["rigid_share"] >= 3_000
    return (v["status"] == "rigid") | heavy | pushed | v["med_aid_missing"]


def _gate_d(v: V) -> Any:
    frail = (v["n_elder60"] >= 1) | (v["n_dis"] >= 1) | (v["n_disabled_full"] >= 1)
    frail = frail | (v["n_disabled_semi"] >= 1) | (v["n_child_hard"] >= 1)
    frail = frail | (v["n_major_ill"] >= 1) | (v["n_cognitive"] >= 1)
    return (v["low_income"] & frail) | (v["n_child_hard"] >= 1) | v["special_elder"]


GATES: dict[str, Callable[[V], Any]] = {
    "A": _gate_a,
    "B": lambda v: v["shock_recent"] | v["alarm_open"] | v["unattended"] | v["crisis"],
    "C": _gate_c,
    "D": _gate_d,
    "E": lambda v: v["low_income"] & (v["n_labor"] >= 1),
}
FLOORS: dict[str, dict[str, Callable[[V], Any]]] = {
    "A": {
        "red_tekun_without_carer": lambda v: (
            (v["status"] == "tekun") & (v["carer"] == "none") & (v["n_disabled_full"] >= 1)
        )
    },
    "B": {
        "red_open_alarm": lambda v: v["alarm_open"],
        "red_unattended": lambda v: v["unattended"],
        "red_personal_danger": lambda v: v["crisis"],
        "red_homeless_by_fire": lambda v: v["shock_fire"] == "severe",
        "red_casualty_and_cash": lambda v: (
            (v["shock_accident"] == "severe") & (v["shock_cost_ratio"] > 20_000)
        ),
    },
    "C": {},
    "D": {
        "red_dependent_without_carer": lambda v: (
            (v["n_disabled_full"] >= 1) & (v["carer"] == "none")
        )
    },
    "E": {},
}
