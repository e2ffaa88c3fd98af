"""What the facts make due by a day: patrols of special elders, visits to children, reviews, agreements.

A patrol belongs to a week, a child's visit to a month, a review or an agreement to its own day. What is
not surely known makes nothing due.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import polars as pl
from polars import col, lit

from core.city import Standards
from core.facts import View
from core.household.spine import placed
from core.variables import features
from core.variables.engine.words import first_of, sure

Kind = Literal["patrol", "child", "review", "agreement"]
State = Literal["due", "done", "excused"]
CLASSES: Mapping[Kind, str] = {
    "patrol": "M01-01", "child": "P01-07", "review": "P01-01", "agreement": "P01-02",
}  # fmt: skip
LINES: Mapping[Kind, str] = {"child": "children"}
AHEAD = timedelta(days=30)  # a review and an agreement are told so long before


@dataclass(frozen=True)
class Due:
    """One thing due; *state* as the registers know it: done means somebody noted it there."""

    kind: Kind
    subject: str
    household: str
    region: str
    period: str
    number: int
    due: date
    state: State

    @property
    def key(self) -> tuple[str, str, str, int]:
        return self.kind, self.subject, self.period, self.number

    @property
    def line(self) -> str:
        return LINES.get(self.kind, "")


@dataclass(frozen=True)
class Known:
    """Everything due, and the kinds whose register speaks for the day."""

    found: tuple[Due, ...]
    fresh: frozenset[str]


def read(view: View, std: Standards) -> Known:
    """What is due of everybody on the four registers, as of the day of *view*."""
    fresh = frozenset(k for k, class_id in CLASSES.items() if view.fresh(class_id))
    seen = features(view, std, _homes(view))
    homes = seen.households
    people = seen.persons.join(homes.select("household", "region"), on="household")
    told = (*_patrols(people, std), *_children(people, std), *_reviews(homes, std))
    found = (*told, *_agreements(people, std))
    return Known(tuple(due for due in found if due.region), fresh)


def _homes(view: View) -> set[str]:
    listed = pl.concat(
        [view.records(c).select("person", "household") for c in CLASSES.values()]
    ).collect()
    people = placed(view, listed["person"].drop_nulls().unique())
    return {*listed["household"].drop_nulls(), *people["household"].drop_nulls()}


def _patrols(people: pl.DataFrame, std: Standards) -> Iterator[Due]:
    """So many a week, spread over it: two are due by Thursday and by Sunday."""
    away = sure(col.patrol_excused_week) | sure(col.in_hospital) | sure(col.in_institution)
    asked = people.filter(sure(col.special) & ~sure(col.dead)).with_columns(
        times=pl.coalesce("patrol_freq", lit(std.integer("patrol_per_week"))), away=away
    )
    year, week, weekday = std.at.isocalendar()
    monday = std.at - timedelta(days=weekday - 1)
    for row in asked.sort("person").iter_rows(named=True):
        times, seen = row["times"], row["patrols_week"] or 0
        for number in range(1, times + 1):
            state: State = "done" if seen >= number else "excused" if row["away"] else "due"
            by = monday + timedelta(days=-(-7 * number // times) - 1)
            yield _due("patrol", row, f"{year}-W{week:02}", number, by, state)


def _children(people: pl.DataFrame, std: Standards) -> Iterator[Due]:
    """One visit a month, by its last day."""
    first = first_of(std.at)
    last = first_of(first + timedelta(days=31)) - timedelta(days=1)
    asked = people.filter(sure(col.child_listed & (col.age < 18)) & ~sure(col.dead))
    for row in asked.sort("person").iter_rows(named=True):
        seen = row["child_seen_on"] is not None and row["child_seen_on"] >= first
        yield _due("child", row, f"{first:%Y-%m}", 1, last, "done" if seen else "due")


def _reviews(homes: pl.DataFrame, std: Standards) -> Iterator[Due]:
    for row in (
        homes.filter(col.review_due <= std.at + AHEAD).sort("household").iter_rows(named=True)
    ):
        by, seen = row["review_due"], row["reviewed_on"]
        done = seen is not None and seen >= by - AHEAD
        yield _due("review", row, f"{by}", 1, by, "done" if done else "due")


def _agreements(people: pl.DataFrame, std: Standards) -> Iterator[Due]:
    ending = sure(col.tekun & (col.tekun_agreement_end <= std.at + AHEAD)) & ~sure(col.dead)
    for row in people.filter(ending).sort("person").iter_rows(named=True):
        by = row["tekun_agreement_end"]
        yield _due("agreement", row, f"{by}", 1, by, "due")


def _due(
    kind: Kind, row: Mapping[str, Any], period: str, number: int, by: date, state: State
) -> Due:
    subject = row["household"] if kind == "review" else row["person"]
    return Due(kind, subject, row["household"], row["region"] or "", period, number, by, state)
