"""The addresses of the duty desk."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from core.desk import opening
from core.house import House
from core.render.webfont import chinese_font
from web.desk import cases, families, morning
from web.desk.entering import Door
from web.desk.guard import HEADERS, PATH, Guard

PARTS = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
}
HERE = Path(__file__).parent / "parts"
KEPT = {"Cache-Control": "private, max-age=86400"}


def routes(house: Callable[[], House]) -> list[web.RouteDef]:
    """Everything under /desk; *house* is asked at every request."""
    guard = Guard(house, opening.address)
    door = Door(guard)

    def shown(path: str, page: Callable[..., object]) -> web.RouteDef:
        return web.get(PATH + path, guard.page(page, door.stranger, door.lost))  # type: ignore[arg-type]

    def asked(path: str, page: Callable[..., object]) -> web.RouteDef:
        return web.post(PATH + path, guard.form(page, door.stranger, door.lost))  # type: ignore[arg-type]

    return [
        web.get(PATH + "/in/{secret}", guard.named(door.ask)),
        web.post(PATH + "/in", guard.named(door.enter)),
        web.get(PATH + "/part/{name}", guard.named(part)),
        asked("/out", door.leave),
        asked("/look", door.look),
        shown("", cases.front),
        shown("/red", cases.red),
        shown("/cases", cases.cases),
        asked("/find", cases.search),
        shown("/case/{number}", cases.case),
        asked("/case/{number}/nudge", cases.nudge),
        shown("/family/{household}", families.family),
        asked("/family/{household}/booklet", families.booklet),
        asked("/family/{household}/masked", families.masked),
        shown("/morning", morning.morning),
        asked("/held/{monitor}", morning.held),
        asked("/proposal/{number}", morning.proposed),
        asked("/excel", morning.excel),
    ]


async def part(request: web.Request) -> web.Response:
    """Style, script, and Chinese letters for browsers that have none."""
    name = request.match_info["name"]
    if name == "cjk.otf":
        body = await asyncio.to_thread(chinese_font)
        return web.Response(body=body, content_type="font/otf", headers={**HEADERS, **KEPT})
    if name not in PARTS:
        raise web.HTTPNotFound
    body = (HERE / name).read_bytes()
    headers = {**HEADERS, "Cache-Control": "private, max-age=300"}
    return web.Response(body=body, content_type=PARTS[name], charset="utf-8", headers=headers)
