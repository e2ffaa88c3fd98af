"""Faults on purpose: which call goes wrong, how often, and how.

    Faults([Fault("429", method="sendMessage", times=2, retry_after=3)], seed=7)

The rules are only looked up here; broken.py carries them out, so the server itself stays honest.
The same seed and the same order of calls give the same faults.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

KINDS = {
    "429": "too many requests, with retry_after (None: without saying when)",
    "5xx": "a JSON error of the given status",
    "error": "a refusal of the given status and text",
    "html": "a proxy's HTML page of the given status",
    "hang": "no answer for `seconds`, then the connection breaks",
    "reset": "the connection breaks at once",
    "truncated": "executed; half of the JSON arrives",
    "slow": "executed; the answer drips for `seconds`",
    "duplicate": "an update is handed out again, even after it was confirmed",
    "reorder": "updates are handed out in another order",
}
ON_UPDATES = ("duplicate", "reorder")
ALWAYS_AFTER = ("truncated", "slow")


@dataclass
class Fault:
    """One rule. *method* is a pattern (send*), *skip* lets so many matching calls pass first,
    *times* is how often it strikes at most, *after* means: execute the call, then fail."""

    kind: str
    method: str = "*"
    chat: int | None = None
    times: int | None = None
    skip: int = 0
    probability: float = 1.0
    after: bool = False
    seconds: float = 60.0
    retry_after: int | None = 1
    status: int = 500
    text: str = "Internal Server Error"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")
        self.after = self.after or self.kind in ALWAYS_AFTER

    def fits(self, method: str, chat: int | None) -> bool:
        if self.chat is not None and chat != self.chat:
            return False
        return fnmatchcase(method.lower(), self.method.lower())


@dataclass
class _Rule:
    fault: Fault
    dice: random.Random
    met: int = 0
    struck: int = 0

    def strikes(self) -> bool:
        self.met += 1
        if self.met <= self.fault.skip or self.struck == self.fault.times:
            return False
        if self.dice.random() >= self.fault.probability:
            return False
        self.struck += 1
        return True


@dataclass
class Faults:
    """All rules of one server, in order; the first that strikes decides."""

    rules: Iterable[Fault] = ()
    seed: int = 0
    _live: list[_Rule] = field(default_factory=list)

    def __post_init__(self) -> None:
        for rule in self.rules:
            self.add(rule)

    def add(self, fault: Fault | None = None, **facts: Any) -> Fault:
        """One more rule, given whole or by its fields."""
        fault = fault or Fault(**facts)
        self._live.append(_Rule(fault, random.Random(f"{self.seed}:{len(self._live)}")))
        return fault

    def clear(self) -> None:
        self._live.clear()

    def for_call(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, if any."""
        return self._first(method, chat, on_updates=False)

    def for_updates(self, chat: int | None = None) -> Fault | None:
        """The fault that hits this handing-out of updates, if any."""
        return self._first("getUpdates", chat, on_updates=True)

    def struck(self) -> list[tuple[str, int]]:
        """Each rule's kind and how often it struck."""
        return [(rule.fault.kind, rule.struck) for rule in self._live]

    def _first(self, method: str, chat: int | None, *, on_updates: bool) -> Fault | None:
        for rule in self._live:
            mine = (rule.fault.kind in ON_UPDATES) == on_updates
            if mine and rule.fault.fits(method, chat) and rule.strikes():
                return rule.fault
        return None
