"""What follows from what was told: who lives alone is a household of one, a husband is grown up."""

from typing import Any

from core.rules.engine.values import FAR, Range

Values = dict[str, Any]
ADULTS = frozenset(("husband", "wife", "spouse", "father", "mother", "parents", "daughter_in_law",
                    "father_in_law", "mother_in_law", "grandfather", "grandmother"))  # fmt: skip
OWN_CHILDREN = frozenset(("son", "daughter", "child"))
ADULT = Range(18, 150)


def of_relation(who: str) -> Values:
    """What follows from who it is: a husband is grown up, the speaker's child has a parent."""
    if who in OWN_CHILDREN:
        return {"parents_gone": False}
    return {"age": ADULT} if who in ADULTS else {}


def of_household(home: Values, first: Values) -> Values:
    """What follows for the household from what was said of it and of its first person."""
    found = dict(home)
    put = found.setdefault
    if first.get("hukou_local") is not None:
        put("family_hukou_local", first["hukou_local"])
    if first.get("lives_alone") is True:
        put("n_members", 1)
    if found.get("n_members") == 1 and first.get("own_income") is not None and not _income(found):
        put("income_month", first["own_income"])
    if any(n.startswith(("obligor_", "support_")) for n in found):
        put("obligors_apart", True)
    if first.get("employed") is True:
        put("anyone_works", True)
    if isinstance(spent := first.get("med_year"), (int, Range)):
        put("rigid_year", Range(spent if isinstance(spent, int) else spent.least, FAR))
    return found


def _more_than_one(members: Any) -> bool:
    least = members.least if isinstance(members, Range) else members
    return isinstance(least, int) and least > 1


def _income(home: Values) -> bool:
    return any(home.get(n) is not None for n in ("income_month", "income_12m", "pc_income"))


def of_person(home: Values, told: Values, *, first: bool) -> Values:
    """What follows for one person."""
    found = dict(told)
    put = found.setdefault
    if home.get("family_hukou_local") is not None:
        put("hukou_local", home["family_hukou_local"])
    if first and home.get("n_members") == 1 and isinstance(home.get("income_month"), (int, Range)):
        put("own_income", home["income_month"])
    if first and _more_than_one(home.get("n_members")):
        put("lives_alone", False)
    if found.get("disability_level") == 0:
        put("disability_kind", "none")
    elif found.get("disability_kind") not in (None, "none"):
        put("disability_level", Range(1, 4))
    if (status := home.get("status")) is not None:
        put("tekun", status == "tekun" and first)
    return found
