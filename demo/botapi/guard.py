"""Only this machine may call, and only pages that this server itself has sent.

The Host check stops names that were re-pointed at 127.0.0.1 (DNS rebinding); the Origin check
stops other pages in the same browser.
"""

import hmac
from collections.abc import Awaitable, Callable

from aiohttp import web

LOOPBACK = ("127.0.0.1", "localhost", "::1")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def host_of(request: web.Request) -> str:
    """The name in the Host header, without port; "" if there is none."""
    host = request.headers.get("Host", "")
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def from_this_machine(request: web.Request) -> bool:
    return request.remote in LOOPBACK and host_of(request) in LOOPBACK


def own_origin(request: web.Request) -> bool:
    """True if the request says it comes from a page of this very server."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.host}"


def crossing(request: web.Request) -> bool:
    """True if a browser says that another site is behind this request."""
    if "Origin" in request.headers:
        return not own_origin(request)
    return request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")


def programs_only(handler: Handler) -> Handler:
    """*handler* for programs on this machine; whatever comes from a browser page is refused."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        from_a_page = "Origin" in request.headers or crossing(request)
        if from_a_page or not from_this_machine(request):
            raise web.HTTPForbidden(text="only programs on this machine\n")
        return await handler(request)

    return guarded


def same(given: str, expected: str) -> bool:
    """Equal, in constant time."""
    return hmac.compare_digest(given.encode(), expected.encode())
