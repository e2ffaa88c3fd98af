"""What residents' messages tell, in our words.

Each function takes the told value and what else is told about the same person, and gives facts as
they could have been told under our names. Keys that mean exactly one fact are `keys` in its file.
"""

from collections.abc import Callable, Mapping
from typing import Any

from core.rules.engine.values import BadFact

Told = Mapping[str, Any]
Facts = dict[str, Any]

OF_FAMILY = (None, "family")
RELATIONS = {
    "self": ("self",),
    "spouse": ("husband", "wife", "spouse"),
    "child": ("son", "daughter", "child"),
    "parent": ("father", "mother", "parents"),
    "grandchild": ("grandson", "granddaughter"),
    "grandparent": ("grandfather", "grandmother"),
    "sibling": ("brother", "sister"),
}
KIN = {told: kin for kin, words in RELATIONS.items() for told in words}
LISTS = {"expenditure_hardship": "rigid", "dibao_edge": "edge", "dibao": "dibao", "tekun": "tekun"}
"""Topics that are lists a family is on, from the weakest to the strongest."""
HELD = {
    "disability_living_subsidy": "gets_disability_living_subsidy",
    "disability_care_subsidy": "gets_disability_care_subsidy",
    "old_age_allowance": "gets_old_age_allowance",
    "elderly_care_bed": "gets_home_care_bed",
    "medical_assistance": "gets_medical_assistance",
    "education_aid": "gets_education_aid",
    "employment_help": "gets_employment_aid",
    "housing": "gets_housing_aid",
    "temporary_assistance": "gets_temporary_assistance",
    "price_subsidy": "gets_price_subsidy",
    "electricity_discount": "gets_discounted_electricity",
    "traffic_accident_fund": "gets_road_accident_fund",
    "prosthesis": "gets_prosthesis",
}
GRAVE = ("癌", "肿瘤", "尿毒症", "白血病", "血友病", "再生障碍", "地中海贫血", "渐冻", "移植")
"""An illness with one of these words in its name is grave; of any other the diagnosis decides."""


def nothing(told: Any, about: Told) -> Facts:
    """Told, kept for the conversation, of no weight for any rule."""
    return {}


def relation(told: Any, about: Told) -> Facts:
    return {"kin": KIN[told]} if told in KIN else {}


def person_income(told: Any, about: Told) -> Facts:
    """Per head when the family is spoken of, else what the person gets."""
    family = about.get("relation") in OF_FAMILY
    return {"pc_income": told} if family else {"own_income": told}


def income_year(told: Any, about: Told) -> Facts:
    alone = about.get("lives_alone") is True or about.get("household_size") == 1
    if about.get("relation") in OF_FAMILY or alone:
        return {"income_12m": told}
    return {"own_income": scaled(told, "income_year", by=12, up=False)}


def bedridden(told: Any, about: Told) -> Facts:
    return {"selfcare": {"min": 1, "max": 2}} if told else {}


def unemployed_months(told: Any, about: Told) -> Facts:
    return {"employed": False}


def graduated(told: Any, about: Told) -> Facts:
    return {"grad_months": scaled(told, "graduated_years_ago", by=12), "student_stage": "none"}


def grave(names: list[Any]) -> bool:
    return any(word in str(name) for name in names for word in GRAVE)


def illness(told: Any, about: Told) -> Facts:
    names = told if isinstance(told, list) else [told]
    found: Facts = {"major_illness": True} if grave(names) else {}
    return found | ({"dementia": True} if "痴呆" in names else {})


def medical_month(told: Any, about: Told) -> Facts:
    """Months are not converted: a year cost at least this month, at most twelve such."""
    if about.get("medical_selfpaid_year") is not None or told is None:
        return {}
    ends = told if isinstance(told, Mapping) else {"min": told, "max": told}
    most = scaled(ends.get("max"), "medical_selfpaid_month", by=12)
    return {"med_year": {"min": ends.get("min", 0), "max": most}}


def receives(told: Any, about: Told) -> Facts:
    if not isinstance(told, list) or any(not isinstance(topic, str) for topic in told):
        raise BadFact('“receives” 要写成列表，例如 ["dibao"]；什么都没领就写 []。')
    held: Facts = {HELD[topic]: True for topic in told if topic in HELD}
    lists = [status for topic, status in LISTS.items() if topic in told]
    return held | ({"status": lists[-1]} if lists else {} if told else {"status": "none"})


def car_value(told: Any, about: Told) -> Facts:
    return {} if about.get("has_car") is not None else {"vehicles": {"min": 1, "max": 9}}


def scaled(told: Any, key: str, *, by: int, up: bool = True) -> Any:
    """The same in a smaller or a larger unit, ranges end by end."""
    if isinstance(told, Mapping):
        return {end: scaled(value, key, by=by, up=up) for end, value in told.items()}
    if told is None or isinstance(told, bool) or not isinstance(told, (int, float)):
        if told is None:
            return None
        raise BadFact(f"“{key}”要写一个数，不能是“{told}”。")
    return told * by if up else told / by


RESIDENT: dict[str, Callable[[Any, Told], Facts]] = {
    "relation": relation,
    "person_income_month": person_income,
    "income_year": income_year,
    "bedridden": bedridden,
    "unemployed_months": unemployed_months,
    "graduated_years_ago": graduated,
    "illness": illness,
    "medical_selfpaid_month": medical_month,
    "receives": receives,
    "car_value": car_value,
    **dict.fromkeys(("widowed", "divorced", "town", "id", "text", "intent", "topics"), nothing),
}
