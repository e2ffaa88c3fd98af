"""One family on one day: variables, portrait, reasons, what is missing, what may help.

The same calculation as for the whole city, on one household; every value can name the class, the
department and the day it came from.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.city import City, Standards
from core.facts import Facts
from core.family.members import Member, members_of
from core.match import Suggestion, suggest
from core.portrait import portrait
from core.portrait.explain import GATES, Reading, explain
from core.portrait.questions import Question, questions
from core.portrait.sensitivity import sensitivity
from core.portrait.shelf import types
from core.portrait.what_if import turns
from core.privacy.vault import Vault
from core.rules import Next, Verdict, city_facts, eligible, known, next_question
from core.sources import sources
from core.variables import Evidence, features, provenance, variables

DRAWN = ("red", "yellow", "green", "changes")
CHEAPEST = {"department": "部门数据", "visit": "上门时问", "resident": "问本人"}


@dataclass(frozen=True)
class Portrayed:
    """What is known of a household as of *at*."""

    household: str
    at: date
    region: str
    members: tuple[Member, ...]
    values: Mapping[str, Any]
    result: Mapping[str, Any]
    readings: tuple[Reading, ...]
    evidence: Mapping[str, list[Evidence]]
    suggestions: tuple[Suggestion, ...]
    persons: Mapping[str, Mapping[str, Any]]
    departments: tuple[str, ...]
    turns: tuple[str, ...] = ()  # what would change a colour: 若本月参保就业，发展型由红转绿。
    questions: tuple[Question, ...] = ()  # what to ask next, the best first
    draws: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    # by type: colours of a thousand draws of weights within a fifth, and how many changed it
    entitled: tuple[Verdict, ...] = ()  # every rule, by what departments know
    asks: Next | None = None  # the fact that decides most entitlements for the least effort

    @property
    def head(self) -> str:
        return self.members[0].name if self.members else ""


def portray(
    household: str,
    at: date,
    facts: Facts,
    vault: Vault,
    city: City,
    *,
    lang: str = "zh",
    lines: Collection[str] = (),
    asked_for: Collection[str] = (),
) -> Portrayed:
    """The household as of *at*; raises NoSuchHousehold. *lines*: what the reader may see."""
    view, std = facts.view(at), city.standards(at)
    members = members_of(view, vault, household)
    found = features(view, std, households={household})
    values = found.households.row(0, named=True)
    result = portrait(found.households, std).row(0, named=True)
    entitled = city_facts(found.households, found.persons, std)
    verdicts = eligible(known(entitled, household), std)
    evidence = provenance(view, std, household)
    offered = suggest(values, result, dict(found.households.schema), at, asked_for=asked_for)
    return Portrayed(
        household=household,
        at=at,
        region=values.get("region") or "",
        members=tuple(members),
        values=values,
        result=result,
        readings=tuple(explain(values, result, std, lang=lang, lines=lines)),
        evidence=evidence,
        suggestions=tuple(offered),
        turns=tuple(str(turn) for turn in turns(found.households, std, lang=lang, lines=lines)),
        draws={row["type"]: row for row in sensitivity(found.households, std).rows(named=True)},
        questions=tuple(questions(found.households, std, lines=lines)),
        entitled=tuple(verdicts),
        asks=next_question(verdicts),
        persons={row["person"]: row for row in found.persons.iter_rows(named=True)},
        departments=_departments(evidence),
    )


def _departments(evidence: Mapping[str, list[Evidence]]) -> tuple[str, ...]:
    known = sources()
    found = {known[e.class_id].department for pieces in evidence.values() for e in pieces}
    return tuple(sorted(found))


def as_json(told: Portrayed, std: Standards, lang: str = "zh", *, city: str = "") -> dict[str, Any]:
    """As INTERFACE promises for `jpf household --json` (the timeline is added)."""
    return {
        "household": told.household,
        "at": told.at.isoformat(),
        "region": told.region,
        "members": [_member(m) for m in told.members],
        "types": _types(told, std, lang),
        "turns": list(told.turns),
        "questions": [question.data() for question in told.questions],
        "entitlement_question": told.asks.data(city) if told.asks else None,
        "suggestions": [s.to_json() for s in told.suggestions],
        "eligibility": [verdict.data() for verdict in told.entitled],
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "person": member.person,
        "relation": member.relation,
        "sex": member.sex or None,
        "age": member.age,
    }


def _types(told: Portrayed, std: Standards, lang: str) -> list[dict[str, Any]]:
    """All five types; those the family surely does not belong to say so and nothing more."""
    readings = {reading.letter: reading for reading in told.readings}
    out = []
    for kind in types(std.at):
        if reading := readings.get(kind.letter):
            out.append(_reading(told, reading, lang))
        else:
            out.append({"type": kind.title(lang), "gate": GATES[False], "score": None,
                        "colour": None, "colour_max": None, "labels": [], "floors": [],
                        "draws": None, "missing": [], "because": []})  # fmt: skip
    return out


def _reading(told: Portrayed, reading: Reading, lang: str) -> dict[str, Any]:
    data = reading.data(lang)
    drawn = told.draws.get(reading.letter)
    data["draws"] = {c: drawn[c] for c in DRAWN} if drawn else None
    data["missing"] = [_missing(name) for name in data["missing"]]
    for because in data["because"]:
        because.update(_source(told, because["variables"]))
    return data


def _missing(name: str) -> dict[str, str]:
    variable = variables()[name]
    return {
        "variable": name,
        "question": variable.ask,
        "cheapest_source": CHEAPEST[variable.effort[0]],
    }


def _source(told: Portrayed, names: list[str]) -> dict[str, Any]:
    """The class and day behind an indicator: the newest piece among its variables."""
    pieces = [piece for name in names for piece in told.evidence.get(name, [])]
    if not pieces:
        return {"class": None, "as_of": None, "department": None}
    newest = max(pieces, key=lambda p: (p.data_date or date.min, p.class_id))
    return {
        "class": newest.class_id,
        "as_of": newest.data_date.isoformat() if newest.data_date else None,
        "department": sources()[newest.class_id].department,
    }


def typed(told: Portrayed) -> list[Reading]:
    """The types the family surely belongs to."""
    return [reading for reading in told.readings if reading.gate]
