"""What a case's plan can lean on: read from the facts at night and kept with the case.

What may help this family by its portrait; what others gave it within a year, by the departments' own
records; and, where work is looked for, the open posts that fit the person's training.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from core.cases import fitting
from core.cases.planning import offered
from core.city import Standards
from core.facts import View
from core.match import Post, Seeker, rank_posts, suggest_all
from core.portrait import portrait
from core.sources import sources
from core.store.casework import Case
from core.variables import features

YEAR = timedelta(days=365)
POSTS, WORK = 12, "HP-02"
Advice = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What was read for many families at once."""

    suggested: Mapping[str, list[Advice]]
    received: Mapping[str, list[Advice]]
    posts: tuple[Post, ...]
    training: Mapping[str, tuple[str, str]]  # person → major, degree
    fits: Mapping[str, Mapping[str, str]]  # household → offer → what each test says

    def of(self, case: Case) -> Advice:
        """What is kept with one case; its keys replace those of last night."""
        told: Advice = {
            "suggested": self.suggested.get(case.household, []),
            "received": self.received.get(case.household, []),
        }
        if case.household in self.fits:
            told[fitting.KEPT] = dict(self.fits[case.household])
        if WORK in offered(case):
            told["posts"] = self._posts(case)
        return told

    def _posts(self, case: Case) -> Advice:
        """More than will be shown: what she says on the visits ranks them anew."""
        major, degree = self.training.get(case.person or "", ("", ""))
        seeker = Seeker(major=major, degree=degree, region=case.region)
        best = rank_posts(self.posts, seeker, most=POSTS)
        found = [one.post.to_json() | {"skills": list(one.post.skills)} for one in best]
        return {"found": found, "major": major, "degree": degree}


def read(view: View, std: Standards, households: Collection[str]) -> Known:
    """Everything for these families, as of the day of *view*."""
    homes = {home for home in households if home}
    suggested, fits = _portrayed(view, std, homes)
    posts, learnt = open_posts(view), training(view, homes)
    return Known(suggested, received(view, homes), posts, learnt, fits)


def _portrayed(
    view: View, std: Standards, homes: set[str]
) -> tuple[dict[str, list[Advice]], dict[str, dict[str, str]]]:
    """What the portrait suggests, and whether each family may have each offer."""
    if not homes:
        return {}, {}
    found = features(view, std, homes).households
    told = suggest_all(found, portrait(found, std).rows(named=True), std.at)
    suggested = {home: [{"offer": one.offer.id} for one in some] for home, some in told.items()}
    return suggested, fitting.signs(found, std.at)


@cache
def _shelf() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("received.yaml")
    told: dict[str, dict[str, Any]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return told


def received(view: View, homes: Collection[str]) -> dict[str, list[Advice]]:
    """What each family was given in the last twelve months by the departments' records."""
    out: dict[str, list[Advice]] = defaultdict(list)
    for class_id, how in _shelf().items():
        day = pl.col(how["day"])
        rows = view.records(class_id).filter(
            pl.col("household").is_in(list(homes)) & (day > view.at - YEAR) & (day <= view.at)
        )
        for row in rows.sort(how["day"], "record_id").collect().iter_rows(named=True):
            out[row["household"]].append(_given(row, how, sources()[class_id].department))
    return dict(out)


def _given(row: Mapping[str, Any], how: Mapping[str, Any], giver: str) -> Advice:
    named = row[how["what_of"]] if "what_of" in how else None
    count, fen = row.get(how.get("count", "")), row.get(how.get("amount", ""))
    money = f"{fen // 100} 元" if fen else ""
    return {
        "what": named or how.get("what", ""),
        "item": how.get("items", {}).get(named, named) if named else how.get("item", ""),
        "kind": how["kind"],
        "giver": giver,
        "day": row[how["day"]].isoformat(),
        "quantity": f"{count}{how['unit']}" if count else money,
    }


def open_posts(view: View) -> tuple[Post, ...]:
    """The vacancies that are open on the day, the newest lists only."""
    rows = view.records("M02-02").filter(
        (pl.col("expire_at").is_null() | (pl.col("expire_at") >= view.at))
        & (pl.col("headcount").is_null() | (pl.col("headcount") > 0))
    )
    return tuple(
        Post(
            id=row["vacancy_id"] or row["record_id"],
            title=row["title"] or "",
            employer=row["employer"] or "",
            town=row["town"] or "",
            skills=tuple(skill for skill in row["skill"] or () if skill),
            degree=row["edu_min"] or "不限",
            wage_min=row["wage_min"],
            wage_max=row["wage_max"],
        )
        for row in rows.sort("record_id").collect().iter_rows(named=True)
    )


def training(view: View, homes: Collection[str]) -> dict[str, tuple[str, str]]:
    """What the people of these families learnt: their newest major and degree, finished by then."""
    rows = view.records("P06-02").filter(
        pl.col("household").is_in(list(homes)) & (pl.col("grad_date") <= view.at)
    )
    told = rows.sort("grad_date", "record_id").collect()
    return {
        row["person"]: (row["major"] or "", row["degree"] or "")
        for row in told.iter_rows(named=True)
        if row["person"]
    }
