"""Proof that an answer matters: two families that differ in it alone and get different verdicts.

Both families are as told; what is still unknown of them is filled in from the examples under which
the rule says yes, for households of several sizes. A question without such a pair is not asked.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product
from typing import Any

import polars as pl

from core.city.standards import Standards
from core.rules.engine.follows import Values
from core.rules.engine.plan import Compiled, blank_columns, plan, prepared
from core.rules.engine.shelf import all_rules, vocabulary
from core.rules.engine.values import Range

SIZES = (1, 2, 3, 4, 6, 9, 40)
"""Sizes of families to try where nobody told."""
LARGE = 10**11
"""More fen than any limit."""
ANSWERS = 60
"""So many combinations of answers are tried for a question about several facts."""


def witness(
    asked: Sequence[str], rule: str, missing: Collection[str], row: Values, std: Standards
) -> tuple[Values, Values] | None:
    """Two families, one of which gets a yes from the rule and the other a no; None without any.

    They differ in the *asked* facts only, agree with everything known in *row*, and have all that
    the rule is *missing*.
    """
    compiled = plan(std).rules[rule]
    answers = list(islice(product(*(_values(n, row.get(n)) for n in asked)), ANSWERS))
    whole = _families(row, compiled, missing)
    families = [{n: v for n, v in f.items() if n not in asked} for f in whole]
    rows = [{**f, **dict(zip(asked, a, strict=True))} for f in families for a in answers]
    said = _verdicts(rows, compiled, std) if rows else []
    for start in range(0, len(rows), len(answers)):
        group = said[start : start + len(answers)]
        if True in group and False in group:
            return rows[start + group.index(True)], rows[start + group.index(False)]
    return None


def _verdicts(rows: list[Values], compiled: Compiled, std: Standards) -> list[bool | None]:
    names = {name for row in rows for name in row}
    schema = {name: dtype for name, dtype in blank_columns().items() if name in names}
    frame = pl.LazyFrame({n: [row.get(n) for row in rows] for n in schema}, schema=schema)
    found = prepared(frame, std).select(compiled.verdict().alias("said")).collect()
    return found["said"].to_list()


def _families(row: Values, compiled: Compiled, missing: Collection[str]) -> Iterator[Values]:
    """What was told, completed in several ways."""
    for told in _told(row):
        for fill in _fills(compiled.rule.name):
            whole = {**{n: v for n, v in fill.items() if n in missing}, **told}
            yield whole
            if "n_members" in missing:
                yield from ({**whole, "n_members": size} for size in SIZES)


def _told(row: Values) -> Iterable[Values]:
    """The known facts, once with every range at its least and once at its most."""
    known = {n: v for n, v in row.items() if v is not None}
    ranged = any(isinstance(v, Range) for v in known.values())
    for end in ("least", "most") if ranged else ("least",):
        yield {n: getattr(v, end) if isinstance(v, Range) else v for n, v in known.items()}


@cache
def _fills(name: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of the examples that get a yes without receiving, completed by one another."""
    rule = next(r for r in all_rules() if r.name == name)
    hits = [e.row for e in rule.examples if e.expect and not rule.gets_by(e.row)]
    base: Values = {}
    for row in hits:
        base |= row
    askable = {name for name, fact in vocabulary().items() if fact.question is not None}
    found = [{n: v for n, v in (base | row).items() if n in askable} for row in hits]
    return tuple(found)


def _values(name: str, told: Any) -> list[Any]:
    """The answers to try: all choices, and every number at which an example turns."""
    if not isinstance(told, Range):
        return list(_tried(name))
    inside = [v for v in _tried(name) if told.least <= v <= told.most]
    return sorted({told.least, told.most, *inside})


@cache
def _tried(name: str) -> tuple[Any, ...]:
    fact = vocabulary()[name]
    if fact.kind == "bool":
        return (False, True)
    if fact.kind == "choice":
        return tuple(fact.choices)
    seen = {e.row[name] for r in all_rules() for e in r.examples if e.row.get(name) is not None}
    more = set(SIZES) if fact.kind == "count" else {LARGE} if fact.kind == "money" else set()
    return tuple(sorted(seen | more | {0}))
