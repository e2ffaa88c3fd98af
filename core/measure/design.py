"""What to measure and how: indicators, weights, cut-offs, the poverty line k, the survey."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, lcm
from typing import Any, Literal

from core.problems import Problem

Missing = Literal["drop", "bounds"]
LARGEST = 2**31
"""Weights are scaled to whole numbers; their sum stays well below what 64 bits can add up."""


class MeasureError(Problem):
    """The table or the question does not fit; the sentence says what, why and what to do."""


def fraction(text: Any, what: str) -> Fraction:
    """An exact number: 2, "0.33", "1/3". A float is taken as it is written."""
    try:
        return Fraction(str(text).strip())
    except (ValueError, ZeroDivisionError):
        raise MeasureError(f"{what}是“{text}”，不是数字：请写成 0.33 或 1/3。") from None


@dataclass(frozen=True, kw_only=True)
class Design:
    """*weights* default to one each. *k* up to 1 is a share of all weight, above 1 a sum of weights.

    *cutoffs* turn achievements into deprivations: a number means "deprived below it", a text
    starts with its comparison ("<= 2", ">= 0.4"). Indicators without one must be 0 or 1 already.
    *weight*, *strata* and *cluster* name columns of the survey; with any of them standard errors
    are given.
    """

    indicators: tuple[str, ...]
    k: Fraction
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    cutoffs: Mapping[str, Any] = field(default_factory=dict)
    by: str | None = None
    weight: str | None = None
    strata: str | None = None
    cluster: str | None = None
    missing: Missing = "drop"

    def __post_init__(self) -> None:
        if not self.indicators:
            raise MeasureError("没有给出指标：请用逗号隔开列出至少一个指标列。")
        if len(set(self.indicators)) < len(self.indicators):
            raise MeasureError("同一个指标列了两次：请每个指标只写一次。")
        for given, what in ((self.weights, "权重"), (self.cutoffs, "剥夺线")):
            if strange := sorted(set(given) - set(self.indicators)):
                raise MeasureError(f"{what}里的 {strange[0]} 不在指标里：请对照指标名称。")
        if min(self.exact.values()) < 0 or not sum(self.exact.values()):
            raise MeasureError("权重不能是负数，也不能全为零：请检查权重。")
        if self.total > LARGEST:
            raise MeasureError("权重的分母太大，无法精确相加：请用更简单的分数。")
        if not 0 < self.line <= self.total:
            raise MeasureError(f"k={self.k} 不在范围内：请取大于 0、不超过权重合计的数。")

    @property
    def exact(self) -> dict[str, Fraction]:
        if not self.weights:
            return dict.fromkeys(self.indicators, Fraction(1))
        return {i: Fraction(self.weights.get(i, 0)) for i in self.indicators}

    @property
    def scale(self) -> int:
        return lcm(*(w.denominator for w in self.exact.values()))

    @property
    def whole(self) -> dict[str, int]:
        """The weights as whole numbers in the same proportions."""
        return {i: int(w * self.scale) for i, w in self.exact.items()}

    @property
    def total(self) -> int:
        return sum(self.whole.values())

    @property
    def line(self) -> int:
        """Who is deprived in so much (in whole weights) or more is poor."""
        return ceil(self.k * (self.total if self.k <= 1 else self.scale))

    @property
    def surveyed(self) -> bool:
        return any((self.weight, self.strata, self.cluster))
