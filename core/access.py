"""The doors: who may see or do what. Every message, press, page and export asks here again.

A right is given by a duty: role × area × line, on a day. Nothing else gives one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Right = Literal[
    "see_case",  # that there is a matter, what it is about, its progress
    "work_case",  # take it, report a visit, record help
    "answer_call",  # report in for a called unit
    "lead",  # decide which unit leads when none wants to
    "see_card",  # the portrait in short
    "see_booklet",  # everything about a family
    "see_digest",  # counts, never families
    "use_desk",  # sit at the duty desk; what is seen there needs its own right
    "nudge",
    "sign",  # what needs a second person's signature
    "manage_users",
    "manage_monitors",  # the life of monitors, held batches, proposals: of the whole city
    "hear_alarm",  # a relative: alarms of a home whose people agreed
    "read_trail",
    "own_record",  # a resident's own household
]

RIGHTS: dict[str, frozenset[Right]] = {
    "grid": frozenset({"see_case", "work_case", "answer_call", "see_card"}),
    "office": frozenset(
        {"see_case", "work_case", "answer_call", "lead", "see_card", "see_booklet", "use_desk"}
    ),
    "department": frozenset({"answer_call"}),
    "supervisor": frozenset(
        {
            "see_case",
            "lead",
            "see_card",
            "see_booklet",
            "see_digest",
            "use_desk",
            "nudge",
            "sign",
            "manage_monitors",
        }
    ),
    "admin": frozenset({"manage_users"}),
    "auditor": frozenset({"read_trail"}),
    "resident": frozenset({"own_record"}),
    "family": frozenset({"hear_alarm"}),
    "room": frozenset(),
}
ROLES = tuple(RIGHTS)


@dataclass(frozen=True)
class DutyOf:
    """One duty of a person: what, where, for which unit, since when."""

    role: str
    area: str
    unit: str
    line: str
    household: str
    since: date
    until: date | None
    lent_by: int = 0  # the account he stands in for, while it is away

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Who:
    """The person asking, with the duties that speak for him."""

    id: int
    handle: str
    name: str
    lang: str
    duties: tuple[DutyOf, ...]

    def roles(self, on: date) -> set[str]:
        return {d.role for d in self.duties if d.holds(on)}

    def lines(self, on: date) -> set[str]:
        """The restricted lines this person answers for."""
        return {d.line for d in self.duties if d.line and d.holds(on)}

    def stands_for(self, on: date) -> set[int]:
        """The accounts whose work is this person's too that day, his own among them."""
        return {self.id} | {d.lent_by for d in self.duties if d.lent_by and d.holds(on)}

    def units(self, on: date) -> set[str]:
        """The units this person may answer a whistle for."""
        return {d.unit for d in self.duties if d.unit and d.holds(on)}


@dataclass(frozen=True)
class Thing:
    """What is asked for: where it lies, its restricted line, the unit or household it concerns."""

    region: str = ""
    line: str = ""
    unit: str = ""
    household: str = ""


class NotAllowed(PermissionError):
    """Not yours, or not there: we do not say which."""


def may(who: Who, right: Right, thing: Thing, on: date) -> bool:
    """Whether one of *who*'s duties on this day gives *right* on *thing*."""
    return any(_gives(duty, right, thing) for duty in who.duties if duty.holds(on))


def lives_there(who: Who, household: str) -> bool:
    """Whether a phone belongs to the household itself: it never hears of a case about it."""
    return bool(household) and any(
        d.role == "resident" and d.household == household for d in who.duties
    )


def demand(who: Who, right: Right, thing: Thing, on: date) -> None:
    if not may(who, right, thing, on):
        raise NotAllowed


def ask(who: Who, right: Right, thing: Thing, on: date) -> None:
    """The same for what shows a family: nobody opens the one he lives in himself."""
    demand(who, right, thing, on)
    if lives_there(who, thing.household):
        raise NotAllowed


def _gives(duty: DutyOf, right: Right, thing: Thing) -> bool:
    if right not in RIGHTS.get(duty.role, frozenset()):
        return False
    if right in ("own_record", "hear_alarm"):
        return bool(duty.household) and duty.household == thing.household
    if right == "answer_call" and thing.unit:
        return duty.unit == thing.unit and _line_allows(duty, thing)
    return thing.region.startswith(duty.area) and _line_allows(duty, thing)


def _line_allows(duty: DutyOf, thing: Thing) -> bool:
    return not thing.line or duty.line == thing.line
