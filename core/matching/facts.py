"""The facts of an installation with their people brought together."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from core.city import City
from core.city.regions import Regions
from core.facts import Facts
from core.facts.asof import StoreView
from core.matching import decisions, kept
from core.matching.births import BIRTHS, TIES, ripened
from core.matching.kept import Known
from core.matching.keys import REGISTER
from core.matching.matching import Matching, match
from core.matching.met import met, moved
from core.matching.view import MatchedView
from core.sources import sources

MOST = 8  # days in memory
READ = (REGISTER, BIRTHS, TIES)  # and every class that tells who somebody is by name or number
WORTH_KEEPING = 10_000  # entries of the register: fewer are worked out in no time


@dataclass(frozen=True)
class Before:
    """What was worked out last, and all it rested on."""

    view: StoreView
    places: Regions
    decided: pl.DataFrame
    matching: Matching

    def still(self, view: StoreView, places: Regions, decided: pl.DataFrame) -> bool:
        """Whether it is the same on a later day: no class it reads has other records, no
        certificate of birth can be told more of."""
        said = self.decided.equals(decided) and self.places.same_as(places)
        same = (
            said
            and self.view.at <= view.at
            and all(
                view.edition(class_id) == self.view.edition(class_id)
                for class_id in sources()
                if class_id in READ or view.named(class_id) or self.view.named(class_id)
            )
        )
        return same and not ripened(view, self.view.at)


class MatchedFacts(Facts):
    """Facts whose views know every person by one mark and every region by the code in force."""

    def __init__(self, folder: Path, city: City) -> None:
        super().__init__(folder)
        self._city = city
        self._known: OrderedDict[str, Known] = OrderedDict()
        self._regions: dict[date, Regions] = {}
        self._before: Before | None = None

    def view(self, at: date) -> MatchedView:
        """Everything observed by the end of day *at*, and nothing later; people brought together."""
        inner = StoreView(self.folder, at)
        known = self._of(inner)
        return MatchedView(inner, known.matching, known.met, self._places(at), known.moved)

    def matching(self, at: date) -> Matching:
        """Who is who as of a day, and what nobody can tell."""
        return self._of(StoreView(self.folder, at)).matching

    def decide(self, decision: decisions.Decision) -> None:
        """Note what somebody decided about a pair; it counts from its day on."""
        decisions.note(self.folder, decision)

    def _of(self, inner: StoreView) -> Known:
        name = kept.key(self.folder, self._city, inner.at)
        if name not in self._known:
            self._known[name] = kept.load(self.folder, name) or self._worked_out(inner, name)
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return self._known[name]

    def _worked_out(self, inner: StoreView, name: str) -> Known:
        said = decisions.decided(self.folder, inner.at)
        places, before = self._places(inner.at), self._before
        still = before is not None and before.still(inner, places, said)
        matching = before.matching if before and still else match(inner, places, said)
        self._before = Before(inner, places, said, matching)
        known = Known(matching, met(inner, matching.aliases), moved(inner, matching.homes))
        if inner.rows(REGISTER) >= WORTH_KEEPING:
            kept.keep(self.folder, name, known)
        return known

    def _places(self, at: date) -> Regions:
        if at not in self._regions:
            self._regions[at] = Regions(self._city, at)
        return self._regions[at]
