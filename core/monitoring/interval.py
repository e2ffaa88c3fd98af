"""A share with its uncertainty: never a percentage without how many it rests on."""

from dataclasses import dataclass
from math import sqrt
from typing import Any

Z = 1.959964  # 95 %


@dataclass(frozen=True)
class Share:
    """*right* of *n*, with the Wilson interval; nothing can be said of none."""

    right: int
    n: int

    @property
    def value(self) -> float | None:
        return self.right / self.n if self.n else None

    @property
    def low(self) -> float | None:
        return self._bounds()[0] if self.n else None

    @property
    def high(self) -> float | None:
        return self._bounds()[1] if self.n else None

    def _bounds(self) -> tuple[float, float]:
        n, p = self.n, self.right / self.n
        middle = p + Z**2 / (2 * n)
        around = Z * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
        whole = 1 + Z**2 / n
        return max(0.0, (middle - around) / whole), min(1.0, (middle + around) / whole)

    def to_json(self) -> dict[str, Any]:
        """Rounded to a tenth of a per cent."""
        return {
            "right": self.right,
            "n": self.n,
            "share": _rounded(self.value),
            "low": _rounded(self.low),
            "high": _rounded(self.high),
        }

    def words(self) -> str:
        """“83%（70–91%，60 件）”; “还没有结论” without any."""
        if self.low is None or self.high is None or self.value is None:
            return "还没有结论"
        return f"{self.value:.0%}（{self.low:.0%}–{self.high:.0%}，{self.n} 件）"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
