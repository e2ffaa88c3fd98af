"""Learn a ranking from examples: which candidate was right, among the marks of all."""

import csv
import math
import random
from collections import Counter, defaultdict
from pathlib import Path

from core.language.learned.fit import LEAST_SEEN, LEAST_WEIGHT
from core.language.learned.weights import SCALE

ROUNDS = 20
STEP = 0.05
DECAY = 0.02
Choice = tuple[dict[str | None, frozenset[str]], str | None]


def rank(choices: list[Choice]) -> dict[str, float]:
    """Weights by mark; an example whose right answer is no candidate teaches nothing."""
    seen = Counter(m for marks, _ in choices for m in set().union(*marks.values()))
    kept = {m for m, n in seen.items() if n >= LEAST_SEEN}
    data = [
        ({who: sorted(found & kept) for who, found in marks.items()}, right)
        for marks, right in choices
        if right in marks
    ]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-3)
    order = random.Random(20220722)
    for _ in range(ROUNDS):
        order.shuffle(data)
        for marks, right in data:
            _learn(weights, squares, marks, right)
        for mark in weights:
            weights[mark] *= 1 - DECAY
    return weights


def _learn(
    weights: dict[str, float],
    squares: dict[str, float],
    marks: dict[str | None, list[str]],
    right: str | None,
) -> None:
    scores = {who: sum(weights[m] for m in found) for who, found in marks.items()}
    top = max(scores.values())
    whole = sum(math.exp(s - top) for s in scores.values())
    for who, found in marks.items():
        slope = math.exp(scores[who] - top) / whole - (who == right)
        if abs(slope) > 1e-3:
            for mark in found:
                squares[mark] += slope * slope
                weights[mark] -= STEP * slope / math.sqrt(squares[mark])


def save(weights: dict[str, float], path: Path) -> int:
    """Write the table; returns how many marks it holds."""
    rows = {mark: round(weight * SCALE) for mark, weight in weights.items()}
    kept = {mark: weight for mark, weight in rows.items() if abs(weight) >= LEAST_WEIGHT}
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["mark", "weight"])
        out.writerows(sorted(kept.items()))
    return len(kept)
