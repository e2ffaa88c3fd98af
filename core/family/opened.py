"""Open a family for somebody who asks: the right first, then a line in the trail, then the family.

Not his and not there look the same. A look is one line in the trail, whatever is shown with it.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from core import audit
from core.access import NotAllowed, Thing, Who, ask, may
from core.clock import day_of, local
from core.drawing import Drawing
from core.family.card import card_of
from core.family.drawing import booklet_document, known
from core.family.matters import Matters
from core.family.members import NoSuchHousehold
from core.family.portrayed import Portrayed
from core.house import House
from core.render.data import Card, Mark, Opened
from core.store.casework import Case
from core.store.database import atomically


@dataclass(frozen=True)
class Family:
    """One family as of today: portrait, matters, the colours when its case opened, its card."""

    told: Portrayed
    matters: Matters
    before: dict[str, Mark]
    card: Card
    picture: bytes
    may_read_all: bool


async def open_family(
    house: House, who: Who, household: str, *, at: datetime, lang: str, why: str = ""
) -> Family:
    """What the card holds, as data and as a picture; raises NotAllowed."""
    from core.render import render_card

    opened = Opened(by=who.name, at=local(at))
    lines = who.lines(day_of(at))
    try:
        told, matters, before = await known(house, household, day_of(at), opened, lang, lines)
    except NoSuchHousehold as missing:
        raise NotAllowed from missing
    place = Thing(region=await region_of(household, told), household=household)
    ask(who, "see_card", place, day_of(at))
    await atomically(lambda: audit.record(who.handle, "see_family", household[:64], at=at, why=why))
    card = card_of(told, matters, house.city, opened, lang=lang, before=before)
    picture = await asyncio.to_thread(render_card, card, lang)
    return Family(told, matters, before, card, picture, may(who, "see_booklet", place, day_of(at)))


async def open_booklet(
    house: House, who: Who, household: str, *, full: bool, at: datetime, lang: str, why: str
) -> Drawing:
    """一户一册, all of it with who opened it and when on every page, or masked for a phone."""
    opened, today = Opened(by=who.name, at=local(at)), day_of(at)
    place = Thing(region=await _asked_region(house, household, at), household=household)
    ask(who, "see_booklet" if full else "see_card", place, today)
    what = "see_booklet" if full else "see_masked"
    await atomically(lambda: audit.record(who.handle, what, household[:64], at=at, why=why[:120]))
    return await booklet_document(
        house, household, today, opened, lang=lang, full=full, lines=who.lines(today)
    )


async def region_of(household: str, told: Portrayed) -> str:
    """Where the family lives: as the register says, else where its newest matter lies."""
    if told.region:
        return told.region
    case = await Case.filter(household=household).order_by("-id").first()
    if case is None:
        raise NotAllowed
    return case.region


async def _asked_region(house: House, household: str, at: datetime) -> str:
    """The same, before anything of the family is looked at."""
    view = house.facts.view(day_of(at))
    people = view.records("P02-01").select("household", "region")
    found = await asyncio.to_thread(
        lambda: people.filter(household=household).drop_nulls().head(1).collect()
    )
    if not found.is_empty():
        return str(found["region"][0])
    case = await Case.filter(household=household).order_by("-id").first()
    if case is None:
        raise NotAllowed
    return case.region
