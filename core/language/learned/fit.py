"""Learn a table of weights from labelled examples: logistic regression, step by step, no chance in it."""

import csv
import math
import random
from collections import Counter
from pathlib import Path

from core.language.learned.weights import SCALE

ROUNDS = 24
STEP = 0.5
DECAY = 0.006  # how much every weight shrinks in a round
LEAST_SEEN = 2  # a string seen in fewer examples is not learned
LEAST_WEIGHT = 6  # hundredths; a row of smaller weights is left out
SIGNS = "@%#"  # how the names of signs start: what the rules saw, no plain string
NOWHERE = -1  # of an example whose rules lean nowhere
Example = tuple[frozenset[str], str]


def fit(
    examples: list[Example],
    classes: tuple[str, ...],
    told: list[str] | None = None,
    leaning: float = 0.0,
    hidden: float = 0.0,
) -> dict[str, list[float]]:
    """Weights by string; the bias is under "".

    *told* is what the rules read in every example: the weights then learn only what the rules, who
    count *leaning* (a logarithm) at reading time too, have not said already. *hidden* is the share
    of plain strings that every look at an example leaves out: what is learned then leans on many
    strings and on the signs, not on the few that tell one example from all others.
    """
    seen = Counter(f for features, _ in examples for f in features)
    kept = {f for f, n in seen.items() if n >= LEAST_SEEN}
    leans = [classes.index(c) for c in told] if told else [NOWHERE] * len(examples)
    data = [
        ([f for f in sorted(features) if f in kept], classes.index(c), lean)
        for (features, c), lean in zip(examples, leans, strict=True)
    ]
    weights = {f: [0.0] * len(classes) for f in sorted(kept)} | {"": [0.0] * len(classes)}
    squares = {f: [1e-3] * len(classes) for f in weights}
    order = random.Random(20220722)
    for _ in range(ROUNDS):
        order.shuffle(data)
        for features, right, lean in data:
            seen_now = [f for f in features if not hidden or _stays(f, order, hidden)]
            _learn(weights, squares, [*seen_now, ""], right, {lean: leaning})
        for row in weights.values():
            row[:] = [w * (1 - DECAY) for w in row]
    for feature, row in weights.items():
        if feature and feature[0] not in SIGNS:
            row[:] = [w * (1 - hidden) for w in row]
    return weights


def _stays(feature: str, order: random.Random, hidden: float) -> bool:
    return feature[0] in SIGNS or order.random() >= hidden


def _learn(
    weights: dict[str, list[float]],
    squares: dict[str, list[float]],
    features: list[str],
    right: int,
    shift: dict[int, float],
) -> None:
    rows = [weights[f] for f in features]
    scores = [sum(column) + shift.get(i, 0) for i, column in enumerate(zip(*rows, strict=True))]
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    whole = sum(powers)
    slopes = [p / whole - (i == right) for i, p in enumerate(powers)]
    for feature, row in zip(features, rows, strict=True):
        square = squares[feature]
        for i, slope in enumerate(slopes):
            if abs(slope) > 1e-3:
                square[i] += slope * slope
                row[i] -= STEP * slope / math.sqrt(square[i]) / 8


def save(
    weights: dict[str, list[float]],
    classes: tuple[str, ...],
    path: Path,
    least: int = LEAST_WEIGHT,
) -> int:
    """Write the table; returns how many strings it holds. *least* is the weight a row must reach."""
    rows = {f: [round(w * SCALE) for w in row] for f, row in weights.items()}
    kept = {f: row for f, row in rows.items() if f and max(map(abs, row)) >= least}
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["string", *classes])
        out.writerow(["", *rows[""]])
        out.writerows([f, *(w or "" for w in row)] for f, row in sorted(kept.items()))
    return len(kept)
