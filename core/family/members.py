"""Who lives in a household: names unsealed, relations in words. The one place that opens names."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from core.facts import Facts, View
from core.household.relation import relation
from core.privacy.vault import Vault
from core.problems import Problem

HEAD = "户主"
PEOPLE, TIES = "P02-01", "P02-02"
WORDS = {
    "head": (HEAD, HEAD),
    "spouse": ("丈夫", "妻子"),
    "child": ("儿子", "女儿"),
    "grandchild": ("孙子", "孙女"),
    "parent": ("父亲", "母亲"),
    "grandparent": ("祖父", "祖母"),
    "sibling": ("兄弟", "姐妹"),
    "other": ("亲属", "亲属"),
}


class NoSuchHousehold(Problem, LookupError):
    """No household of this number on that day."""


@dataclass(frozen=True)
class Member:
    """One person of a household; *age* in full years on the day asked about."""

    person: str
    name: str
    relation: str
    sex: str
    birth_date: date | None
    age: int | None

    @property
    def is_head(self) -> bool:
        return self.relation == HEAD


def members_of(view: View, vault: Vault, household: str) -> list[Member]:
    """The people registered in a household, the head first, then the oldest; NoSuchHousehold."""
    found = families_of(view, vault, {household}).get(household)
    if found is None:
        raise NoSuchHousehold(f"{view.at} 没有户号是 {household} 的家庭。请核对户号和日期。")
    return found


def families_of(view: View, vault: Vault, households: Collection[str]) -> dict[str, list[Member]]:
    """The people registered in each of these households, as `members_of` tells them."""
    homes = pl.Series(sorted(households), dtype=pl.String).implode()
    people = view.records(PEOPLE).filter(pl.col("household").is_in(homes)).collect()
    found: dict[str, list[Member]] = {home: [] for home in people["household"].unique()}
    people = people.filter(pl.col("status").is_null() | (pl.col("status") != "注销"))
    ties = _ties(view, people["person"].drop_nulls())
    names = Facts.unseal(vault, PEOPLE, people["name"])
    for row, name in zip(people.iter_rows(named=True), names, strict=True):
        found[row["household"]].append(_member(row, name or "", ties, view.at))
    for members in found.values():
        members.sort(key=lambda m: (not m.is_head, m.birth_date or date.max))
    return found


def _member(row: Mapping[str, Any], name: str, ties: Mapping[str, str], at: date) -> Member:
    return Member(
        person=row["person"],
        name=name,
        relation=_word(ties.get(row["person"], ""), row["sex"] or ""),
        sex=row["sex"] or "",
        birth_date=row["birth_date"],
        age=age_on(row["birth_date"], at),
    )


def _ties(view: View, persons: pl.Series) -> dict[str, str]:
    """The kind of each person's relation to the head (core.household.relation)."""
    ties = view.records(TIES).filter(pl.col("person").is_in(persons.implode()))
    told = ties.select("person", kind=relation(pl.col("relation_to_head"))).collect()
    return dict(told.filter(pl.col("kind").is_not_null()).rows())


def _word(kind: str, sex: str) -> str:
    """How a relation is said: a child who is a man is 儿子."""
    man, woman = WORDS.get(kind, ("", ""))
    return woman if sex == "女" else man


def age_on(born: date | None, at: date) -> int | None:
    if born is None:
        return None
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def names_of(
    view: View, vault: Vault, subjects: Iterable[tuple[str, str, str | None]]
) -> dict[str, dict[str, str]]:
    """For (subject, household, person): how the case calls its family, sealed in the case.

    {"head": …, "who": …, "relation": …}; a household nobody knows gives an empty dict. All of
    them are looked up at once.
    """
    asked = list(subjects)
    families = families_of(view, vault, {household for _, household, _ in asked})
    return {subject: _called(families.get(home, []), person) for subject, home, person in asked}


def _called(members: list[Member], person: str | None) -> dict[str, str]:
    if not members:
        return {}
    concerned = next((m for m in members if m.person == person), None)
    who = {"who": concerned.name, "relation": concerned.relation} if concerned else {}
    return {"head": members[0].name, **who}
