"""What comes from pages of other sites, under other names, with other people's links: refused and noted."""

from types import SimpleNamespace

import aiohttp
import pytest

from core import accounts
from core.desk import opening
from core.safety.refusals import counted
from core.store.database import atomically
from core.store.desk import DeskLink, DeskSession
from core.store.trail import Audit
from demo.botapi import application, serving
from demo.phones import routes
from tests.demo.conftest import PENG
from tests.demo.test_phones_gate import TOKEN, Quiet
from tests.web.conftest import link_for, sit
from tests.web.test_desk_guard import csrf_in
from web import desk

EVIL = "evil.example"
OTHERS = (
    {"Origin": f"https://{EVIL}"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)
PAGES = [(route.method, route.path) for route in desk.routes(lambda: None)]
POSTS = [path for method, path in PAGES if method == "POST"]


@pytest.fixture
async def seated(place, browser):
    """The supervisor sits there; his forms' word is known to whoever reads his page."""
    await sit(place, "cheng", browser)
    async with browser.get(f"{place.root}/desk") as answer:
        csrf = csrf_in(await answer.text())
    counted.clear()
    return SimpleNamespace(place=place, browser=browser, csrf=csrf, trail=await Audit.all().count())


def filled(path: str, place) -> str:
    return place.root + path.format(
        number=place.case.number, household="PH0101", monitor="MON-30", name="desk.css", secret="x"
    )


@pytest.mark.parametrize("path", POSTS)
async def test_no_form_of_the_desk_takes_a_post_from_another_site(seated, path):
    for headers in OTHERS:
        data = {"csrf": seated.csrf, "why": "核对情况", "secret": "x"}
        async with seated.browser.post(
            filled(path, seated.place), data=data, headers=headers
        ) as answer:
            assert answer.status == 403, (path, headers)
    assert await Audit.all().count() == seated.trail
    assert counted["desk"] == len(OTHERS)


@pytest.mark.parametrize(("method", "path"), PAGES)
async def test_no_page_answers_under_a_name_that_was_re_pointed_at_us(seated, method, path):
    """The browser would think it talks to its own site: same origin, cookies and all."""
    headers = {"Host": f"{EVIL}:8800", "Origin": f"http://{EVIL}:8800"}
    for host in (headers, {"Host": "127.0.0.1.evil.example"}, {"Host": "[oops"}):
        async with seated.browser.request(
            method, filled(path, seated.place), data={"csrf": seated.csrf}, headers=host
        ) as answer:
            assert answer.status in (400, 403)
            assert "陆" not in await answer.text()
    assert await Audit.all().count() == seated.trail


async def test_the_pages_answer_under_their_own_name_and_under_no_name(seated):
    opening.opens_at("https://desk.pinghu.example:8443")
    for host, status in (
        ("desk.pinghu.example", 200), ("desk.pinghu.example:8443", 200), ("10.1.2.3:8800", 200),
        ("[::1]:8800", 200), ("localhost", 200), ("pinghu.example", 403),
    ):  # fmt: skip
        headers = {"Host": host}
        async with seated.browser.get(f"{seated.place.root}/desk", headers=headers) as answer:
            assert answer.status == status, host


async def test_a_link_that_is_replayed_stale_or_guessed_seats_nobody_and_is_counted(place, browser):
    used = (await link_for(place, "cheng")).rsplit("/", 1)[1]
    stale = (await link_for(place, "cheng")).rsplit("/", 1)[1]
    await sit(place, "cheng", browser)
    async with browser.post(f"{place.root}/desk/in", data={"secret": used}) as answer:
        assert answer.status == 200
    place.clock.on(minutes=5, seconds=1)
    counted.clear()
    sessions, told = await DeskSession.all().count(), set()
    guesses = ("", "x" * 43, stale[:-1] + "A", "' OR 1=1 --", "é" * 500)
    async with aiohttp.ClientSession() as other:
        for secret in (used, stale, *guesses):
            data = {"secret": secret}
            async with other.post(f"{place.root}/desk/in", data=data) as answer:
                told.add((answer.status, await answer.text(), answer.headers.get("Set-Cookie")))
    assert [(status, cookie) for status, _, cookie in told] == [(403, None)], "all sound the same"
    assert await DeskSession.all().count() == sessions
    assert counted["desk"] == 2 + len(guesses)


async def test_a_link_of_somebody_who_lost_his_duty_meanwhile_seats_nobody(place, browser):
    secret = (await link_for(place, "wu")).rsplit("/", 1)[1]
    await atomically(lambda: accounts.revoke("wu", at=place.clock()))
    async with browser.post(f"{place.root}/desk/in", data={"secret": secret}) as answer:
        assert answer.status == 403
    assert not await DeskSession.exists()
    assert await DeskLink.exists(used_at=None), "whoever asked it back finds it was never used"


@pytest.fixture
async def phones(api):
    """The demo's page, opened by its own browser."""
    story, told = Quiet(), routes
    async with serving(application(api, *told(api, story, token=TOKEN))) as root:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(root, cookie_jar=jar) as client:
            async with client.get("/", params={"t": TOKEN}) as answer:
                assert answer.status == 200
            made = told(api, story, token=TOKEN)
            yield SimpleNamespace(root=root, client=client, story=story, routes=made)


async def test_no_address_of_the_demo_answers_another_site_or_name(phones, caplog):
    elsewhere = {"Host": EVIL, "Origin": f"http://{EVIL}"}
    for route in phones.routes:
        path = route.path.format(name="find", id="photo-1", language="en")
        for headers in (*OTHERS, elsewhere):
            if path == "/" and "Host" not in headers:
                continue  # people come to the page itself from anywhere; it is not secret
            asked = phones.client.request(route.method, f"{path}?chat={PENG}", headers=headers)
            async with asked as answer:
                assert answer.status == 403, (route.method, path, headers)
    assert phones.story.asked == []
    assert "a request was refused: only this machine" in caplog.text
    assert "a request was refused: only the page itself" in caplog.text


@pytest.mark.parametrize("path", ["/phones/line", "/phones/story"])
async def test_no_socket_opens_for_a_page_of_another_origin(phones, path):
    wrong = (*OTHERS, {}, {"Host": EVIL, "Origin": f"http://{EVIL}"},
             {"Origin": phones.root.replace("127.0.0.1", "localhost")})  # fmt: skip
    for headers in wrong:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await phones.client.ws_connect(f"{path}?chat={PENG}", headers=headers)
        assert refused.value.status == 403
    async with phones.client.ws_connect(
        f"{path}?chat={PENG}", headers={"Origin": phones.root}
    ) as socket:
        assert not socket.closed


async def test_a_socket_without_the_pages_token_stays_closed_whatever_its_origin(api):
    async with (
        serving(application(api, *routes(api, Quiet(), token=TOKEN))) as root,
        aiohttp.ClientSession(root) as client,
    ):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.ws_connect(f"/phones/line?chat={PENG}", headers={"Origin": root})
