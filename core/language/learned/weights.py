"""One table of weights: how much every string speaks for every class."""

import csv
import math
from dataclasses import dataclass
from functools import cache

from core.language.reading.shelf import WORDS

SCALE = 100  # weights are kept as whole hundredths


@dataclass(frozen=True)
class Weights:
    """A linear model: the score of a class is the sum of the weights of the strings present.

    Weights stay whole hundredths: floats added in another order may decide a tie otherwise.
    """

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    table: dict[str, tuple[int, ...]]
    known: frozenset[str]

    def scores(self, features: frozenset[str]) -> list[float]:
        rows = [self.table[f] for f in features & self.known]
        return [sum(column) / SCALE for column in zip(self.bias, *rows, strict=True)]

    def logs(self, features: frozenset[str]) -> dict[str, float]:
        """Logarithm of the probability of every class."""
        scores = self.scores(features)
        top = max(scores)
        whole = top + math.log(sum(math.exp(s - top) for s in scores))
        return {c: s - whole for c, s in zip(self.classes, scores, strict=True)}

    def why(self, features: frozenset[str], chosen: str, most: int = 4) -> list[tuple[str, float]]:
        """The strings that speak most for a class, the strongest first."""
        at = self.classes.index(chosen)
        told = [
            (f, self.table[f][at] / SCALE) for f in features & self.known if self.table[f][at] > 0
        ]
        return sorted(told, key=lambda pair: (-pair[1], pair[0]))[:most]


@cache
def load(name: str) -> Weights:
    """A table from words/learned; its first line names the classes, its second is the bias."""
    with (WORDS / "learned" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        classes = tuple(next(rows)[1:])
        bias = _row(next(rows))
        table = {row[0]: _row(row) for row in rows}
        return Weights(classes, bias, table, frozenset(table))


def _row(row: list[str]) -> tuple[int, ...]:
    return tuple(int(w or 0) for w in row[1:])
