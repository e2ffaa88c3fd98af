"""What the {blanks} in a rule's sentences are filled with: the city's parameters of the day."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.city.standards import NotInForce, Standards
from core.rules.engine.shelf import Rule


class Blanks(Mapping[str, Any]):
    """Parameters by name, as people read them; a rule may add its own."""

    def __init__(self, std: Standards, own: Mapping[str, Any]) -> None:
        self.std, self.own = std, own

    def __getitem__(self, name: str) -> Any:
        return self.own[name] if name in self.own else _words(self.std, name)

    def __iter__(self) -> Iterator[str]:
        return iter({**self.std.parameters, **self.own})

    def __len__(self) -> int:
        return len({*self.std.parameters, *self.own})


def blanks(rule: Rule, std: Standards) -> Blanks:
    own = rule.blanks(std) if rule.blanks and rule.label.holds(std.at) else {}
    return Blanks(std, own)


def _words(std: Standards, name: str) -> str:
    try:
        return str(std[name])
    except NotInForce:
        return "—"
