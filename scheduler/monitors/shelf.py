"""Walk the shelf of monitors once, and hold each as one object."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType

import polars as pl

from core.cases.brief import Brief
from core.city import Standards
from core.rule import Example, Label, name_of, shelf
from core.variables.engine.tally import Tally
from scheduler.monitors.watch import Watch

Condition = Callable[[Standards], pl.Expr]


@dataclass(frozen=True)
class Monitor:
    """One monitor: its label and instructions, its conditions, its proof of success, its colour.

    *when* opens a finding. *still* keeps it open: the same condition, unless the monitor looks for
    something new (an accident, a diagnosis), which stays a reason to help when it is no longer
    news. *members* is what it counts over the members of a household.
    """

    id: str
    name: str
    label: Label
    watch: Watch
    when: Condition
    still: Condition
    proven: Condition
    colour: Condition
    members: Callable[[Standards], Mapping[str, Tally]]
    examples: tuple[Example, ...]
    keeps: tuple[Example, ...]
    proofs: tuple[Example, ...]
    at: date
    doc: str

    def asked(self, std: Standards) -> list[pl.Expr]:
        """What is answered of every subject: says, still, proven, colour."""
        says, still = self.when(std), self.still(std)
        answers = (says, says | still, self.proven(std), self.colour(std))
        names = ("says", "still", "proven", "colour")
        return [e.alias(f"{self.id}.{n}") for n, e in zip(names, answers, strict=True)]

    def columns(self, std: Standards) -> set[str]:
        """The columns it reads or shows."""
        read = {name for answer in self.asked(std) for name in answer.meta.root_names()}
        return read | {show.column for show in self.watch.shows}

    def brief(self) -> Brief:
        """The instructions, as a case keeps them."""
        watch = self.watch
        return Brief(
            monitor=self.id,
            version=watch.version,
            title=self.label.title,
            title_en=self.label.title_en,
            why=watch.why,
            why_en=watch.why_en,
            ask=watch.ask,
            ask_en=watch.ask_en,
            need=watch.need,
            need_en=watch.need_en,
            whistle=watch.whistle,
            answer_within=watch.answer_within,
            visit_within=watch.visit_within,
            close_within=watch.close_within,
            offers=watch.offers,
            line=watch.line,
            proof=watch.proof,
            proof_en=watch.proof_en,
        )


@cache
def monitors() -> dict[str, Monitor]:
    """Every monitor by its id (MON-01 …)."""
    package = sys.modules["scheduler.monitors"]
    return {m.LABEL.id: _monitor(m) for m in shelf(package)}


def in_force(at: date) -> list[Monitor]:
    return [monitor for monitor in monitors().values() if monitor.label.holds(at)]


def _nobody(std: Standards) -> Mapping[str, Tally]:
    return {}


def _monitor(module: ModuleType) -> Monitor:
    return Monitor(
        id=module.LABEL.id,
        name=name_of(module),
        label=module.LABEL,
        watch=module.WATCH,
        when=module.when,
        still=getattr(module, "still", module.when),
        proven=module.proven,
        colour=module.colour,
        members=getattr(module, "members", _nobody),
        examples=tuple(module.EXAMPLES),
        keeps=tuple(getattr(module, "KEEPS", ())),
        proofs=tuple(module.PROOFS),
        at=module.AT,
        doc=module.__doc__ or "",
    )
