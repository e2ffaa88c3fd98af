"""Which facts belong to whom: the main person with the household, and the others."""

from collections import defaultdict
from typing import Any

from core.language.resident.scene import Fact

# What belongs to the household goes with whoever the question is about.
HOUSEHOLD = frozenset(
    (
        "household_size",
        "household_income_month",
        "income_year",
        "deposits",
        "has_car",
        "car_value",
        "houses",
        "receives",
    )
)
_OF_MONEY = HOUSEHOLD | {"medical_selfpaid_year", "medical_selfpaid_month"}
COSTS = ("medical_selfpaid_year", "medical_selfpaid_month")
ILL = ("illness", "bedridden", "disability_grade", "disability_kind")
Key = tuple[str, int]
NOBODY: Key = ("", 0)  # nobody is named and the question is about somebody: left open
UNNAMED = ("friend",)  # somebody else's people: no relation of the contract


def key_of(fact: Fact) -> Key:
    """Whose the fact is as said; without an owner the speaker's."""
    return fact.owner.key if fact.owner is not None else ("self", 0)


def collect(
    facts: list[Fact], main: str | None
) -> tuple[dict[str, Any], list[dict[str, Any]], list[tuple[str, Fact]]]:
    """Facts of the main person with the household's, facts of the others, and where each came from."""
    people: dict[Key, dict[str, Any]] = defaultdict(dict)
    used: list[tuple[str, Fact]] = []
    ill = {key_of(f) for f in facts if f.key in ILL}
    for fact in facts:
        key = _belongs(fact, main)
        if _costs_of_main(fact, key, ill, main):
            key = (main or "", 0)
        if _put(people[key], fact):
            used.append(("facts" if key == (main, 0) else key[0], fact))
    mine = people.pop((main, 0), {}) if main else {}
    head = {"relation": main} if main and main not in UNNAMED else {}
    others = [
        {"relation": key[0]} | told
        for key, told in people.items()
        if told and key[0] not in ("family", "", *UNNAMED)
    ]
    return head | mine, others, used


def _costs_of_main(fact: Fact, key: Key, ill: set[Key], main: str | None) -> bool:
    """舅舅脑梗，舅妈服侍，医院账单八万: what the doctors cost is of the one who is ill."""
    return fact.key in COSTS and not fact.near and key not in ill and (main or "", 0) in ill


def agreed(
    facts: list[Fact], mains: tuple[str | None, ...]
) -> tuple[dict[str, Any], list[dict[str, Any]], list[tuple[str, Fact]]]:
    """What holds whichever of two people the question is about; the person is left open."""
    (mine, others, used), (theirs, rest, too) = (collect(facts, m or "family") for m in mains)
    kept = {k: v for k, v in mine.items() if k != "relation" and theirs.get(k) == v}
    same = [person for person in others if person in rest]
    return kept, same, [u for u in used if u in too and (u[0] != "facts" or u[1].key in kept)]


def _belongs(fact: Fact, main: str | None) -> Key:
    owner = fact.owner
    mine = (main or "", 0)
    if fact.key in ("hukou_local", "town") and (owner is None or owner.relation == "self"):
        return mine
    if fact.key == "town" and not fact.near:  # 我…，老婆没有，住新埭: where the household lives
        return mine
    if owner is None:
        return (
            mine
            if fact.key in _OF_MONEY
            or main in (None, "family", "self")
            or fact.key == "person_income_month"
            else NOBODY
        )
    if owner.relation == "family" or (
        fact.key in ("hukou_local", "town") and owner.relation == "self"
    ):
        return mine
    if main == "family" and fact.key == "income_year" and fact.near:
        return owner.key
    if main == "family" and (fact.key == "receives" or (fact.key in _OF_MONEY and not fact.near)):
        return mine
    if fact.key == "receives" and not fact.near:
        return mine
    return mine if fact.key in HOUSEHOLD and owner.relation == "self" else owner.key


def _put(person: dict[str, Any], fact: Fact) -> bool:
    """Add a fact; a second illness or benefit joins the first, any other key keeps its first value."""
    if fact.key == "receives":
        held = person.setdefault("receives", [])
        if fact.value not in held:
            held.append(fact.value)
        return True
    if fact.key == "illness" and "illness" in person:
        known = person["illness"] if isinstance(person["illness"], list) else [person["illness"]]
        if fact.value not in known:
            person["illness"] = (
                [*known, fact.value] if len(known) > 1 or fact.value != known[0] else known[0]
            )
        return True
    if fact.key in person and fact.key != "has_car":
        return False
    person[fact.key] = fact.value
    return True


def settled(fact: Fact) -> bool:
    """Where somebody is registered says nothing of whom the question is about."""
    who = key_of(fact)[0]
    return (fact.key == "orphan" and who == "parents") or (
        fact.key in ("hukou_local", "town") and who == "self"
    )
