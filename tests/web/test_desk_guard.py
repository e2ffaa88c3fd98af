"""In by a link that works once, out at night; forms only from our own pages; headers that forbid."""

import re
from datetime import timedelta

import pytest
from aiohttp import ClientSession, CookieJar

from core import accounts
from core.access import NotAllowed
from core.clock import at_time, day_of
from core.desk import entry
from core.store.database import atomically
from core.store.desk import DeskLink, DeskSession
from core.store.trail import Audit
from tests.factories import CITY, person
from tests.web.conftest import link_for, sit

PAGES = ("/desk", "/desk/red", "/desk/cases", "/desk/morning", "/desk/family/PH0101")


async def text(browser: ClientSession, address: str) -> tuple[int, str]:
    async with browser.get(address) as answer:
        return answer.status, await answer.text()


def csrf_in(page: str) -> str:
    return re.findall(r'name="csrf" value="([0-9a-f]+)"', page)[0]


async def test_a_stranger_sees_how_to_get_a_link_and_nothing_else(place, browser):
    for path in (*PAGES, f"/desk/case/{place.case.number}"):
        status, page = await text(browser, place.root + path)
        assert status == 401
        assert "陆" not in page
        assert place.case.number not in page


async def test_a_link_opens_once(place, browser):
    link = await link_for(place, "cheng")
    secret = link.rsplit("/", 1)[1]
    for _ in range(2):
        assert (await text(browser, link))[0] == 200, "looking at it uses nothing up"
    async with browser.post(f"{place.root}/desk/in", data={"secret": secret}) as answer:
        assert answer.url.path == "/desk"
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as other:
        async with other.post(f"{place.root}/desk/in", data={"secret": secret}) as answer:
            assert answer.status == 403
        assert (await text(other, f"{place.root}/desk"))[0] == 401


async def test_a_link_lives_five_minutes(place, browser):
    link = await link_for(place, "cheng")
    place.clock.on(minutes=5, seconds=1)
    async with browser.post(
        f"{place.root}/desk/in", data={"secret": link.rsplit("/", 1)[1]}
    ) as answer:
        assert answer.status == 403


async def test_only_hashes_are_kept(place, browser):
    link = await link_for(place, "cheng")
    await sit(place, "cheng", browser)
    cookie = next(c.value for c in browser.cookie_jar if c.key == "jpf_desk")
    kept = [row.token_hash for row in [*await DeskLink.all(), *await DeskSession.all()]]
    assert link.rsplit("/", 1)[1] not in kept
    assert cookie not in kept


async def test_the_cookie_is_for_the_desk_alone_and_not_for_scripts(place, browser):
    secret = (await link_for(place, "cheng")).rsplit("/", 1)[1]
    async with browser.post(
        f"{place.root}/desk/in", data={"secret": secret}, allow_redirects=False
    ) as answer:
        told = answer.cookies["jpf_desk"]
    assert (told["httponly"], told["samesite"], told["path"]) == (True, "Strict", "/desk")


async def test_who_has_no_duty_at_the_desk_gets_no_link(place):
    for handle in ("peng", "zhou"):
        who = await accounts.who(await accounts.by_handle(handle))
        with pytest.raises(NotAllowed):
            await entry.link(who, at=place.clock())


async def test_a_session_ends_at_night(place, browser):
    await sit(place, "cheng", browser)
    place.clock.moment = at_time(day_of(place.clock()), 20, 59)
    assert (await text(browser, f"{place.root}/desk"))[0] == 200
    place.clock.moment = at_time(day_of(place.clock()), 21)
    assert (await text(browser, f"{place.root}/desk"))[0] == 401


@pytest.mark.parametrize(
    ("begun", "ends"),
    [((8, 0), (21, 0)), ((20, 45), (7, 30)), ((23, 0), (7, 30)), ((3, 0), (7, 30))],
)
def test_night_is_the_next_edge_of_the_quiet_hours(now, begun, ends):
    moment = at_time(day_of(now), *begun)
    end = entry.night(moment, CITY.standards)
    assert (end.hour, end.minute) == ends
    assert timedelta(minutes=30) <= end - moment <= timedelta(hours=14)


