"""The pairs nobody could tell, as a person is asked about them: where both marks are written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
from polars import col

from core.facts.asof import StoreView
from core.matching.facts import MatchedFacts
from core.matching.keys import REGISTER
from core.matching.pairs import WHY, number_of
from core.problems import Problem

SHOWN = 3  # records of a mark


class NoSuchPair(Problem, LookupError):
    """No pair of this number on that day."""


@dataclass(frozen=True)
class Where:
    """A record that carries a mark: enough to find it at its department, and nobody's name."""

    class_id: str
    record: str
    household: str | None
    region: str | None


@dataclass(frozen=True)
class Question:
    """Are these two marks one person? *why* it cannot be told, in the words of WHY."""

    number: str
    a: str
    b: str
    same: bool | None
    why: str
    classes: tuple[str, ...]
    a_at: tuple[Where, ...] = ()
    b_at: tuple[Where, ...] = ()

    @property
    def words(self) -> str:
        return WHY[self.why]

    def to_json(self) -> dict[str, Any]:
        records = {"records": _told(self.a_at), "registered": _told(self.b_at)}
        return {"pair": self.number, "why": self.why, "words": self.words, **records}


def questions(
    facts: MatchedFacts, at: date, *, why: str | None = None, class_id: str | None = None
) -> list[Question]:
    """The open pairs of a day, of one reason or class if asked; with where to look."""
    rows = facts.matching(at).unsure
    rows = rows if why is None else rows.filter(col("why") == why)
    rows = rows if class_id is None else rows.filter(col("classes").list.contains(class_id))
    view = StoreView(facts.folder, at)
    classes = sorted({c for every in rows["classes"].to_list() for c in every})
    a_at, b_at = _where(view, classes, rows["a"]), _where(view, [REGISTER], rows["b"])
    return [
        Question(number_of(a, b), a, b, same, said, tuple(c), a_at.get(a, ()), b_at.get(b, ()))
        for a, b, same, said, c in rows.iter_rows()
    ]


def question(facts: MatchedFacts, number: str, at: date) -> Question:
    """The pair of this number, open or answered; raises NoSuchPair."""
    for a, b, same, why, classes in facts.matching(at).pairs.iter_rows():
        if number_of(a, b) == number:
            return Question(number, a, b, same, why, tuple(classes))
    raise NoSuchPair(f"{at} 没有编号 {number} 的一对。请用 jpf match list 看还有哪些没定。")


def _where(
    view: StoreView, classes: Collection[str], marks: pl.Series
) -> dict[str, tuple[Where, ...]]:
    """mark → some of the records that carry it, as person or as number."""
    wanted = marks.unique().implode()
    found: dict[str, tuple[Where, ...]] = {}
    for class_id in classes:
        rows = view.versions(class_id).select("record_id", "household", "region", "person", "_id")
        held = [rows.select("record_id", "household", "region", mark=c) for c in ("person", "_id")]
        near = pl.concat(held).filter(col("mark").is_in(wanted)).unique(["mark", "record_id"])
        for record, household, region, mark in near.sort("mark", "record_id").collect().iter_rows():
            here = (*found.get(mark, ()), Where(class_id, record, household, region))
            found[mark] = here[:SHOWN]
    return found


def _told(records: tuple[Where, ...]) -> list[dict[str, str | None]]:
    return [
        {"class": w.class_id, "record": w.record, "household": w.household, "region": w.region}
        for w in records
    ]
