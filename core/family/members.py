"""Who lives in a household: names unsealed, relations in words. The one place that opens names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

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
    people = view.records(PEOPLE).filter(pl.col("household") == household).collect()
    if people.is_empty():
        raise NoSuchHousehold(f"{view.at} 没有户号是 {household} 的家庭。请核对户号和日期。")
    people = people.filter(pl.col("status").is_null() | (pl.col("status") != "注销"))
    ties = _ties(view, people["person"].to_list())
    names = Facts.unseal(vault, PEOPLE, people["name"])
    found = [
        Member(
            person=row["person"],
            name=name or "",
            relation=_word(ties.get(row["person"], ""), row["sex"] or ""),
            sex=row["sex"] or "",
            birth_date=row["birth_date"],
            age=age_on(row["birth_date"], view.at),
        )
        for row, name in zip(people.iter_rows(named=True), names, strict=True)
    ]
    return sorted(found, key=lambda m: (not m.is_head, m.birth_date or date.max))


def _ties(view: View, persons: list[str]) -> dict[str, str]:
    """The kind of each person's relation to the head (core.household.relation)."""
    ties = view.records(TIES).filter(pl.col("person").is_in(persons))
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

    {"head": …, "who": …, "relation": …}; a household nobody knows gives an empty dict.
    """
    out: dict[str, dict[str, str]] = {}
    for subject, household, person in subjects:
        try:
            members = members_of(view, vault, household)
        except NoSuchHousehold:
            out[subject] = {}
            continue
        concerned = next((m for m in members if m.person == person), None)
        out[subject] = {"head": members[0].name} | (
            {"who": concerned.name, "relation": concerned.relation} if concerned else {}
        )
    return out
