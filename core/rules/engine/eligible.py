"""Every rule over what is known of one family: the same expressions as for the whole city."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
from polars import Expr

from core.city.standards import NotInForce, Standards
from core.rules.engine.blanks import blanks
from core.rules.engine.cells import Cells
from core.rules.engine.completions import frame
from core.rules.engine.logic import both, told
from core.rules.engine.missing import missing
from core.rules.engine.need import Need
from core.rules.engine.plan import Compiled, plan, prepared, worked_out
from core.rules.engine.stated import Facts, stated
from core.rules.engine.telling import kind_of, plain
from core.rules.engine.verdict import SAID, Because, Sum, Verdict

WORDS = {"zh": "施行日期", "en": "in force"}
RANK = {"yes": 0, "unknown": 1, "no": 2}


class Verdicts(list[Verdict]):
    """The verdicts of a family in the order of the rules, and what they rest on."""

    def __init__(self, found: Iterable[Verdict], facts: Facts, std: Standards) -> None:
        super().__init__(found)
        self.facts, self.std = facts, std


def eligible(facts: Facts | Mapping[str, Any], std: Standards) -> Verdicts:
    """One verdict a rule, R-01 to R-34; of several people the one it fits best.

    *facts* is what somebody told (see `stated`), or facts already read.
    """
    known = facts if isinstance(facts, Facts) else stated(facts, std.at)
    rows, places = frame(known)
    chosen = plan(std)
    cells = worked_out(rows.lazy(), std).select(*chosen.cells, *chosen.derived)
    columns = cells.collect().to_dict(as_series=False)
    people = [Cells(known, i, place, columns, len(rows)) for i, place in enumerate(places)]
    return Verdicts((_best(c, people, std) for c in chosen.rules.values()), known, std)


def _best(compiled: Compiled, people: list[Cells], std: Standards) -> Verdict:
    """The verdict of the person it fits best; a rule about the family has one anyway."""
    of_family = compiled.rule.card.of == "household"
    found = [_verdict(compiled, row, std) for row in (people[:1] if of_family else people)]
    return min(found, key=lambda v: (RANK[v.verdict], len(v.ask), v.person))


def _verdict(compiled: Compiled, row: Cells, std: Standards) -> Verdict:
    rule = compiled.rule
    received = f"{rule.id}.received"
    receiving = row.truth(received) if received in row.columns else None
    answers = {n: [row.truth(t) for t in compiled.test_names(n)] for n in compiled.needs}
    holds = {n: told(need.holds, answers[n]) for n, need in compiled.needs.items()}
    truth = None if compiled.why_not else both(list(holds.values())) if compiled.in_force else False
    answer = receiving or truth
    return Verdict(
        rule=rule,
        std=std,
        verdict=SAID[answer],
        who="family" if rule.card.of == "household" else row.who,
        person=row.person,
        receiving=receiving,
        because=tuple(_because(compiled, row, holds, std)),
        ask=missing(compiled, answers, row.fact, plan(std)) if answer is None else (),
        amount=None if answer is False and rule.is_benefit else _sum(compiled, row, std),
        hints=_hints(compiled, row, std),
        blanks=blanks(rule, std),
        parameters=compiled.parameters,
    )


def _because(
    compiled: Compiled, row: Cells, holds: Mapping[str, bool | None], std: Standards
) -> Iterable[Because]:
    rule = compiled.rule
    if compiled.why_not or not compiled.in_force:
        yield _dated(compiled, std)
    for name, need in compiled.needs.items():
        values = {fact: row.fact(fact) for fact in need.shows}
        if need.optional and all(v is None for v in values.values()):
            continue
        clause = rule.card.clauses[name]
        yield Because(
            id=name,
            title=clause.title.zh,
            title_en=clause.title.en,
            values=values,
            limit=_limit(rule.id, name, need, row),
            holds=holds[name],
            source=clause.source,
            since=clause.since,
            tag=clause.tag,
            assumed=clause.tag == "assumed" or rests_on_assumed(need.rests_on, std),
            change=clause.change.zh if clause.change else "",
            change_en=clause.change.en if clause.change else "",
        )


def _dated(compiled: Compiled, std: Standards) -> Because:
    """Why a rule is not looked at on this day: not in force, or no value of a parameter."""
    label = compiled.rule.label
    return Because(
        id="in_force",
        title=compiled.why_not or WORDS["zh"],
        title_en=compiled.why_not or WORDS["en"],
        values={"at": std.at.isoformat()},
        limit=label.since.isoformat() if std.at < label.since else str(label.until),
        holds=None if compiled.why_not else False,
        source=label.source,
        since=label.since,
        tag=label.tag,
        assumed=False,
    )


def _limit(id_: str, name: str, need: Need, row: Cells) -> Any:
    if not isinstance(need.limit, Expr):
        value = need.limit
    else:
        low, high = row.span(f"{id_}.{name}.limit")
        value = low if low == high else None
    return plain(_unit_of(need), value)


def _unit_of(need: Need) -> str:
    kinds = [kind_of(name) for name in need.shows]
    return next((k for k in kinds if k in ("money", "percent")), "number")


def _sum(compiled: Compiled, row: Cells, std: Standards) -> Sum | None:
    amount, id_ = compiled.amount, compiled.rule.id
    if amount is None:
        return None
    kind = "number" if amount.counted else "money"
    low = row.span(f"{id_}.amount.low")[0] if amount.low is not None else None
    high = row.span(f"{id_}.amount.high")[1] if amount.high is not None else None
    plays = amount.assumed is None or row.truth(f"{id_}.amount.assumed") is not False
    return Sum(
        low=plain(kind, low),
        high=plain(kind, high),
        unit=amount.unit[0],
        unit_en=amount.unit[1],
        assumed=plays and rests_on_assumed(amount.rests_on, std),
    )


def rests_on_assumed(names: tuple[str, ...] | str, std: Standards) -> bool:
    """Whether one of these parameters is only assumed on that day."""
    every = (names,) if isinstance(names, str) else names
    try:
        return any(std.value(name).tag == "assumed" for name in every)
    except NotInForce:
        return True


def _hints(compiled: Compiled, row: Cells, std: Standards) -> tuple[str, ...]:
    words, id_ = compiled.rule.card.hints, compiled.rule.id
    told_ = [n for n in words if f"{id_}.hint.{n}" in row.columns and row.truth(f"{id_}.hint.{n}")]
    return tuple(words[n].text("zh", blanks(compiled.rule, std)) for n in told_)


def table(rows: pl.DataFrame, std: Standards) -> pl.DataFrame:
    """Verdicts of many rows of facts at once: a column a rule, true, false or null."""
    chosen = plan(std)
    verdicts = [c.verdict().alias(id_) for id_, c in chosen.rules.items()]
    return prepared(rows.lazy(), std).select(verdicts).collect()
