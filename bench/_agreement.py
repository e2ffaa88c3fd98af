"""What a reading of a message has in common with its label, counted; and how sure such counts are."""

import math
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Z = 1.96  # of the normal distribution, for 95 %
DRAWS = 1000
Item = tuple[Any, ...]
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Count:
    """Of one message: what was found and right, found and wrong, not found."""

    right: int
    wrong: int
    missed: int


def facts_of(label: dict[str, Any]) -> Iterator[Item]:
    """Every fact of a message as (whom, key, value); lists are told apart."""
    whom = label.get("facts", {}).get("relation")
    for person in (label.get("facts", {}), *(label.get("others") or ())):
        main = person is label.get("facts")
        for key, value in person.items():
            if key == "relation" and not main:
                continue  # of others only what is said about them counts
            who = "main" if main or person.get("relation") == whom else person.get("relation")
            for one in value if isinstance(value, list) else [value]:
                yield (who, key, one)


def helps_of(label: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = label.get("helps", [])
    return found


def same_fact(said: Item, labelled: Item) -> bool:
    return said[:2] == labelled[:2] and same_value(said[2], labelled[2])


def same_value(said: Any, labelled: Any) -> bool:
    """A vague number is right as a range or as any number inside; a plain number only exactly."""
    if isinstance(labelled, dict):
        low, high = labelled.get("min", 0), labelled.get("max", math.inf)
        low_said, high_said = _ends(said)
        return bool(low - 1 <= low_said and high_said <= high + 1)
    if isinstance(said, int | float) and isinstance(labelled, int | float):
        return said == labelled and isinstance(said, bool) is isinstance(labelled, bool)
    return type(said) is type(labelled) and bool(said == labelled)


def _ends(said: Any) -> tuple[float, float]:
    if isinstance(said, dict):
        return said.get("min", 0), said.get("max", math.inf)
    return (said, said) if isinstance(said, int | float) else (math.inf, -math.inf)


def same_help(said: dict[str, Any], labelled: dict[str, Any]) -> bool:
    """Kind and amount must agree, and the two nouns share a character (大米 and 米, 棉衣 and 衣服)."""
    return (
        said["kind"] == labelled["kind"]
        and said.get("amount_yuan") == labelled.get("amount_yuan")
        and bool(set(said.get("item", "")) & set(labelled.get("item", "")))
    )


def compare(said: Iterable[Any], labelled: Iterable[Any], same: Same) -> Count:
    """Pair what was said with what was labelled, every label once."""
    left, right, wrong = list(labelled), 0, 0
    for one in said:
        at = next((i for i, other in enumerate(left) if same(one, other)), None)
        if at is None:
            wrong += 1
        else:
            left.pop(at)
            right += 1
    return Count(right, wrong, len(left))


def share(hits: int, of: int) -> dict[str, Any]:
    """A share with its 95 % interval by Wilson; no value where nothing was counted."""
    if not of:
        return {"value": None, "of": 0}
    p = hits / of
    middle = (p + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z / (1 + Z * Z / of) * math.sqrt(p * (1 - p) / of + Z * Z / (4 * of * of))
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return {"value": round(p, 3), "low": round(low, 3), "high": round(high, 3), "of": of}


def f1(counts: Sequence[Count]) -> dict[str, Any]:
    """Micro precision, recall and F1; the interval of F1 by drawing messages anew."""
    right, wrong, missed = _sum(counts)
    drawn = random.Random(20220722)
    again = sorted(
        _f1(*_sum(drawn.choices(counts, k=len(counts)))) for _ in range(DRAWS if counts else 0)
    )
    return {
        "f1": round(_f1(right, wrong, missed), 3),
        "low": round(again[int(0.025 * DRAWS)], 3) if again else None,
        "high": round(again[int(0.975 * DRAWS) - 1], 3) if again else None,
        "precision": share(right, right + wrong),
        "recall": share(right, right + missed),
    }


def _sum(counts: Sequence[Count]) -> tuple[int, int, int]:
    return (
        sum(c.right for c in counts),
        sum(c.wrong for c in counts),
        sum(c.missed for c in counts),
    )


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0
