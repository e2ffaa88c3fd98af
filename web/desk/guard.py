"""Who may see a page: somebody seated, with his own rights; and what every answer forbids.

A request under a name that is not ours is refused whole: a page elsewhere could have had its own name
re-pointed at this machine (DNS rebinding). Addresses in digits cannot be re-pointed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from uuid import uuid4

from aiohttp import web
from yarl import URL

from core import tracing
from core.access import NotAllowed, Who
from core.desk import entry
from core.desk.entry import Seat
from core.house import House
from core.safety import refusals
from core.store.database import atomically
from locales import LANGUAGES

COOKIE, LOOK = "jpf_desk", "jpf_look"
PATH = "/desk"
YEAR = 365 * 24 * 3600
FORMS = "only forms of these pages"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Look:
    """How a reader wants the pages: language, light or dark or as the machine says, large type."""

    lang: str = "zh"
    theme: str = ""
    large: bool = False

    def packed(self) -> str:
        return f"{self.lang}.{self.theme or 'auto'}.{'large' if self.large else 'normal'}"

    @classmethod
    def unpacked(cls, text: str, lang: str = "zh") -> "Look":
        parts = text.split(".")
        if len(parts) != 3 or parts[0] not in LANGUAGES:
            return cls(lang=lang)
        theme = parts[1] if parts[1] in ("light", "dark") else ""
        return cls(lang=parts[0], theme=theme, large=parts[2] == "large")


@dataclass(frozen=True)
class Visit:
    """One request of somebody seated."""

    request: web.Request
    house: House
    seat: Seat
    at: datetime
    look: Look

    @property
    def who(self) -> Who:
        return self.seat.who

    @property
    def lang(self) -> str:
        return self.look.lang


Page = Callable[[Visit], Awaitable[web.Response]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def look_of(request: web.Request, lang: str = "zh") -> Look:
    return Look.unpacked(request.cookies.get(LOOK, ""), lang)


def fenced(response: web.Response) -> web.Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def own(request: web.Request, address: str) -> bool:
    """Whether a form comes from a page of ours: browsers say so, and cannot be made to lie."""
    origin = request.headers.get("Origin")
    ours = {f"{request.scheme}://{request.host}", address}
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin" and (
        origin is None or origin in ours
    )


def ours(request: web.Request, address: str) -> bool:
    """Whether we were called by a name of ours, or by no name at all."""
    called = URL(f"http://{request.host}").host or ""
    return called in ("localhost", URL(address).host) or _in_digits(called)


def _in_digits(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def forbidden(why: str, words: str) -> web.HTTPForbidden:
    """A refusal to a browser that did what no page of ours does; noted."""
    refusals.count("desk", why)
    return web.HTTPForbidden(text=words + "\n", headers=HEADERS)


class Guard:
    """Turns pages into handlers; *house* is asked anew at every request."""

    def __init__(self, house: Callable[[], House], address: Callable[[], str]) -> None:
        self.house, self.address = house, address

    def named(self, handler: Handler) -> Handler:
        """*handler* for requests that call us by our own name."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                known = ours(request, self.address())
            except ValueError:
                known = False
            if not known:
                raise forbidden("host", "not a name of these pages")
            return await handler(request)

        return guarded

    def page(self, page: Page, stranger: Handler, lost: Handler) -> Handler:
        """*page* for whoever is seated; *lost* for what is not his or not there."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            visit = await self.visit(request)
            if visit is None:
                return await stranger(request)
            try:
                with tracing.request(f"desk {uuid4().hex[:8]}"):
                    return fenced(await page(visit))
            except NotAllowed:
                await self._refused(visit)
                return await lost(request)

        return self.named(guarded)

    async def _refused(self, visit: Visit) -> None:
        """Who asked for what is known afterwards; the page tells nothing."""
        found = visit.request.match_info
        about = found.get("number", found.get("household", ""))
        await atomically(lambda: refusals.refused(visit.who, "page", about, at=visit.at))

    def form(self, page: Page, stranger: Handler, lost: Handler) -> Handler:
        """The same for a form: it must come from a page of ours and carry its word."""
        inner = self.page(page, stranger, lost)

        async def guarded(request: web.Request) -> web.StreamResponse:
            visit = await self.visit(request)
            if visit is None:
                return await stranger(request)
            given = (await request.post()).get("csrf", "")
            if not own(request, self.address()) or not entry.same(str(given), visit.seat.csrf):
                raise forbidden("form", FORMS)
            return await inner(request)

        return self.named(guarded)

    async def visit(self, request: web.Request) -> Visit | None:
        house = self.house()
        at = house.clock()
        seat = await entry.seated(request.cookies.get(COOKIE, ""), at=at)
        if seat is None:
            return None
        return Visit(request, house, seat, at, look_of(request, seat.who.lang))

    def seat(self, response: web.Response, cookie: str, until: datetime) -> None:
        """The cookie of a session: for these pages only, not for scripts, not from elsewhere."""
        response.set_cookie(
            COOKIE,
            cookie,
            path=PATH,
            max_age=max(0, int((until - self.house().clock()).total_seconds())),
            httponly=True,
            samesite="Strict",
            secure=self.address().startswith("https:"),
        )

    def remember(self, response: web.Response, look: Look) -> None:
        response.set_cookie(
            LOOK,
            look.packed(),
            path=PATH,
            max_age=YEAR,
            httponly=True,
            samesite="Strict",
            secure=self.address().startswith("https:"),
        )
