"""All rules of one day and city as expressions, built once and kept.

A rule whose parameters have no value on that day cannot be told; a rule that is not yet or no
longer in force is not promised.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any

import polars as pl
from polars import Expr, lit

from core.city.standards import NotInForce, Standards
from core.rules.engine.logic import joined, tests
from core.rules.engine.need import Amount, Need
from core.rules.engine.shelf import Rule, rules, vocabulary


@dataclass(frozen=True)
class Compiled:
    """One rule ready to be evaluated. *why_not* says why it cannot be, in one sentence."""

    rule: Rule
    needs: Mapping[str, Need]
    amount: Amount | None
    in_force: bool
    why_not: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    def test_names(self, need: str) -> list[str]:
        return [f"{self.rule.id}.{need}.{i}" for i, _ in enumerate(tests(self.needs[need].holds))]

    def verdict(self) -> Expr:
        """Yes, no or cannot tell for a whole table."""
        if self.why_not:
            return lit(None, pl.Boolean)
        if not self.in_force:
            return lit(False)
        whole = reduce(and_, (joined(need.holds) for need in self.needs.values()))
        received = self.rule.receiving() if self.rule.receiving else None
        return whole if received is None else received.fill_null(False) | whole

    @property
    def can_be_missed(self) -> bool:
        """A benefit in force of which it can be known whether it is received."""
        known = self.rule.receiving is not None and self.rule.is_benefit
        return known and self.in_force and not self.why_not

    def received(self) -> Expr:
        return self.rule.receiving() if self.rule.receiving else lit(None, pl.Boolean)


@dataclass(frozen=True)
class Plan:
    """*layers* are the columns the basis works out; *cells* everything one person's answer needs."""

    std: Standards
    rules: Mapping[str, Compiled]
    layers: tuple[tuple[Expr, ...], ...]
    derived: tuple[str, ...]
    asks: Mapping[str, tuple[str, ...]]
    cells: tuple[Expr, ...]
    reads: Mapping[str, tuple[str, ...]]


_PLANS: dict[tuple[Any, ...], tuple[Any, Plan]] = {}
KEPT = 32
DERIVED = {
    "R-02": ("income", "income_least", "income_most", "pc"),
    "R-03": ("support", "support_most"),
    "R-10": ("year", "after_costs", "costs_pc"),
}
"""The columns a rule works out, for days on which a parameter has no value."""


def plan(std: Standards) -> Plan:
    """The plan of these standards; the parameters are kept beside it so that their id stays."""
    key = (std.at, id(std.parameters))
    if key not in _PLANS:
        if len(_PLANS) >= KEPT:
            _PLANS.clear()
        _PLANS[key] = (std.parameters, _build(std))
    return _PLANS[key][1]


def _build(std: Standards) -> Plan:
    compiled = {id_: _compiled(rule, std) for id_, rule in rules(std.at).items()}
    layers, asks = _derived(std)
    cells = [cell for c in compiled.values() for cell in _cells(c, std)]
    reads = {cell.meta.output_name(): tuple(cell.meta.root_names()) for cell in cells}
    names = tuple(e.meta.output_name() for layer in layers for e in layer)
    return Plan(std, compiled, layers, names, asks, tuple(cells), reads)


def _compiled(rule: Rule, std: Standards) -> Compiled:
    in_force = rule.label.holds(std.at)
    try:
        needs = rule.conditions(std) if in_force else {}
        amount = rule.amount(std) if rule.amount and in_force else None
        parameters = _dated(needs, amount, std)
    except NotInForce as problem:
        return Compiled(rule, {}, None, in_force, str(problem))
    return Compiled(rule, needs, amount, in_force, parameters=parameters)


def _dated(needs: Mapping[str, Need], amount: Amount | None, std: Standards) -> dict[str, str]:
    """The parameters a rule rests on, each with the day its value began."""
    names = {name for need in needs.values() for name in need.rests_on}
    if amount is not None:
        names |= {amount.rests_on} if isinstance(amount.rests_on, str) else set(amount.rests_on)
    return {name: std.value(name).since.isoformat() for name in sorted(names)}


def _derived(std: Standards) -> tuple[tuple[tuple[Expr, ...], ...], dict[str, tuple[str, ...]]]:
    """One layer a rule that works out columns, in the order of their ids."""
    layers: list[tuple[Expr, ...]] = []
    asks: dict[str, tuple[str, ...]] = {}
    for rule in rules(std.at).values():
        if rule.columns is None:
            continue
        try:
            found = rule.columns(std)
            asks |= rule.asks(std) if rule.asks else {}
        except NotInForce:
            found = {name: lit(None, pl.Int64) for name in DERIVED[rule.id]}
        layers.append(tuple(e.alias(name) for name, e in found.items()))
    return tuple(layers), asks


def _cells(compiled: Compiled, std: Standards) -> list[Expr]:
    """Tests, limits, amounts, hints and receipt of one rule, each under its own name."""
    id_ = compiled.rule.id
    found: list[Expr] = []
    for name, need in compiled.needs.items():
        named = zip(compiled.test_names(name), tests(need.holds), strict=True)
        found += [test.alias(title) for title, test in named]
        if isinstance(need.limit, Expr):
            found.append(need.limit.alias(f"{id_}.{name}.limit"))
    if compiled.amount is not None:
        found += _amount_cells(id_, compiled.amount)
    if compiled.in_force and compiled.rule.hints:
        hints = compiled.rule.hints(std)
        found += [e.alias(f"{id_}.hint.{name}") for name, e in hints.items()]
    if compiled.rule.receiving:
        found.append(compiled.rule.receiving().alias(f"{id_}.received"))
    return found


def _amount_cells(id_: str, amount: Amount) -> list[Expr]:
    ends = {"low": amount.low, "high": amount.high, "assumed": amount.assumed}
    found = []
    for name, end in ends.items():
        if end is not None:
            whole = end if isinstance(end, Expr) else lit(end, pl.Int64)
            found.append(whole.alias(f"{id_}.amount.{name}"))
    return found


def blank_columns() -> dict[str, pl.DataType]:
    """Every fact's column and its type."""
    return {name: fact.dtype for name, fact in vocabulary().items()}


def prepared(frame: pl.LazyFrame, std: Standards) -> pl.LazyFrame:
    """A frame of facts with what is missing as null and the columns of the basis worked out."""
    return worked_out(completed(frame), std)


def worked_out(rows: pl.LazyFrame, std: Standards) -> pl.LazyFrame:
    """The same for a frame that has every fact already."""
    for layer in plan(std).layers:
        rows = rows.with_columns(layer)
    return rows


def completed(frame: pl.LazyFrame) -> pl.LazyFrame:
    """A frame of facts with every fact that is missing as null."""
    there = set(frame.collect_schema().names())
    absent = {n: dtype for n, dtype in blank_columns().items() if n not in there}
    return frame.with_columns(lit(None, dtype).alias(name) for name, dtype in absent.items())
