"""What is being done for a family: its cases, tasks, help and story, read from the database once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.cases import telling
from core.cases.planning import offered
from core.cases.states import BEFORE_VISIT, OPEN
from core.city import City
from core.city.english import spoken, village
from core.clock import day_of
from core.store.casework import Case, Help, Step, Task, Visit
from core.store.people import Account
from locales import tr


@dataclass(frozen=True)
class ToDo:
    """One thing somebody is to do for the family."""

    what: str
    who: str
    due: datetime | None
    done: bool = False


@dataclass(frozen=True)
class Given:
    """Help that reached the family."""

    day: date
    what: str
    who: str
    result: str


@dataclass(frozen=True)
class Told:
    """One line of the story."""

    day: date
    kind: str  # alert, visit, help, check
    who: str
    words: str
    said: str = ""  # a visit in the visitor's own words, for those who may read everything


@dataclass(frozen=True)
class Matters:
    """Everything under way for one household.

    *number* is the case it is about now: the newest open one, else the newest that was helped, else
    the newest; "" when there is none.
    """

    number: str = ""
    colour: str = ""
    offers: tuple[str, ...] = ()
    todos: tuple[ToDo, ...] = ()
    given: tuple[Given, ...] = ()
    story: tuple[Told, ...] = ()
    opened_on: date | None = None


KINDS = {
    "take": "help", "report_in": "help", "decline": "help", "plan": "help", "hand_over": "help",
    "visit": "visit", "visit_again": "visit", "tried_visit": "visit", "help": "help",
    "helped": "check", "await_proof": "check", "withdraw": "check", "false_alarm": "check",
    "mended": "check", "compare": "check",
}  # fmt: skip
UNTOLD = ("push", "conclude", "remind", "escalate", "note")


async def matters_of(
    household: str,
    city: City,
    *,
    until: datetime,
    lines: Collection[str] = (),
    lang: str = "zh",
) -> Matters:
    """The family's matters as of *until*; nothing that happened later is told.

    *lines*: the restricted lines the reader may see; matters of other lines are not there for him.
    """
    if not household:
        return Matters()
    known = Case.filter(household=household, opened_at__lte=until, line__in=["", *lines])
    cases = await known.order_by("opened_at", "id")
    if not cases:
        return Matters()
    leading = max(cases, key=lambda c: (c.state in OPEN, c.why_closed == "helped"))
    return Matters(
        number=leading.number,
        colour=leading.colour,
        offers=tuple(offered(leading)),
        todos=tuple([todo for case in cases for todo in await _todos(case, city, lang)]),
        given=tuple([given for case in cases for given in await _given(case, city, until, lang)]),
        story=await _story(cases, city, until, lang),
        opened_on=leading.opened_on,
    )


async def _todos(case: Case, city: City, lang: str) -> list[ToDo]:
    if case.state not in OPEN:
        return []
    found = []
    if case.state in BEFORE_VISIT:
        owner = await Account.get_or_none(id=case.worker_id)
        who = (
            tr("网格员 {name}", lang, name=owner.name)
            if owner
            else village(city, case.region, lang)
        )
        ask = case.evidence["brief"]["ask_en" if lang == "en" else "ask"]
        found.append(ToDo(tr("上门看看，{ask}", lang, ask=ask), who, case.visit_due))
    for task in await Task.filter(case=case).exclude(state="dropped").order_by("id"):
        title, unit = telling.offer_title(task.offer, lang), spoken(city, task.unit, lang)
        found.append(ToDo(title, unit, task.due, task.state == "done"))
    return found


async def _given(case: Case, city: City, until: datetime, lang: str) -> list[Given]:
    """What one giver gave on one day with one result is one line."""
    rows = await Help.filter(case=case, at__lte=until).order_by("at", "id")
    notes = {t.offer: t.note or "" for t in await Task.filter(case=case)}
    lines: dict[tuple[date, str, str], list[str]] = {}
    for row in rows:
        giver = spoken(city, row.giver, lang) if row.giver else ""
        key = (day_of(row.at), giver, notes.get(row.item, ""))
        lines.setdefault(key, []).append(telling.offer_title(row.item, lang))
    return [
        Given(day, tr("、", lang).join(what), who, note) for (day, who, note), what in lines.items()
    ]


async def _story(cases: list[Case], city: City, until: datetime, lang: str) -> tuple[Told, ...]:
    """All that happened, whichever case it belongs to, in the order it happened."""
    ids = [case.id for case in cases]
    told = Step.filter(case_id__in=ids, at__lte=until).exclude(what__in=UNTOLD)
    steps = await told.order_by("at", "case_id", "number").prefetch_related("by", "case")
    visits = await Visit.filter(case_id__in=ids, at__lte=until)
    words = {(visit.case_id, visit.at): visit.words for visit in visits}
    return tuple(_line(step, words, city, lang) for step in steps)


def _line(step: Step, words: dict[tuple[int, datetime], str], city: City, lang: str) -> Told:
    kind, said = KINDS.get(step.what, "alert"), telling.told(step, city, lang)
    if step.what == "open":
        title = step.case.evidence["brief"]["title_en" if lang == "en" else "title"]
        said = f"{said}{tr('：', lang)}{title}"
    return Told(
        day_of(step.at),
        kind,
        step.by.name if step.by else tr("系统", lang),
        said,
        words.get((step.case.id, step.at), "") if kind == "visit" else "",
    )


def as_lines(matters: Matters) -> list[dict[str, Any]]:
    return [
        {"day": line.day.isoformat(), "kind": line.kind, "who": line.who, "what": line.words}
        for line in matters.story
    ]
