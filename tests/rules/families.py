"""Rows of the rules' examples as frames and as families, and the city's standards of a day."""

from datetime import date
from functools import cache
from importlib import import_module

import polars as pl

from core.city import load_city
from core.rules import Facts, Person, eligible
from core.rules.engine.plan import blank_columns
from core.rules.engine.shelf import Rule, all_rules, is_personal

SUMMER = date(2022, 7, 15)
RULES = all_rules()
IDS = [f"{rule.id}-{rule.name}" for rule in RULES]


def module_of(rule: Rule):
    return import_module(f"core.rules.{rule.name}")


def day_of(rule: Rule) -> date:
    """The day the examples of a rule speak of."""
    return getattr(module_of(rule), "AT", max(rule.label.since, SUMMER))


def standards(at: date = SUMMER):
    return load_city().standards(at)


def frame(rows: list[dict]) -> pl.DataFrame:
    schema = blank_columns()
    assert not {name for row in rows for name in row} - set(schema)
    return pl.DataFrame([{n: row.get(n) for n in schema} for row in rows], schema=schema)


def family(row: dict) -> Facts:
    """The row as one person's facts: nothing follows, nothing is taken for granted."""
    own = {n: v for n, v in row.items() if is_personal(n)}
    return Facts({n: v for n, v in row.items() if not is_personal(n)}, (Person("self", own),))


def pays(rule: Rule):
    return getattr(module_of(rule), "PAYS", ())


@cache
def told(name: str) -> list:
    """The verdicts a chat gives for the examples of a rule, one by one."""
    rule = next(r for r in RULES if r.name == name)
    std = standards(day_of(rule))
    each = ({v.id: v for v in eligible(family(e.row), std)} for e in rule.examples)
    return [found[rule.id] for found in each]
