"""One case with everything on it, for somebody who may see it: calls, tasks, visits, help, story."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import audit
from core.access import Who, may
from core.cases.doors import Case, case_for, thing
from core.cases.nudging import nudged_on
from core.cases.telling import calls_of, offer_title, owner_of, tasks_of, told
from core.city import City
from core.city.english import address, spoken
from core.clock import day_of
from core.desk.groups import COLUMNS, Line, late
from core.sources import sources
from core.store.casework import Help, Step, Visit
from core.store.database import atomically
from locales import tr

UNTOLD = ("push",)


@dataclass(frozen=True)
class CaseTold:
    """A case in its reader's language; lists of plain values for a page."""

    line: Line
    place: str
    title: str
    owner: str
    late: bool
    reasons: tuple[str, ...]
    ask: str
    evidence: tuple[dict[str, Any], ...]
    calls: tuple[dict[str, Any], ...]
    tasks: tuple[dict[str, Any], ...]
    visits: tuple[dict[str, Any], ...]
    helps: tuple[dict[str, Any], ...]
    story: tuple[dict[str, Any], ...]
    nudged: datetime | None
    may_nudge: bool
    may_open: bool


async def open_case_page(who: Who, number: str, city: City, *, at: datetime, lang: str) -> CaseTold:
    """The case, if *who* may see it; a line in the trail. Raises NotAllowed."""
    case = await case_for(who, number, "see_case", at=at)
    await atomically(lambda: audit.record(who.handle, "see_case", case.number, at=at, why="desk"))
    full = may(who, "see_booklet", thing(case), day_of(at))
    line = Line(**{name: getattr(case, name) for name in COLUMNS})
    brief, also = case.evidence["brief"], case.evidence.get("also", [])
    en = "_en" if lang == "en" else ""
    return CaseTold(
        line=line,
        place=address(city, case.region, lang),
        title=brief[f"title{en}"],
        owner=await owner_of(case),
        late=late(line, at),
        reasons=tuple(b[f"why{en}"] for b in (brief, *also)),
        ask=brief[f"ask{en}"],
        evidence=tuple(_pieces(case, lang)) if full else (),
        calls=tuple(await _calls(case, city, lang)),
        tasks=tuple(await _tasks(case, city, lang)),
        visits=tuple(await _visits(case, full)),
        helps=tuple(await _helps(case, city, lang)),
        story=tuple(await _story(case, city, lang)),
        nudged=await nudged_on(case, at),
        may_nudge=line.open and may(who, "nudge", thing(case), day_of(at)),
        may_open=may(who, "see_card", thing(case), day_of(at)),
    )


def _pieces(case: Case, lang: str) -> list[dict[str, Any]]:
    """What the finding rests on: which data, of which day."""
    known = sources()
    out = []
    for piece in case.evidence["pieces"]:
        source = known.get(piece["class"])
        name = piece["class"] if source is None else _title(source, lang)
        out.append({"what": tr(piece["what"], lang), "value": tr(piece["value"], lang),
                    "source": name, "as_of": piece["as_of"]})  # fmt: skip
    return out


def _title(thing_: Any, lang: str) -> str:
    return str(thing_.title_en if lang == "en" else thing_.title)


async def _calls(case: Case, city: City, lang: str) -> list[dict[str, Any]]:
    return [
        {"unit": spoken(city, call.unit, lang), "state": call.state, "due": call.due,
         "answered": call.answered_at, "result": call.result or ""}
        for call in await calls_of(case)
    ]  # fmt: skip


async def _tasks(case: Case, city: City, lang: str) -> list[dict[str, Any]]:
    return [
        {"what": offer_title(task.offer, lang), "unit": spoken(city, task.unit, lang),
         "state": task.state, "due": task.due, "note": task.note or ""}
        for task in await tasks_of(case)
    ]  # fmt: skip


async def _visits(case: Case, full: bool) -> list[dict[str, Any]]:
    """Who told what; the words themselves only for those who may read everything."""
    kept = Visit.filter(case=case).order_by("at", "id").prefetch_related("account")
    return [
        {"at": v.at, "who": v.account.name, "outcome": v.outcome, "words": v.words if full else ""}
        for v in await kept
    ]


async def _helps(case: Case, city: City, lang: str) -> list[dict[str, Any]]:
    return [
        {"at": h.at, "what": offer_title(h.item, lang),
         "giver": spoken(city, h.giver, lang) if h.giver else "",
         "amount": None if h.amount_fen is None else h.amount_fen / 100,
         "quantity": h.quantity, "unit": h.unit}
        for h in await Help.filter(case=case).order_by("at", "id")
    ]  # fmt: skip


async def _story(case: Case, city: City, lang: str) -> list[dict[str, Any]]:
    steps = await Step.filter(case=case).order_by("number").prefetch_related("by")
    return [
        {"at": step.at, "who": step.by.name if step.by else "", "words": _told(step, city, lang)}
        for step in steps
        if step.what not in UNTOLD
    ]


def _told(step: Step, city: City, lang: str) -> str:
    """One step in words; a note with what was noted."""
    noted = (step.detail or {}).get("words") if step.what == "note" else ""
    return told(step, city, lang) + (f"{tr('：', lang)}{noted}" if noted else "")
