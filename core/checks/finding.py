"""One checked thing, as the doctor tells it."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Literal

from core.house import House

Level = Literal["ok", "warn", "bad"]


@dataclass(frozen=True)
class Finding:
    """One checked thing: what it is, how it is, what to do."""

    check: str
    level: Level
    words: str
    fix: str = ""

    def to_json(self) -> dict[str, str]:
        return asdict(self)


Check = Callable[[House], Awaitable[list[Finding]]]
