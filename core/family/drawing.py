"""Pictures and documents drawn when they are sent, away from the event loop, each with its trail.

What is asked for names no person; what is drawn says on itself who opened it and when.
"""

import asyncio
from datetime import date, datetime
from typing import Any

from core import accounts, audit
from core.access import Thing, demand
from core.clock import day_of, local
from core.drawing import Draw, Drawing
from core.family.booklet import booklet_of
from core.family.card import COLOURS, card_of
from core.family.matters import Matters, matters_of
from core.family.morning import digest_of, family_rows
from core.family.portrayed import Portrayed, portray
from core.house import House
from core.render.data import Change, Mark, Opened
from core.store.casework import Case
from core.store.database import atomically
from core.store.people import Account


def drawer(house: House) -> Draw:
    """What the sender asks for pictures."""

    async def draw(asked: dict[str, Any], at: datetime) -> Drawing | None:
        if asked["kind"] == "card":
            return await _case_card(house, asked, at)
        if asked["kind"] == "digest":
            return await digest_picture(house, date.fromisoformat(asked["day"]), asked["area"], at)
        if asked["kind"] == "workbook":
            return await workbook(house, asked["area"], at)
        return None

    return draw


async def _case_card(house: House, asked: dict[str, Any], at: datetime) -> Drawing | None:
    """The card of a case's family for one account; the right is asked again here."""
    case, account = await Case.get(id=asked["case"]), await Account.get(id=asked["account"])
    who = await accounts.who(account)
    thing = Thing(region=case.region, line=case.line)
    demand(who, "see_card", thing, at.date())
    await atomically(lambda: audit.record(who.handle, "see_card", case.number, at=at))
    opened = Opened(by=account.name, at=local(at))
    return await card_picture(house, case.household, day_of(at), opened, lang=account.lang)


async def card_picture(
    house: House, household: str, at: date, opened: Opened, *, lang: str = "zh"
) -> Drawing:
    from core.render import render_card

    told, matters, before = await _known(house, household, at, opened, lang)
    card = card_of(told, matters, house.city, opened, lang=lang, before=before)
    data = await asyncio.to_thread(render_card, card, lang)
    return Drawing(f"{card.code}.png", data, is_picture=True)


async def booklet_document(
    house: House, household: str, at: date, opened: Opened, *, lang: str = "zh", full: bool = True
) -> Drawing:
    """The booklet; whoever calls has asked for the right and left a line in the trail."""
    from core.render import render_booklet

    told, matters, before = await _known(house, household, at, opened, lang)
    booklet = booklet_of(
        told, matters, house.city, opened, lang=lang, before=before, changes=_changes(told, before)
    )
    data = await asyncio.to_thread(render_booklet, booklet, lang, full)
    return Drawing(f"{booklet.card.code}.pdf", data, is_picture=False)


async def _known(
    house: House, household: str, at: date, opened: Opened, lang: str
) -> tuple[Portrayed, Matters, dict[str, Mark]]:
    """The family as of *at*, its matters, and its colours on the day its case opened."""
    matters = await matters_of(household, house.city, until=opened.at)
    told = await asyncio.to_thread(
        portray, household, at, house.facts, house.vault, house.city,
        lang=lang, asked_for=matters.offers,
    )  # fmt: skip
    if matters.opened_on is None or matters.opened_on >= at:
        return told, matters, {}
    then = await asyncio.to_thread(
        portray, household, matters.opened_on, house.facts, house.vault, house.city, lang=lang
    )
    return told, matters, marks(then)


def marks(told: Portrayed) -> dict[str, Mark]:
    return {
        r.letter: Mark(score=r.score[0], colour=COLOURS.get(r.colour_low))
        for r in told.readings
        if r.gate
    }


def _changes(told: Portrayed, before: dict[str, Mark]) -> tuple[Change, ...]:
    """The types that moved since the case opened."""
    after = marks(told)
    titles = {reading.letter: reading.title for reading in told.readings}
    none = Mark()
    return tuple(
        Change(
            type=titles.get(letter, letter),
            before=before.get(letter, none),
            after=after.get(letter, none),
        )
        for letter in sorted(set(before) | set(after))
        if before.get(letter) != after.get(letter) and before
    )


async def digest_picture(
    house: House, day: date, area: str, at: datetime, *, by: str = "", lang: str = "zh"
) -> Drawing:
    from core.render import render_digest

    digest = await digest_of(house, day, area, Opened(by=by, at=local(at)), lang=lang)
    data = await asyncio.to_thread(render_digest, digest, lang)
    return Drawing(f"digest-{day}.png", data, is_picture=True)


async def workbook(
    house: House, area: str, at: datetime, *, by: str = "", lang: str = "zh"
) -> Drawing:
    from core.render import families_workbook

    rows = await family_rows(house, area, day_of(at))
    data = await asyncio.to_thread(
        families_workbook, rows, lang, opened=Opened(by=by, at=local(at))
    )
    return Drawing(f"jingpingfu-{day_of(at)}.xlsx", data, is_picture=False)
