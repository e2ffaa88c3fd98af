"""Pages of the desk are made a few at a time: the others of the database's hands belong to the chats.

A question that takes long keeps one of them until the database gives it up. Who waits too far behind is
told at once, instead of a browser that turns for minutes.
"""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
AT_ONCE, IN_LINE = 4, 40
BUSY = "现在人多，请过一会儿再点。\n"


def few_at_once(under: str, at_once: int = AT_ONCE, in_line: int = IN_LINE) -> Middleware:
    """A middleware: of the addresses under *under* only so many are made at the same time."""
    hands, waiting = asyncio.Semaphore(at_once), 0

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        nonlocal waiting
        if not request.path.startswith(under):
            return await handler(request)
        if waiting >= in_line:
            return web.Response(status=503, text=BUSY, headers={"Retry-After": "10"})
        waiting += 1
        try:
            await hands.acquire()
        finally:
            waiting -= 1
        try:
            return await handler(request)
        finally:
            hands.release()

    return middleware
