"""What is told under the dossier's names (H.…, P.…), in our words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from core.rules.engine.values import BadFact

Told = Mapping[str, Any]
Facts = dict[str, Any]
SELFCARE = {"able": 0, "semi": 1, "full_lost": 2, "自理": 0, "半失能": 1, "失能": 2}


def vehicles(told: Any, about: Told) -> Facts:
    """How many, or a list of them."""
    return {"vehicles": len(told) if isinstance(told, list) else told}


def businesses(told: Any, about: Told) -> Facts:
    return {"has_business": bool(told) if isinstance(told, (list, int)) else told}


def costs(told: Any, about: Told) -> Facts:
    """Unavoidable costs of a year, all together or one by one."""
    return {
        "rigid_year": sum(told.values())
        if isinstance(told, Mapping) and "min" not in told and "max" not in told
        else told
    }


def income_items(told: Any, about: Told) -> Facts:
    return {"income_month": sum(told) if isinstance(told, list) else told}


def selfcare(told: Any, about: Told) -> Facts:
    return {"selfcare": SELFCARE.get(told, told) if isinstance(told, str) else told}


def in_school(told: Any, about: Told) -> Facts:
    return {} if told is True else {"student_stage": "none" if told is False else told}


def status(told: Any, about: Told) -> Facts:
    """The dossier's list of statuses has one more: temporary aid, which is no list to be on."""
    return {"gets_temporary_assistance": True} if told == "temp" else {"status": told}


def graduated_on(told: Any, about: Told) -> Facts:
    """Full months since the day of graduation."""
    at = about.get("at")
    try:
        day = date.fromisoformat(told)
    except (TypeError, ValueError) as error:
        raise BadFact("“P.grad_date” 要写成日期，例如 2021-07-01。") from error
    if at is None or day > at:
        return {}
    months = (at.year - day.year) * 12 + at.month - day.month - (at.day < day.day)
    return {"grad_months": months}


def support_from(told: Any, about: Told) -> Facts:
    """Relatives who owe support: nobody, one household of them, or more than can be told here."""
    if not isinstance(told, list):
        raise BadFact("“P.support_from” 要写成列表；没有分开住的义务人就写 []。")
    if len(told) != 1 or not isinstance(told[0], Mapping):
        return {"obligors_apart": bool(told)}
    names = {"income": "obligor_income", "members": "obligor_members", "exempt": "obligor_exempt"}
    names |= {"agreed": "support_agreed", "paid": "support_paid", "supported": "supported"}
    found = {names[key]: value for key, value in told[0].items() if key in names}
    return {"obligors_apart": True, **found}


DOSSIER: dict[str, Callable[[Any, Told], Facts]] = {
    "has_car": vehicles,
    "H.vehicles": vehicles,
    "H.businesses": businesses,
    "H.rigid_exp_12m": costs,
    "H.income_month_items": income_items,
    "H.status": status,
    "P.selfcare": selfcare,
    "P.in_school": in_school,
    "P.grad_date": graduated_on,
    "P.support_from": support_from,
    "P.sex": lambda told, about: {},
}
