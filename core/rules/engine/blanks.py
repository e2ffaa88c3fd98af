"""What the {blanks} in a rule's sentences are filled with: the city's parameters of the day."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.city.standards import NotInForce, Standards
from core.rules.engine.shelf import Rule

UNTOLD = "—"
"""Stands where a parameter has no value on that day."""


class Blanks(Mapping[str, Any]):
    """Parameters by name, as people read them; a rule may add its own."""

    def __init__(self, std: Standards, own: Mapping[str, Any]) -> None:
        self.std, self.own = std, own

    def __getitem__(self, name: str) -> Any:
        if name in self.own:
            return self.own[name]
        return _words(self.std, name) if name in self.std.parameters else UNTOLD

    def __iter__(self) -> Iterator[str]:
        return iter({**self.std.parameters, **self.own})

    def __len__(self) -> int:
        return len({*self.std.parameters, *self.own})


def blanks(rule: Rule, std: Standards) -> Blanks:
    try:
        own = rule.blanks(std) if rule.blanks and rule.label.holds(std.at) else {}
    except NotInForce:
        own = {}
    return Blanks(std, own)


def _words(std: Standards, name: str) -> str:
    try:
        return str(std[name])
    except NotInForce:
        return UNTOLD
