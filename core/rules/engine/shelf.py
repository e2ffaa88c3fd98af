"""The rule cards as objects: a module with its logic, a YAML file with its words."""

import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from types import ModuleType

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Example, Label, name_of, shelf
from core.rules.engine.card import Card, card
from core.rules.engine.need import Amount, Need
from core.rules.facts import Fact, facts, held

BASIS = "基础"
"""The group of the four rules that only count: members, income, support, property."""


BY_DECISION = ("急难社会救助", "服务", "慈善")
"""Groups that depend on places, funds or a decision: nobody has a right to them as such."""


@dataclass(frozen=True)
class Rule:
    """One card. *columns* are what it works out for others, *asks* which facts
    settle such a column: `a|b` one of two, `b if a` one that only matters where another holds.

    *hints* are lines for officials that appear when their expression holds; they decide nothing.
    """

    name: str
    label: Label
    card: Card
    conditions: Callable[[Standards], Mapping[str, Need]]
    receiving: Callable[[], Expr] | None
    amount: Callable[[Standards], Amount] | None
    columns: Callable[[Standards], Mapping[str, Expr]] | None
    asks: Callable[[Standards], Mapping[str, tuple[str, ...]]] | None
    hints: Callable[[Standards], Mapping[str, Expr]] | None
    blanks: Callable[[Standards], Mapping[str, object]] | None
    examples: tuple[Example, ...]
    doc: str

    @property
    def id(self) -> str:
        return self.label.id

    @property
    def is_benefit(self) -> bool:
        return self.card.group != BASIS

    @property
    def is_right(self) -> bool:
        """A benefit that is due to everybody who meets its conditions."""
        return self.is_benefit and self.card.group not in BY_DECISION

    @property
    def gets(self) -> str | None:
        """The rule's own fact that it is already received; None where another fact says so."""
        return f"gets_{self.name}" if isinstance(self.receiving, partial) else None

    def gets_by(self, row: Mapping[str, object]) -> bool:
        """Whether a row says yes only because the benefit is already received."""
        return len(row) == 1 and (f"gets_{self.name}" in row or "status" in row or "tekun" in row)

    def title(self, lang: str = "zh") -> str:
        return self.label.title_en if lang == "en" else self.label.title


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every version of every rule, by id and then by the day it begins."""
    found = [_rule(module) for module in shelf(sys.modules["core.rules"])]
    return tuple(sorted(found, key=lambda r: (r.id, r.label.since)))


@cache
def rules(at: date) -> dict[str, Rule]:
    """One rule an id: the version in force on *at*, or else the next one to come."""
    found: dict[str, Rule] = {}
    for rule in all_rules():
        current = found.get(rule.id)
        if current is None or (not current.label.holds(at) and current.label.since <= at):
            found[rule.id] = rule
    return found


def about(topics: Collection[str], at: date) -> list[str]:
    """The ids of the rules people mean by these topics, such as dibao or housing."""
    return [id_ for id_, rule in rules(at).items() if set(rule.card.topics) & set(topics)]


@cache
def vocabulary() -> dict[str, Fact]:
    """Every fact: those with a file, and for every benefit whether it is already received."""
    own = [
        held(r.name, r.label.title, r.label.title_en, r.card.of, r.card.line)
        for r in all_rules()
        if r.gets
    ]
    return facts() | {fact.name: fact for fact in own}


def is_personal(name: str) -> bool:
    """Whether a column is a fact of a person; all others belong to the household."""
    fact = vocabulary().get(name)
    return fact is not None and fact.of == "person"


def _receiving(module: ModuleType, words: Card) -> Callable[[], Expr] | None:
    """What the module says; else the benefit's own fact. The basis gives nothing to receive."""
    if words.group == BASIS or hasattr(module, "receiving"):
        return getattr(module, "receiving", None)
    return partial(col, f"gets_{name_of(module)}")


def _rule(module: ModuleType) -> Rule:
    name = name_of(module)
    words = card(name)
    return Rule(
        name=name,
        label=module.LABEL,
        card=words,
        conditions=module.conditions,
        receiving=_receiving(module, words),
        amount=getattr(module, "amount", None),
        columns=getattr(module, "columns", None),
        asks=getattr(module, "asks", None),
        hints=getattr(module, "hints", None),
        blanks=getattr(module, "blanks", None),
        examples=tuple(module.EXAMPLES),
        doc=(module.__doc__ or "").strip(),
    )
