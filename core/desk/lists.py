"""Lists of cases for somebody who asks: what he may see, narrowed, the most pressing first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.access import Thing, Who, lives_there, may
from core.cases.states import OPEN
from core.city import City
from core.clock import day_of
from core.desk.counting import Town, towns
from core.desk.groups import GROUPS, Line, group, late, lines, pressing
from core.store.casework import Call, Case
from core.store.people import Account

PAGE = 50
SHUT = "shut"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which cases: every part left empty narrows nothing. *unit*: called and not done yet."""

    area: str = ""
    group: str = ""
    state: str = ""
    colour: str = ""
    monitor: str = ""
    unit: str = ""
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """A case in a list: the line, its title in both languages, who has it, who was called."""

    line: Line
    title: str
    title_en: str
    owner: str
    called: int
    answered: int
    late: bool


@dataclass(frozen=True)
class Listed:
    """One page of *total* cases of *families* families; *hidden* are others' own matters."""

    rows: tuple[Row, ...]
    total: int
    families: int
    hidden: int
    page: int = 0

    @property
    def more(self) -> bool:
        return (self.page + 1) * PAGE < self.total


async def listed(who: Who, wanted: Wanted, *, at: datetime, page: int = 0) -> Listed:
    """The cases *who* may see of those wanted."""
    found = await _narrowed(wanted, at)
    seen = [line for line in found if sees(who, line, at)]
    shown = seen[page * PAGE : (page + 1) * PAGE]
    rows = await _rows(shown, at)
    families = len({line.household for line in seen})
    return Listed(tuple(rows), len(seen), families, _restricted(who, found, at), page)


def sees(who: Who, line: Line, at: datetime) -> bool:
    """Whether *who* may see it; never a matter of his own home."""
    thing = Thing(region=line.region, line=line.line)
    return may(who, "see_case", thing, day_of(at)) and not lives_there(who, line.household)


def _restricted(who: Who, found: Sequence[Line], at: datetime) -> int:
    """How many lie in his area but belong to a line that is not his: counted, never shown."""
    bare = [x for x in found if not sees(who, x, at) and not lives_there(who, x.household)]
    return sum(may(who, "see_case", Thing(region=x.region), day_of(at)) for x in bare)


async def _narrowed(wanted: Wanted, at: datetime) -> list[Line]:
    found = await lines(wanted.area, **_in_store(wanted))
    if wanted.group:
        found = group(found, wanted.group, day_of(at), at)
    if wanted.late:
        found = [line for line in found if late(line, at)]
    if wanted.unit:
        calls = Call.filter(unit=wanted.unit, state__in=("called", "accepted"))
        called = {call["case_id"] for call in await calls.values("case_id")}
        found = [line for line in found if line.id in called]
    return pressing(found)


def _in_store(wanted: Wanted) -> dict[str, Any]:
    """What the database can narrow by itself."""
    told: dict[str, Any] = {}
    if wanted.state == SHUT:
        told["state__in"] = ("closed", "ended")
    elif wanted.state:
        told["state"] = wanted.state
    elif wanted.group not in GROUPS:
        told["state__in"] = OPEN
    if wanted.colour:
        told["colour"] = wanted.colour
    if wanted.monitor:
        told["monitor"] = wanted.monitor
    return told


async def _rows(shown: Sequence[Line], at: datetime) -> list[Row]:
    ids = [line.id for line in shown]
    if not ids:
        return []
    sealed = {case.id: case.evidence["brief"] for case in await Case.filter(id__in=ids)}
    calls = await Call.filter(case_id__in=ids).values("case_id", "state")
    owners = {line.worker_id for line in shown if line.worker_id}
    names = {a.id: a.name for a in await Account.filter(id__in=list(owners))} if owners else {}
    return [
        Row(
            line=line,
            title=sealed[line.id]["title"],
            title_en=sealed[line.id]["title_en"],
            owner=names.get(line.worker_id or 0, ""),
            called=sum(call["case_id"] == line.id for call in calls),
            answered=sum(
                call["case_id"] == line.id and call["state"] != "called" for call in calls
            ),
            late=late(line, at),
        )
        for line in shown
    ]


async def towns_of(who: Who, wanted: Wanted, *, at: datetime) -> dict[str, int]:
    """Families of those wanted by town, the most first; towns without any are left out."""
    seen = [line for line in await _narrowed(wanted, at) if sees(who, line, at)]
    by_town: dict[str, set[str]] = {}
    for line in seen:
        by_town.setdefault(line.region[:9], set()).add(line.household)
    counts = {town: len(families) for town, families in by_town.items()}
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True)
class Choices:
    """What a list can be narrowed by: only what occurs among the open cases *who* may see."""

    monitors: dict[str, tuple[str, str]]  # id → title, in Chinese and English
    units: tuple[str, ...]


async def choices(who: Who, *, at: datetime) -> Choices:
    """The monitors and called units of the open cases *who* may see."""
    seen = [line for line in await lines(state__in=OPEN) if sees(who, line, at)]
    samples = {line.monitor: line.id for line in seen}
    briefs = {
        case.monitor: case.evidence["brief"]
        for case in await Case.filter(id__in=list(samples.values()))
    }
    calls = await Call.filter(case_id__in=[line.id for line in seen]).values("unit")
    return Choices(
        {name: (b["title"], b["title_en"]) for name, b in sorted(briefs.items())},
        tuple(sorted({call["unit"] for call in calls})),
    )


async def towns_seen(who: Who, city: City, *, at: datetime) -> list[Town]:
    """Every town where *who* may see anything, with its counts."""
    seen = [line for line in await lines() if sees(who, line, at)]
    mine = towns(seen, city, "", day_of(at), at)
    day = day_of(at)
    return [t for t in mine if t.open or may(who, "see_case", Thing(region=t.code), day)]
