"""Chance that falls the same way every time: one stream of numbers per seed and purpose.

Each domain of life throws its own dice, so that a change in one leaves the others as they were.
"""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np
import polars as pl
from numpy.typing import NDArray

from demo.town.span import Days, Flags, Numbers


class Dice:
    """Random draws for one purpose."""

    def __init__(self, seed: int, purpose: str) -> None:
        self._rng = np.random.default_rng([seed, crc32(purpose.encode())])

    def chance(self, share: float | NDArray[np.float64], many: int) -> Flags:
        """True with probability *share*."""
        return self._rng.random(many) < share

    def share(self, many: int) -> NDArray[np.float64]:
        return self._rng.random(many)

    def whole(self, low: int | Numbers, high: int | Numbers, many: int) -> Numbers:
        """Whole numbers from *low* to *high*, both included."""
        return self._rng.integers(low, high, many, endpoint=True)

    def around(self, middle: float, spread: float, many: int) -> NDArray[np.float64]:
        """Positive amounts, skewed to the right; *middle* is the median."""
        return middle * np.exp(spread * self._rng.standard_normal(many))

    def pick(
        self, options: Sequence[Any], many: int, weights: Sequence[float] | None = None
    ) -> pl.Series:
        """One of *options* each time."""
        return pl.Series(options)[self.index(len(options), many, weights)]

    def index(self, options: int, many: int, weights: Sequence[float] | None = None) -> Numbers:
        """A position among *options*."""
        if weights is None:
            return self._rng.integers(0, options, many)
        edges = np.cumsum(np.asarray(weights, dtype=float))
        return np.searchsorted(edges / edges[-1], self._rng.random(many), side="right")

    def some(self, among: Numbers, many: int) -> Numbers:
        """*many* different members of *among* (all of them if there are fewer), in order."""
        chosen = self._rng.permutation(len(among))[: max(many, 0)]
        return np.sort(among[chosen])

    def shuffled(self, among: Numbers) -> Numbers:
        return among[self._rng.permutation(len(among))]

    def gaps(self, mean_days: float | NDArray[np.float64], many: int) -> Numbers:
        """Waiting times in days."""
        waits = self._rng.exponential(1.0, many) * mean_days
        return np.minimum(waits, 1e6).astype(np.int64)

    def happen(
        self, per_year: float | NDArray[np.float64], many: int, since: np.datetime64, days: int
    ) -> tuple[Numbers, Days]:
        """Who something happens to, and on which day, at *per_year* per head; sorted by day."""
        rate = np.broadcast_to(np.asarray(per_year, dtype=float), (many,)) * days / 365
        who = np.repeat(np.arange(many), self._rng.poisson(rate))
        on = since + self._rng.integers(0, max(days, 1), len(who)).astype("m8[D]")
        order = np.argsort(on, kind="stable")
        return who[order], on[order]
