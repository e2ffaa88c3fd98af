"""The supervisor's morning as a page: one picture, every number a link; what waits for a decision."""

import asyncio
from base64 import b64encode
from contextlib import suppress

from aiohttp import web

from core import accounts
from core.access import NotAllowed
from core.clock import day_of, local
from core.desk import signing
from core.desk.spread import Period
from core.digest import morning as numbers
from core.family import drawing
from core.family.morning import digest_of, spread_rows
from core.freshness import late_sources
from core.monitoring import flood, learning
from core.render import render_digest
from core.render.data import Opened
from core.store import atomically
from locales import tr
from web.desk.guard import HEADERS, PATH, Visit
from web.desk.paper import on_to, page

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def morning(visit: Visit) -> web.Response:
    """Numbers, things to watch, who is better off, what waits for a signature."""
    who, house, day = visit.who, visit.house, day_of(visit.at)
    area = accounts.digest_area(who, day)
    opened = Opened(by=who.name, at=local(visit.at))
    waiting = await signing.waiting(who, house.city, at=visit.at)
    told = await digest_of(house, day, area, opened, lang=visit.lang, sign=len(waiting))
    late = await asyncio.to_thread(late_sources, house.facts.view(day))
    counted = await numbers(
        day, area, house.city, now=visit.at, stale=tuple(one.class_id for one in late),
        sign=len(waiting),
    )  # fmt: skip
    picture = await asyncio.to_thread(render_digest, told, visit.lang)
    periods: tuple[Period, ...] = ("week", "month")
    return page(
        visit,
        "morning.html",
        told=told,
        counted=counted,
        watch=[(item, item.words(house.city, visit.lang)) for item in counted.watch],
        waiting=waiting,
        picture=b64encode(picture).decode(),
        spreads={p: await spread_rows(house, p, area, day, visit.lang) for p in periods},
    )


async def held(visit: Visit) -> web.Response:
    """放行 or 作废: what the flood brake holds of one monitor; the trail says who and when."""
    monitor = visit.request.match_info["monitor"]
    let_go = (await visit.request.post()).get("do") == "release"
    decide = flood.release if let_go else flood.drop
    why = tr("看过，放行") if let_go else tr("看过，是弄错了")
    with suppress(flood.NothingHeld):
        await atomically(
            lambda: decide(monitor, visit.who, city=visit.house.city.code, why=why, at=visit.at)
        )
    return on_to(f"{PATH}/morning")


async def proposed(visit: Visit) -> web.Response:
    """照办 or 先不动: what is proposed about a monitor, decided once; the trail says who and when."""
    number = visit.request.match_info["number"]
    if not number.isascii() or not number.isdecimal():
        raise NotAllowed
    agreed = (await visit.request.post()).get("do") == "accept"
    decide = learning.accept if agreed else learning.refuse
    why = tr("按提议办") if agreed else tr("这次先不动")
    who, city, at = visit.who, visit.house.city.code, visit.at
    row = await learning.one(int(number), who, city=city, at=at)
    if row.state == "open":
        await atomically(lambda: decide(row.id, who, city=city, why=why, at=at))
    return on_to(f"{PATH}/morning")


async def excel(visit: Visit) -> web.Response:
    """The workbook: right and trail as in chat."""
    area = accounts.digest_area(visit.who, day_of(visit.at))
    drawn = await drawing.workbook_for(visit.house, visit.who, area, visit.at, lang=visit.lang)
    named = {"Content-Disposition": f'attachment; filename="{drawn.name}"'}
    return web.Response(body=drawn.data, content_type=SHEET, headers={**HEADERS, **named})
