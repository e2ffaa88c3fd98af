"""In by a one-time link, out by a button; the language and look of the pages."""

from dataclasses import replace

from aiohttp import web

from core.desk import entry
from core.desk.entry import BadLink
from core.safety import refusals
from web.desk.guard import COOKIE, FORMS, PATH, Guard, Look, Visit, forbidden, look_of, own
from web.desk.paper import html, on_to


class Door:
    """The pages around signing in and out."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard

    async def ask(self, request: web.Request) -> web.StreamResponse:
        """The link was opened: a button to go in. Looking alone uses nothing up: chat programs
        fetch links to show a preview."""
        return html(look_of(request), "enter.html", secret=request.match_info["secret"])

    async def enter(self, request: web.Request) -> web.StreamResponse:
        """The button was pressed: the link is spent, the browser is seated until night."""
        if not own(request, self.guard.address()):
            raise forbidden("form", FORMS)
        house = self.guard.house()
        secret = str((await request.post()).get("secret", ""))
        try:
            cookie = await entry.enter(secret, house.city.standards, at=house.clock())
        except BadLink:
            refusals.count("desk", "link")
            return html(look_of(request), "closed.html", status=403, used=True)
        response = on_to(PATH)
        seat = await entry.seated(cookie, at=house.clock())
        if seat is not None:
            self.guard.seat(response, cookie, seat.ends_at)
            if request.cookies.get("jpf_look") is None:
                self.guard.remember(response, Look(lang=seat.who.lang))
        return response

    async def stranger(self, request: web.Request) -> web.StreamResponse:
        """Nobody is seated: how to get a link."""
        return html(look_of(request), "closed.html", status=401, used=False)

    async def lost(self, request: web.Request) -> web.StreamResponse:
        """Not yours and not there look the same."""
        return html(look_of(request), "lost.html", status=404)

    async def leave(self, visit: Visit) -> web.Response:
        await entry.leave(visit.request.cookies.get(COOKIE, ""), at=visit.at)
        response = html(visit.look, "closed.html", used=False)
        response.del_cookie(COOKIE, path=PATH)
        return response

    async def look(self, visit: Visit) -> web.Response:
        """Language, light, size: one button each, remembered for a year."""
        form = await visit.request.post()
        look, wish = visit.look, str(form.get("wish", ""))
        if wish == "lang":
            look = replace(look, lang="zh" if look.lang == "en" else "en")
        elif wish in ("light", "dark"):
            look = replace(look, theme=wish)
        elif wish == "large":
            look = replace(look, large=not look.large)
        back = str(form.get("back", PATH))
        response = on_to(back if back.startswith(PATH) else PATH)
        self.guard.remember(response, look)
        return response