async def test_a_revoked_account_sees_nothing_from_that_moment(place, browser):
    await sit(place, "cheng", browser)
    await atomically(lambda: accounts.revoke("cheng", at=place.clock()))
    assert (await text(browser, f"{place.root}/desk"))[0] == 401


async def test_signing_out_ends_it_for_every_copy_of_the_cookie(place, browser):
    await sit(place, "cheng", browser)
    cookie = next(c.value for c in browser.cookie_jar if c.key == "jpf_desk")
    _, page = await text(browser, f"{place.root}/desk")
    async with browser.post(f"{place.root}/desk/out", data={"csrf": csrf_in(page)}) as answer:
        assert answer.status == 200
    async with ClientSession(cookies={"jpf_desk": cookie}) as copy:
        assert (await text(copy, f"{place.root}/desk"))[0] == 401
    assert await Audit.exists(what="desk_leave", who="cheng")


async def test_a_form_needs_its_word_and_our_own_page(place, browser):
    await sit(place, "cheng", browser)
    _, page = await text(browser, f"{place.root}/desk")
    nudge = f"{place.root}/desk/case/{place.case.number}/nudge"
    wrong = (
        ({}, {}),
        ({"csrf": "0" * 64}, {}),
        ({"csrf": csrf_in(page)}, {"Origin": "https://elsewhere.example"}),
        ({"csrf": csrf_in(page)}, {"Sec-Fetch-Site": "cross-site"}),
    )
    for data, headers in wrong:
        async with browser.post(nudge, data=data, headers=headers) as answer:
            assert answer.status == 403
    assert not await Audit.exists(what="nudge")
    async with browser.post(
        nudge, data={"csrf": csrf_in(page)}, headers={"Origin": place.root}
    ) as answer:
        assert answer.status == 200


async def test_every_answer_forbids_scripts_frames_and_keeping(place, browser):
    await sit(place, "cheng", browser)
    for path in (*PAGES, "/desk/case/none", "/desk/part/desk.css"):
        async with browser.get(place.root + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            if "/part/" not in path:
                assert answer.headers["Cache-Control"] == "no-store"
                page = await answer.text()
                assert not re.search(r"<script(?![^>]* src=)|\son\w+=|\sstyle=", page)


async def test_the_look_is_remembered_and_never_leads_elsewhere(place, browser):
    await sit(place, "cheng", browser)
    _, page = await text(browser, f"{place.root}/desk")
    form = {"csrf": csrf_in(page), "wish": "lang", "back": "https://elsewhere.example/"}
    async with browser.post(f"{place.root}/desk/look", data=form) as answer:
        assert answer.url.path == "/desk"
        assert 'lang="en"' in await answer.text()
    for wish, sign in (("dark", 'data-theme="dark"'), ("large", 'class="large"')):
        form = {"csrf": csrf_in(page), "wish": wish, "back": "/desk/cases"}
        async with browser.post(f"{place.root}/desk/look", data=form) as answer:
            assert answer.url.path == "/desk/cases"
            assert sign in await answer.text()


async def test_another_towns_office_sees_neither_case_nor_family(place, browser):
    await person(
        "other", "office", place.clock() - timedelta(days=9), area="330482106", unit="330482106"
    )
    await sit(place, "other", browser)
    for path in (f"/desk/case/{place.case.number}", "/desk/family/PH0101", "/desk/family/none"):
        status, page = await text(browser, place.root + path)
        assert (status, "没有找到" in page) == (404, True)
    assert place.case.number not in (await text(browser, f"{place.root}/desk/cases"))[1]
    assert (await text(browser, f"{place.root}/desk/morning"))[0] == 404
