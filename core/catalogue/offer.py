"""Read the shelf of help, and say whom an offer fits: yes, no, or cannot tell."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from core.rules.engine.logic import Part, all_of, any_of, joined

HERE = Path(__file__).parent
SHELVES = ("projects", "funds")
CHARITY = "慈善"


@dataclass(frozen=True)
class Offer:
    """One kind of help; *units* are department codes, or "town"/"village" of the family.

    *fund*: the charity funds that pay it; *purpose*: what else of charity is for the same (助医 …).
    """

    id: str
    title: str
    title_en: str
    kind: str
    form: str
    types: tuple[str, ...]
    benefit: str
    by: str
    units: tuple[str, ...]
    days: int
    why: str
    why_en: str
    documents: tuple[str, ...]
    proof: str
    proof_classes: tuple[str, ...]
    when: tuple[dict[str, Any], ...]
    since: date
    tag: str
    capacity: int | None
    budget_yuan: int | None
    capacity_of: dict[int, str]  # year → the city's parameter that says how many
    most_of: str  # the parameter of the most one household may get
    fund: tuple[str, ...] = ()
    purpose: str = ""

    @property
    def is_service(self) -> bool:
        return "服务" in self.form

    @property
    def gives_charity(self) -> bool:
        """Whether charity gives money or things with it."""
        return self.kind == CHARITY and "物质" in self.form


@cache
def offers() -> dict[str, Offer]:
    """Every offer by its name, which is its file name."""
    return {
        path.stem: _offer(path)
        for shelf in SHELVES
        for path in sorted((HERE / shelf).glob("*.yaml"))
    }


def alike(names: Sequence[str]) -> set[str]:
    """These offers and nouns, and whatever is for the same: offers of one purpose; for what charity
    gives, a grant of which only that is known (慈善)."""
    asked = [offers()[name] for name in names if name in offers()]
    purposes = {one.purpose for one in asked} - {""}
    same = {name for name, one in offers().items() if one.purpose in purposes}
    return {*names, *same, *(CHARITY for one in asked if one.gives_charity)}


def _offer(path: Path) -> Offer:
    raw = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    known = {f.name for f in fields(Offer)} - {"id", "capacity", "capacity_of", "most_of"}
    kept: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in raw.items()
        if name in known
    }
    limits = {"capacity": raw["capacity"]["a_year"], "capacity_of": raw["capacity"].get("by", {})}
    return Offer(id=path.stem, most_of=raw.get("most", ""), **limits, **kept)


def fits(offer: Offer, columns: set[str], at: date) -> pl.Expr:
    """Whether a household may be offered this; null where the data cannot tell.

    *columns* are the household variables at hand; a condition on any other cannot be told.
    """
    return joined(conditions(offer, columns)) if offer.since <= at else pl.lit(False)


def conditions(offer: Offer, columns: set[str]) -> Part:
    """What must hold, test by test in the order of `tested`."""
    return all_of(*(_condition(c, columns) for c in offer.when))


def tested(offer: Offer) -> list[dict[str, Any]]:
    """The single tests of an offer from left to right."""
    return [one for c in offer.when for one in c.get("any", [c])]


def asked(offer: Offer) -> set[str]:
    """The household variables an offer's conditions ask for."""
    return {test["of"] for test in tested(offer)}


def _condition(condition: dict[str, Any], columns: set[str]) -> pl.Expr | Part:
    if "any" in condition:
        return any_of(*(_test(one, columns) for one in condition["any"]))
    return _test(condition, columns)


def _test(condition: dict[str, Any], columns: set[str]) -> pl.Expr:
    name = condition["of"]
    if name not in columns:
        return pl.lit(None, dtype=pl.Boolean)
    if "one_of" in condition:
        return pl.col(name).cast(pl.String).is_in(condition["one_of"])
    if "is" in condition:
        wanted: bool = condition["is"]
        return pl.col(name) == wanted
    return _bound(name, condition, f"{name}_unknown" in columns)


def _bound(name: str, condition: dict[str, Any], counted: bool) -> pl.Expr:
    """A bound on a number; a count of members may be known in part only."""
    value = pl.col(name)
    most = value + pl.col(f"{name}_unknown") if counted else value
    if "at_least" in condition:
        wanted = condition["at_least"]
        return _three(value >= wanted, most < wanted)
    wanted = condition["at_most"]
    return _three(most <= wanted, value > wanted)


def _three(surely: pl.Expr, surely_not: pl.Expr) -> pl.Expr:
    return pl.when(surely).then(True).when(surely_not).then(False).otherwise(None)
