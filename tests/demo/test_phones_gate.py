"""The page is for this machine's browser with the page's own address, and for nobody else."""

import io
import re
from collections.abc import AsyncIterator
from importlib.resources import files

import aiohttp
import pytest
from PIL import ImageFont

from core.render.webfont import FAMILY, chinese_font, face
from demo.botapi import BotApi, application, serving
from demo.phones import routes
from tests.demo.conftest import PENG, picture

TOKEN = "a-page-token-made-up-for-tests"


class Quiet:
    """A story in which nothing happens."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def event(self, name: str) -> None:
        self.asked.append(name)
        if name == "later":
            raise RuntimeError("no such month")

    def status(self) -> dict:
        return {"clock": "2022年7月1日", "step": "find", "busy": False, "hints": []}


@pytest.fixture
def story() -> Quiet:
    return Quiet()


@pytest.fixture
async def page(api: BotApi, story: Quiet) -> AsyncIterator[str]:
    async with serving(application(api, *routes(api, story, token=TOKEN))) as root:
        yield root


@pytest.fixture
async def browser(page: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that has opened the page, as a browser would."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(page, cookie_jar=jar) as client:
        async with client.get("/", params={"t": TOKEN, "lang": "en"}) as answer:
            assert answer.url.query_string == "lang=en"
            assert answer.status == 200
        yield client


def own(page: str) -> dict[str, str]:
    return {"Origin": page}


async def test_without_the_token_there_is_only_a_hint(page: str):
    async with aiohttp.ClientSession(page) as client:
        async with client.get("/", params={"t": "guess"}) as answer:
            assert answer.status == 403
            assert "完整网址" in await answer.text()
        for path in (
            "/phones/list",
            "/phones/part/main.js",
            "/phones/font",
            "/phones/file/photo-1",
        ):
            async with client.get(path) as answer:
                assert answer.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.ws_connect(f"/phones/line?chat={PENG}", headers=own(page))


async def test_the_page_loads_nothing_from_elsewhere(browser: aiohttp.ClientSession):
    async with browser.get("/") as answer:
        rules = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in rules
        assert "unsafe" not in rules
        assert answer.headers["X-Frame-Options"] == "DENY"
        text = await answer.text()
    parts = ["main.js", "words.js", "base.css", "phone.css"]
    for part in parts:
        async with browser.get(f"/phones/part/{part}") as answer:
            text += await answer.text()
    assert "https://" not in text
    async with browser.get("/phones/part/site.py") as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {},
    ],
)
async def test_other_pages_cannot_press_the_storys_buttons(
    browser: aiohttp.ClientSession, story: Quiet, headers: dict[str, str]
):
    async with browser.post("/phones/story/reset", headers=headers) as answer:
        assert answer.status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await browser.ws_connect(f"/phones/line?chat={PENG}", headers=headers)
    assert story.asked == []


async def test_a_re_pointed_name_is_refused(browser: aiohttp.ClientSession, page: str):
    for path in ("/", "/phones/list"):
        async with browser.get(path, headers={"Host": "evil.example"}) as answer:
            assert answer.status == 403


async def test_the_storys_buttons_reach_the_story(
    browser: aiohttp.ClientSession, page: str, story: Quiet, caplog: pytest.LogCaptureFixture
):
    statuses = {}
    for name in ("find", "later", "sing"):
        async with browser.post(f"/phones/story/{name}", headers=own(page)) as answer:
            statuses[name] = answer.status
    assert statuses == {"find": 200, "later": 500, "sing": 404}
    assert story.asked == ["find", "later"]
    assert "no such month" in caplog.text


async def test_files_that_could_run_are_handed_over_not_shown(
    browser: aiohttp.ClientSession, api: BotApi
):
    evil = api.human(PENG).send_document("名单.html", b"<script>alert(1)</script>")
    photo = api.human(PENG).send_photo(picture(3, 3))
    async with browser.get(f"/phones/file/{evil['document']['file_id']}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
    async with browser.get(f"/phones/file/{photo['photo'][0]['file_id']}") as answer:
        assert answer.content_type == "image/png"


async def test_a_phone_replays_its_history_and_says_what_it_refuses(
    browser: aiohttp.ClientSession, page: str, api: BotApi
):
    api.human(PENG).say("到了")
    async with browser.ws_connect(f"/phones/line?chat={PENG}", headers=own(page)) as line:
        hello = await line.receive_json()
        assert [m["message"]["text"] for m in hello["messages"]] == ["到了"]
        await line.send_json({"do": "press", "message_id": 1, "data": "x", "tmp": "t1"})
        assert (await line.receive_json())["ev"] == "refused"
        for _ in range(2):  # said twice because the line broke: arrives once
            await line.send_json({"do": "text", "text": "再说一遍", "tmp": "t2"})
        assert (await line.receive_json())["marks"]["tmp"] == "t2"
        await line.send_json({"do": "text", "text": "别的", "as": 12, "tmp": "t3"})
        assert (await line.receive_json())["ev"] == "refused"
    assert len(api.rooms[PENG].messages) == 2


def test_a_short_page_token_is_refused(api: BotApi):
    with pytest.raises(ValueError, match="too short"):
        routes(api, Quiet(), token="1234")


def test_the_font_is_the_simplified_chinese_face_alone():
    font = ImageFont.truetype(io.BytesIO(chinese_font()), 24)
    assert font.getname()[0] == FAMILY
    assert font.getmask("平").getbbox() != font.getmask("扶").getbbox()


def test_a_collection_without_the_face_is_named():
    with pytest.raises(LookupError, match="Noto Sans CJK SC"):
        face(b"ttcf\0\1\0\0\0\0\0\0", FAMILY)


def colours(theme: str) -> dict[str, str]:
    """The variables of one theme, as the style sheet sets them."""
    sheet = files("demo.phones.page").joinpath("base.css").read_text(encoding="utf-8")
    start = sheet.index(":root {" if theme == "light" else ':root[data-theme="dark"] {')
    block = sheet[start : sheet.index("}", start)]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.1."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_colour_can_be_read_on_every_ground_it_stands_on(theme: str):
    """Also where axe cannot tell: on gradients and below other things."""
    on = {
        "ink": ("paper", "paper-deep", "card", "chat", "in", "out", "tint", "field", "key"),
        "soft": ("paper", "paper-deep", "card", "chat", "in", "tint", "field"),
        "brand": ("card", "in", "out", "tint", "key"),
        "link": ("in", "out", "card"),
        "on-brand": ("brand",),
        "on-warm": ("warm",),
        "on-fill": ("success", "primary", "danger"),
    }
    look = colours(theme)
    pairs = [(text, ground) for text, grounds in on.items() for ground in grounds]
    poor = {pair: contrast(look[pair[0]], look[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}
    assert contrast(look["focus"], look["card"]) >= 3
