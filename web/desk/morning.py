"""The supervisor's morning as a page: one picture, every number a link; the workbook."""

from base64 import b64encode

from aiohttp import web

from core import accounts
from core.clock import day_of, local
from core.desk import signing
from core.desk.spread import Period
from core.digest import morning as numbers
from core.family import drawing
from core.family.morning import digest_of, spread_rows
from core.render.data import Opened
from web.desk.guard import HEADERS, Visit
from web.desk.paper import page

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def morning(visit: Visit) -> web.Response:
    """Numbers, things to watch, who is better off, what waits for a signature."""
    who, house, day = visit.who, visit.house, day_of(visit.at)
    area = accounts.digest_area(who, day)
    opened = Opened(by=who.name, at=local(visit.at))
    told = await digest_of(house, day, area, opened, lang=visit.lang)
    waiting = await signing.waiting(who, house.city, at=visit.at)
    counted = await numbers(
        day, area, house.city, now=visit.at, stale=tuple(s.source for s in told.stale),
        sign=len(waiting),
    )  # fmt: skip
    drawn = await drawing.digest_picture(house, day, area, visit.at, by=who.name, lang=visit.lang)
    periods: tuple[Period, ...] = ("week", "month")
    return page(
        visit,
        "morning.html",
        told=told,
        counted=counted,
        watch=[(item, item.words(house.city, visit.lang)) for item in counted.watch],
        waiting=waiting,
        picture=b64encode(drawn.data).decode(),
        spreads={p: await spread_rows(house, p, area, day, visit.lang) for p in periods},
    )


async def excel(visit: Visit) -> web.Response:
    """The workbook: right and trail as in chat."""
    area = accounts.digest_area(visit.who, day_of(visit.at))
    drawn = await drawing.workbook_for(visit.house, visit.who, area, visit.at)
    named = {"Content-Disposition": f'attachment; filename="{drawn.name}"'}
    return web.Response(body=drawn.data, content_type=SHEET, headers={**HEADERS, **named})
