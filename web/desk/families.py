"""A family with its card; its booklet, all of it or masked. Every look is in the trail."""

from base64 import b64encode
from functools import partial

from aiohttp import web

from core.drawing import Drawing
from core.family.opened import open_booklet, open_family
from core.render.card import actions_title, shown
from core.render.words import reading_word
from locales import tr
from web.desk.guard import HEADERS, Visit
from web.desk.paper import page

PDF = {**HEADERS, "Content-Security-Policy": "default-src 'none'; object-src 'self'; "
       "style-src 'unsafe-inline'; frame-ancestors 'none'"}  # fmt: skip
REASONS = ("上门前看看", "家里人来问", "核对情况", "会商帮扶")


async def family(visit: Visit) -> web.Response:
    """The card as a picture and as words."""
    household = visit.request.match_info["household"]
    found = await open_family(
        visit.house, visit.who, household, at=visit.at, lang=visit.lang, why="desk"
    )
    picture = b64encode(found.picture).decode()
    return page(
        visit,
        "family.html",
        found=found,
        picture=picture,
        readings=shown(found.card.readings),
        word=partial(reading_word, lang=visit.lang),
        todo=actions_title(found.card, visit.lang),
        reasons=REASONS,
    )


async def booklet(visit: Visit) -> web.Response:
    """All of it: a reason is asked for and kept; who opened it and when stands on every page."""
    form = await visit.request.post()
    chosen = str(form.get("why", ""))
    if chosen not in REASONS:
        raise web.HTTPBadRequest(text=tr("请选一个理由。", visit.lang), headers=HEADERS)
    return _paper(await _open(visit, full=True, why=chosen))


async def masked(visit: Visit) -> web.Response:
    """What may be carried on a phone."""
    return _paper(await _open(visit, full=False, why="desk"))


async def _open(visit: Visit, *, full: bool, why: str) -> Drawing:
    household = visit.request.match_info["household"]
    return await open_booklet(
        visit.house, visit.who, household, full=full, at=visit.at, lang=visit.lang, why=why
    )


def _paper(drawn: Drawing) -> web.Response:
    named = {"Content-Disposition": f'inline; filename="{drawn.name}"'}
    return web.Response(body=drawn.data, content_type="application/pdf", headers={**PDF, **named})
