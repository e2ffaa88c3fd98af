"""Matters that are not assistance: which counter and which phone can help (core/counsel/elsewhere).

One small file a matter; who asks for a licence is shown the way and is not told of dibao.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent / "elsewhere"


@dataclass(frozen=True)
class Counter:
    """A matter, where it is settled, whom to call; *words* tell that it is meant."""

    name: str
    title: str
    title_en: str
    where: str
    where_en: str
    phone: str
    words: tuple[str, ...]

    def told(self, text: str) -> int:
        """How many of its words, by characters, stand in *text*."""
        return sum(len(word) for word in self.words if word in text)


@cache
def counters() -> tuple[Counter, ...]:
    """Every matter we know the counter of."""
    return tuple(_read(path) for path in sorted(HERE.glob("*.yaml")))


def counter_for(text: str) -> Counter | None:
    """The counter for what somebody says; None where none of our words are in it."""
    best = max(counters(), key=lambda counter: counter.told(text), default=None)
    return best if best and best.told(text) else None


def _read(path: Path) -> Counter:
    raw = yaml.safe_load(path.read_text("utf-8"))
    return Counter(
        name=path.stem,
        title=raw["title"],
        title_en=raw["title_en"],
        where=raw["where"],
        where_en=raw["where_en"],
        phone=str(raw["phone"]),
        words=tuple(raw["words"]),
    )
