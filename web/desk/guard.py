"""Who may see a page: somebody seated, with his own rights; and what every answer forbids."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from core.access import NotAllowed, Who
from core.desk import entry
from core.desk.entry import Seat
from core.house import House
from locales import LANGUAGES

COOKIE, LOOK = "jpf_desk", "jpf_look"
PATH = "/desk"
YEAR = 365 * 24 * 3600
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


class Guard:
    """Turns pages into handlers; *house* is asked anew at every request."""

    def __init__(self, house: Callable[[], House], address: Callable[[], str]) -> None:
        self.house, self.address = house, address

    def page(self, page: Page, stranger: Handler, lost: Handler) -> Handler:
        """*page* for whoever is seated; *lost* for what is not his or not there."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            visit = await self.visit(request)
            if visit is None:
                return await stranger(request)
            try:
                return fenced(await page(visit))
            except NotAllowed:
                return await lost(request)

        return guarded

    def form(self, page: Page, stranger: Handler, lost: Handler) -> Handler:
        """The same for a form: it must come from a page of ours and carry its word."""
        inner = self.page(page, stranger, lost)

        async def guarded(request: web.Request) -> web.StreamResponse:
            visit = await self.visit(request)
            if visit is None:
                return await stranger(request)
            given = (await request.post()).get("csrf", "")
            if not own(request, self.address()) or not entry.same(str(given), visit.seat.csrf):
                raise web.HTTPForbidden(text="only forms of these pages\n", headers=HEADERS)
            return await inner(request)

        return guarded

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
