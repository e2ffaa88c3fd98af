"""Pictures and documents drawn when they are sent, away from the event loop, each with its trail.

What is asked for names no person; what is drawn says on itself who opened it and when.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from datetime import date, datetime, timedelta
from typing import Any

from core import accounts, audit
from core.access import Thing, Who, ask, demand
from core.cases import photos
from core.cases.doors import thing
from core.clock import at_time, day_of, local
from core.desk import signing
from core.drawing import Draw, Drawing
from core.family.booklet import booklet_of
from core.family.card import COLOURS, card_of
from core.family.matters import Matters, matters_of
from core.family.morning import digest_of, family_rows
from core.family.portrayed import Portrayed, portray
from core.family.walk import walk_of
from core.house import House
from core.render.data import Change, Mark, Opened
from core.store.casework import Case
from core.store.database import atomically
from core.store.people import Account


def drawer(house: House) -> Draw:
    """What the sender asks for pictures; each asks the rights of its reader again."""

    async def draw(asked: dict[str, Any], at: datetime) -> Drawing | None:
        maker = MAKERS.get(asked["kind"])
        return await maker(house, asked, at) if maker else None

    return draw


async def _case_card(house: House, asked: dict[str, Any], at: datetime) -> Drawing:
    """The card of a case's family for one account."""
    case, account = await Case.get(id=asked["case"]), await Account.get(id=asked["account"])
    who = await accounts.who(account)
    ask(who, "see_card", thing(case), day_of(at))
    await atomically(lambda: audit.record(who.handle, "see_card", case.number, at=at))
    opened = Opened(by=account.name, at=local(at))
    return await card_picture(
        house, case.household, day_of(at), opened, lang=who.lang, lines=who.lines(day_of(at))
    )


async def _digest(house: House, asked: dict[str, Any], at: datetime) -> Drawing:
    """The counts of an area, for a supervisor of it."""
    who = await accounts.who(await Account.get(id=asked["account"]))
    demand(who, "see_digest", Thing(region=asked["area"]), day_of(at))
    sign = len(await signing.waiting(who, house.city, at=at))
    day = date.fromisoformat(asked["day"])
    return await digest_picture(
        house, day, asked["area"], at, by=who.name, lang=who.lang, sign=sign
    )


async def _workbook(house: House, asked: dict[str, Any], at: datetime) -> Drawing:
    """Counts and names of an area, for a supervisor of it."""
    who = await accounts.who(await Account.get(id=asked["account"]))
    return await workbook_for(house, who, asked["area"], at)


async def _walk(house: House, asked: dict[str, Any], at: datetime) -> Drawing | None:
    who = await accounts.who(await Account.get(id=asked["account"]))
    return await walk_picture(house, who, at)


async def _photo(house: House, asked: dict[str, Any], at: datetime) -> Drawing | None:
    """A picture of a visit, for whoever may work on the case."""
    case, account = await Case.get(id=asked["case"]), await Account.get(id=asked["account"])
    return await photos.show(case, asked["number"], await accounts.who(account), at=at)


Maker = Callable[[House, dict[str, Any], datetime], Awaitable[Drawing | None]]
MAKERS: dict[str, Maker] = {
    "card": _case_card,
    "digest": _digest,
    "workbook": _workbook,
    "walk": _walk,
    "photo": _photo,
}


async def card_picture(
    house: House,
    household: str,
    at: date,
    opened: Opened,
    *,
    lang: str = "zh",
    lines: Collection[str] = (),
) -> Drawing:
    """The card; *lines* are the restricted lines its reader may see."""
    from core.render import render_card

    told, matters, before = await known(house, household, at, opened, lang, lines)
    card = card_of(told, matters, house.city, opened, lang=lang, before=before)
    data = await asyncio.to_thread(render_card, card, lang)
    return Drawing(f"{card.code}.png", data, is_picture=True)


async def booklet_document(
    house: House,
    household: str,
    at: date,
    opened: Opened,
    *,
    lang: str = "zh",
    full: bool = True,
    lines: Collection[str] = (),
) -> Drawing:
    """The booklet; whoever calls has asked for the right and left a line in the trail."""
    from core.render import render_booklet

    told, matters, before = await known(house, household, at, opened, lang, lines)
    booklet = booklet_of(
        told, matters, house.city, opened, lang=lang, before=before, changes=_changes(told, before)
    )
    data = await asyncio.to_thread(render_booklet, booklet, lang, full)
    return Drawing(f"{booklet.card.code}.pdf", data, is_picture=False)


async def known(
    house: House,
    household: str,
    at: date,
    opened: Opened,
    lang: str,
    lines: Collection[str] = (),
) -> tuple[Portrayed, Matters, dict[str, Mark]]:
    """The family as of *at*, its matters, and its colours on the day its case opened."""
    until = min(opened.at, at_time(at + timedelta(days=1), 0))
    matters = await matters_of(household, house.city, until=until, lines=lines, lang=lang)
    told = await asyncio.to_thread(
        portray, household, at, house.facts, house.vault, house.city,
        lang=lang, lines=lines, asked_for=matters.offers,
    )  # fmt: skip
    if matters.opened_on is None or matters.opened_on >= at:
        return told, matters, {}
    then = await asyncio.to_thread(
        portray, household, matters.opened_on, house.facts, house.vault, house.city,
        lang=lang, lines=lines,
    )  # fmt: skip
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
    house: House,
    day: date,
    area: str,
    at: datetime,
    *,
    by: str = "",
    lang: str = "zh",
    sign: int = 0,
) -> Drawing:
    """The morning's picture; *sign*: how many things wait for its reader's signature."""
    from core.render import render_digest

    digest = await digest_of(house, day, area, Opened(by=by, at=local(at)), lang=lang, sign=sign)
    data = await asyncio.to_thread(render_digest, digest, lang)
    return Drawing(f"digest-{day}.png", data, is_picture=True)


async def workbook(house: House, area: str, at: datetime, *, who: Who, lang: str = "zh") -> Drawing:
    """The morning and the families of open cases, as far as *who* may see them."""
    from core.render.lists import morning_workbook

    opened = Opened(by=who.name, at=local(at))
    digest = await digest_of(house, day_of(at), area, opened, lang=lang, spread=True)
    rows = await family_rows(house, who, area, at, lang=lang)
    data = await asyncio.to_thread(morning_workbook, digest, rows, lang)
    return Drawing(f"jingpingfu-{day_of(at)}.xlsx", data, is_picture=False)


async def workbook_for(
    house: House, who: Who, area: str, at: datetime, *, lang: str = ""
) -> Drawing:
    """The workbook for somebody who asked, in *lang* or his own language: right and trail."""
    demand(who, "see_digest", Thing(region=area), day_of(at))
    await atomically(lambda: audit.record(who.handle, "take_workbook", area or "all", at=at))
    return await workbook(house, area, at, who=who, lang=lang or who.lang)


async def walk_picture(house: House, who: Who, at: datetime) -> Drawing | None:
    """The small map of a worker's day; None when there is nowhere to go."""
    from core.render.walk import render_walk

    walk = await walk_of(who, house.city, at)
    if not walk.stops:
        return None
    data = await asyncio.to_thread(render_walk, walk, who.lang)
    return Drawing(f"walk-{day_of(at)}.png", data, is_picture=True)
