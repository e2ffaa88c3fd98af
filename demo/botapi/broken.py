"""Faults carried out on the wire."""

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from demo.botapi.faults import Fault
from demo.botapi.refused import Refused, too_many

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

PAGE = "<html><head><title>{status}</title></head><body><center><h1>{status} {text}</h1></center></body></html>"
DRIPS = 20


async def before(api: "BotApi", request: web.Request, fault: Fault) -> web.StreamResponse:
    """The call fails and was not carried out."""
    if fault.kind == "hang":
        await pause(api, fault.seconds)
    if fault.kind in ("hang", "reset"):
        return _cut(request)
    return _page(fault) if fault.kind == "html" else _json(fault)


async def after(
    api: "BotApi", request: web.Request, fault: Fault, honest: web.Response
) -> web.StreamResponse:
    """The call was carried out; its answer *honest* arrives badly or not at all."""
    if fault.kind == "truncated":
        return _half(honest)
    if fault.kind == "slow":
        return await _dripping(api, request, fault, honest)
    return await before(api, request, fault)


async def pause(api: "BotApi", seconds: float) -> None:
    """Wait, but not longer than the server lives."""
    try:
        await asyncio.wait_for(api.closing.wait(), seconds)
    except TimeoutError:
        return


def _json(fault: Fault) -> web.Response:
    if fault.kind == "429" and fault.retry_after is not None:
        refusal = too_many(fault.retry_after)
    elif fault.kind == "429":
        refusal = Refused(429, "Too Many Requests")
    else:
        refusal = Refused(fault.status, fault.text)
    return web.json_response(refusal.body(), status=refusal.status)


def _page(fault: Fault) -> web.Response:
    page = PAGE.format(status=fault.status, text=fault.text)
    return web.Response(status=fault.status, text=page, content_type="text/html")


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _half(honest: web.Response) -> web.Response:
    body = _bytes(honest)
    return web.Response(body=body[: len(body) // 2], content_type=honest.content_type)


async def _dripping(
    api: "BotApi", request: web.Request, fault: Fault, honest: web.Response
) -> web.StreamResponse:
    body = _bytes(honest)
    step = max(1, len(body) // DRIPS)
    response = web.StreamResponse(status=honest.status)
    response.content_type, response.content_length = honest.content_type, len(body)
    await response.prepare(request)
    for at in range(0, len(body), step):
        await response.write(body[at : at + step])
        await pause(api, fault.seconds / DRIPS)
    return response


def _bytes(response: web.Response) -> bytes:
    return response.body if isinstance(response.body, bytes) else b""
