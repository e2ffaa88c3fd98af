"""Every role at every page and form of the desk, compared with desk.txt; see test_chat_doors.py.

Everybody gets a session, forged if need be: whoever has no duty at the desk stays outside anyway.
"""

import hashlib
import re
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from aiohttp.web import Application

from core.city import load_city
from core.config import Settings
from core.desk import entry, opening
from core.facts import Facts
from core.house import House
from core.store.database import open_store, raw
from core.store.desk import DeskSession
from tests.rights.test_chat_doors import judged, line
from tests.rights.world import HOME, Place, touched, town
from web import desk
from web.desk.families import REASONS

WRITTEN = Path(__file__).with_name("desk.txt")
ROUTES = [route for route in desk.routes(lambda: None) if "/in" not in route.path]
DOORS = sorted(f"{route.method} {route.path}" for route in ROUTES)
OPEN_TO_ALL = "GET /desk/part/{name}"
NAMES = ("stranger", "revoked", "far_supervisor", "far_office", "admin", "auditor", "grid",
         "department", "resident", "family", "room", "office", "supervisor")  # fmt: skip
FORMS = {"/find": {"words": "number"}, "/booklet": {"why": REASONS[0]}, "/look": {"wish": "dark"},
         "/held/{monitor}": {"do": "release"}}  # fmt: skip
VOLATILE = re.compile(rb"[0-9a-f]{64}")


@asynccontextmanager
async def pages(url: str, told: tuple, now, *, full: bool):
    """A full or an empty town behind its pages."""
    home, vault = told
    facts = home / "facts" if full else Path(url.removeprefix("sqlite://").partition("?")[0] + ".f")
    house = House(
        Settings(home=home, made_up=True), vault, load_city(), Facts(facts), lambda: now
    )  # fmt: skip
    async with await open_store(url, vault), town(now, full=full) as place:
        app = Application()
        app.add_routes(desk.routes(lambda: house))
        async with TestServer(app) as server:
            opening.opens_at(str(server.make_url("")).rstrip("/"))
            async with ClientSession() as browser:
                yield place, browser
    opening.opens_at("")


async def attempt(door: str, place: Place, name: str, browser: ClientSession) -> tuple:
    method, _, path = door.partition(" ")
    cookie = f"cookie-of-{name}"
    await _seat(place, name, cookie)
    number = place.ids["proposal"] if "/proposal/" in path else place.number
    address = path.format(number=number, household=HOME, monitor="MON-30", name="desk.css")
    form = next((form for end, form in FORMS.items() if path.endswith(end)), {})
    form = {k: place.number if v == "number" else v for k, v in form.items()}
    data = {**form, "csrf": entry._csrf(cookie)} if method == "POST" else None
    await raw("DELETE FROM touched")
    async with browser.request(
        method, opening.address() + address, data=data, allow_redirects=False,
        headers={"Cookie": f"jpf_desk={cookie}"},
    ) as answer:  # fmt: skip
        body = VOLATILE.sub(b"", await answer.read())
        told = (answer.status, answer.headers.get("Location", ""), hashlib.sha256(body).digest())
        return answer.status in (401, 404), told, await touched()


async def _seat(place: Place, name: str, cookie: str) -> None:
    """A session for anybody; a stranger has a cookie that nobody gave him."""
    token = entry._hash(cookie)
    if name in place.people and not await DeskSession.exists(token_hash=token):
        await DeskSession.create(account=place.people[name], token_hash=token, began_at=place.at,
                                 ends_at=place.at + timedelta(hours=8))  # fmt: skip


async def test_everybody_opens_the_pages_that_are_written_and_no_others(
    told_facts, two_towns, now, request
):
    cells: list[dict] = []
    for url, full in zip(two_towns, (True, False), strict=True):
        async with pages(url, told_facts, now, full=full) as (place, browser):
            cells.append({(d, n): await attempt(d, place, n, browser)
                          for d in DOORS for n in NAMES})  # fmt: skip
    there, empty = cells
    found = {
        door: {n: "refused" if there[door, n][0] else judged(there[door, n], empty[door, n])
               for n in NAMES}
        for door in DOORS
    }  # fmt: skip
    text = "\n".join(line(door, found[door]) for door in DOORS) + "\n"
    if request.config.getoption("--update"):
        WRITTEN.write_text(text, "utf-8")
    assert text == WRITTEN.read_text("utf-8")
    for (door, name), (refused, told, noted) in there.items():
        seated = name in ("office", "supervisor", "far_office", "far_supervisor")
        if refused and seated:
            assert noted == ("audit refused",), f"{door}: a refusal to {name} left {noted}"
        elif not seated and door != OPEN_TO_ALL:
            assert (told[0], noted) == (401, ()), f"{door} opens for {name}"
            assert told == there[door, "stranger"][1], f"{door} tells {name} more than a stranger"
    lost = {told for (d, n), (no, told, _) in there.items() if no and told[0] == 404}
    assert len(lost) == 1, "not yours and not there are the same page"
