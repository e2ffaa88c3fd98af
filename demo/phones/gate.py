"""Who may see the page: this machine's browser, opened with the address the terminal printed."""

import logging
from collections.abc import Mapping

from aiohttp import web

from demo.botapi.guard import Handler, crossing, from_this_machine, own_origin, same

log = logging.getLogger(__name__)
CLOSED = """<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>精平扶</title>
<h1>请用终端里印出的完整网址打开</h1>
<p>网址里带着一段只用一次的口令，别的网页和别的机器进不来。</p>
<p lang="en">Please open the full address printed in the terminal.</p></html>"""
FENCED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def policy(host: str) -> str:
    """The Content-Security-Policy: everything from here, nothing from elsewhere."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        f"connect-src 'self' ws://{host}; img-src 'self' blob: data:; media-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class Gate:
    """Lets in requests that carry the page's token as a cookie."""

    def __init__(self, token: str) -> None:
        if len(token) < 16:
            raise ValueError("the page's token is too short: take secrets.token_urlsafe()")
        self.token = token

    def admitted(self, request: web.Request) -> bool:
        return same(request.cookies.get(_cookie(request), ""), self.token)

    def page(self, handler: Handler) -> Handler:
        """For the page itself: the address with ?t=… is turned into a cookie."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            _check_machine(request)
            if same(request.query.get("t", ""), self.token):
                return self._welcome(request)
            if not self.admitted(request):
                log.warning("the page was asked for without its token")
                return web.Response(
                    status=403, text=CLOSED, content_type="text/html", headers=FENCED
                )
            return fenced(await handler(request), request)

        return guarded

    def part(self, handler: Handler) -> Handler:
        """For what the page loads and calls; changes must come from the page itself."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            _check_machine(request)
            changing = request.method != "GET" or request.headers.get("Upgrade")
            if crossing(request) or (changing and not own_origin(request)):
                raise _forbidden("only the page itself")
            if not self.admitted(request):
                raise _forbidden("open the page first")
            return fenced(await handler(request), request)

        return guarded

    def _welcome(self, request: web.Request) -> web.Response:
        rest: Mapping[str, str] = {k: v for k, v in request.query.items() if k != "t"}
        response = web.Response(
            status=303, headers={"Location": str(request.rel_url.with_query(rest)), **FENCED}
        )
        response.set_cookie(
            _cookie(request), self.token, httponly=True, samesite="Strict", path="/"
        )
        return response


def fenced(response: web.StreamResponse, request: web.Request) -> web.StreamResponse:
    """*response* with the headers that keep it to itself."""
    if not response.prepared:
        response.headers.update(FENCED)
        response.headers.setdefault("Content-Security-Policy", policy(request.host))
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _check_machine(request: web.Request) -> None:
    if not from_this_machine(request):
        raise _forbidden("only this machine")


def _forbidden(why: str) -> web.HTTPForbidden:
    log.warning("a request was refused: %s", why)
    return web.HTTPForbidden(text=f"{why}\n")


def _cookie(request: web.Request) -> str:
    """Browsers share cookies between ports, so the port is part of the name."""
    return f"jpf_phones_{request.host.rpartition(':')[2]}"
