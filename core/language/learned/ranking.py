"""One table of weights for choosing among candidates: how much each mark speaks for its bearer."""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from core.language.learned.weights import SCALE
from core.language.reading.shelf import WORDS

Who = TypeVar("Who")


@dataclass(frozen=True)
class Ranking:
    """A linear model: the score of a candidate is the sum of the weights of its marks."""

    table: dict[str, int]  # in hundredths: whole numbers add up alike in every order

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.table)

    def logs(self, candidates: Mapping[Who, frozenset[str]]) -> dict[Who, float]:
        """Logarithm of the probability of every candidate."""
        table, known = self.table, self._known
        scores = {
            who: sum([table[m] for m in marks & known]) / SCALE for who, marks in candidates.items()
        }
        top = max(scores.values())
        whole = top + math.log(sum(math.exp(s - top) for s in scores.values()))
        return {who: score - whole for who, score in scores.items()}


@cache
def load(name: str) -> Ranking:
    """A table from words/learned: a mark and its weight in hundredths on each line."""
    with (WORDS / "learned" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return Ranking({mark: int(weight) for mark, weight in rows})
