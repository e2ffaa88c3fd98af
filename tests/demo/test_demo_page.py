"""The play in a real browser, played as the hints say: from tonight's find to the closed case.

`pytest tests/demo/test_demo_page.py --pictures docs/images` takes the README's picture on the way.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_asyncio
from playwright.async_api import Page, async_playwright, expect

from demo.play import live
from tests.demo.browser import FLAGS, browser_path, has_browser

pytestmark = pytest.mark.asyncio(loop_scope="module")

WIDE = {"width": 1680, "height": 1040}
ROOM, PENG, CHEN, CHENG = 100, 11, 12, 13
PATIENCE = 60_000
PLAYED = re.compile("接了|办成了")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def show(request, tmp_path_factory) -> AsyncIterator[SimpleNamespace]:
    """The demo as `jpf demo` starts it, played once for all."""
    sharp = 1.5 if request.config.getoption("--pictures") else 1
    async with shown(tmp_path_factory.mktemp("show"), "zh", sharp) as show:
        yield show


@asynccontextmanager
async def shown(home: Path, lang: str, sharp: float) -> AsyncIterator[SimpleNamespace]:
    """The demo and a browser looking at it."""
    async with async_playwright() as play:
        if not has_browser(play.chromium.executable_path):
            pytest.skip("no Chromium on this machine (set JPF_CHROMIUM to one)")
        async with live(home, lang=lang) as address:
            browser = await play.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
            context = await browser.new_context(viewport=WIDE, device_scale_factor=sharp)
            await context.add_init_script("localStorage['jpf.pace'] ??= 'now'")
            page, troubles = await context.new_page(), []
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.set_default_timeout(PATIENCE)
            await page.goto(f"{address}&lang={lang}")
            await page.wait_for_selector("body[data-ready]")
            yield SimpleNamespace(page=page, troubles=troubles)
            await browser.close()


def phone(page: Page, owner: int):
    return page.locator(f"#phone{owner}")


async def step(page: Page, name: str) -> None:
    """Press a story button, as soon as it takes one, and wait until the time has come."""
    await page.locator(".story:not(.busy)").wait_for(timeout=120_000)
    async with page.expect_response(lambda r: "/phones/story/" in r.url, timeout=120_000) as told:
        await page.get_by_role("button", name=name).click()
    assert (await told.value).ok
    await page.locator(".story:not(.busy)").wait_for(timeout=120_000)


async def press(page: Page, owner: int, label: str) -> None:
    await phone(page, owner).get_by_role("button", name=label, exact=True).last.click()


async def speaks_as(page: Page, name: str) -> None:
    await phone(page, ROOM).get_by_role("combobox").select_option(name)


async def said(page: Page, owner: int, words: str) -> None:
    await expect(phone(page, owner).locator(".msg", has_text=words).last).to_be_visible(
        timeout=PATIENCE
    )


async def write(page: Page, owner: int, words: str) -> None:
    box = phone(page, owner).get_by_role("textbox")
    await box.fill(words)
    await box.press("Enter")


async def picture(page: Page, request: pytest.FixtureRequest, name: str) -> None:
    if folder := request.config.getoption("--pictures"):
        await page.wait_for_timeout(4_000)  # until the last toast has gone
        await page.screenshot(path=Path(folder) / name)


async def test_the_whole_story_on_the_page(show, request):
    page = show.page
    await said(page, PENG, "绑好了")
    await step(page, "今晚的发现")
    await press(page, PENG, "我来")
    await said(page, PENG, "彭老师接了")
    await step(page, "明早 8 点")
    await said(page, CHENG, "早上好")
    await speaks_as(page, "人社局 小周")
    await press(page, ROOM, "我们来")
    await said(page, ROOM, "市人社局　来了")
    await speaks_as(page, "新埭镇 小吴")
    await press(page, ROOM, "我们来")
    await said(page, ROOM, "都到了")
    await write(page, CHEN, "我老公去年看病自己花了三万，一家三口，能补助吗？")
    await said(page, CHEN, "我听到的是")
    await press(page, PENG, "看看这一家")
    await expect(phone(page, PENG).locator(".photo img")).to_be_visible(timeout=PATIENCE)
    await picture(page, request, "phones.png")
    await press(page, PENG, "到了，说情况")
    await said(page, PENG, "家里没人，也说一声")
    await write(page, PENG, "儿子在家，没上班，学机电的，想进厂")
    await said(page, PENG, "我记下了")
    await press(page, PENG, "对，交上去")
    await said(page, PENG, "已经帮您转出去了")
    await speaks_as(page, "人社局 小周")
    await press(page, ROOM, "办好了")
    await said(page, ROOM, "回一句结果就行")
    await write(page, ROOM, "8 月 1 日开课，已报名")
    await said(page, PENG, "8 月 1 日开课")
    for _ in range(3):
        await step(page, "过 30 天")
    await said(page, PENG, "办成了")
    assert show.troubles == []


async def test_the_story_begins_in_english_too(request, tmp_path):
    """The bot answers everybody in English; played where the README's pictures are taken."""
    if not request.config.getoption("--pictures"):
        pytest.skip("only where pictures are taken")
    async with shown(tmp_path, "en", 1.5) as show:
        page = show.page
        await step(page, "Tonight")
        await press(page, PENG, "I'll go")
        await said(page, PENG, "Teacher Peng is on it")
        await step(page, "Tomorrow, 08:00")
        await said(page, CHENG, "Good morning")
        await speaks_as(page, "Zhou (Jobs)")
        await press(page, ROOM, "We'll take it")
        await write(page, CHEN, "我老公去年看病自己花了三万，一家三口，能补助吗？")
        await said(page, CHEN, "Here is what I heard")
        await press(page, PENG, "About this family")
        await expect(phone(page, PENG).locator(".photo img")).to_be_visible(timeout=PATIENCE)
        await picture(page, request, "phones.en.png")
        assert show.troubles == []


async def test_from_the_beginning_again_everything_is_empty(show):
    """Whatever was played before: the phones are empty, and the story begins anew."""
    page = show.page
    await said(page, PENG, "绑好了")
    if not await phone(page, PENG).locator(".msg", has_text=PLAYED).count():
        await step(page, "今晚的发现")
        await press(page, PENG, "我来")
        await said(page, PENG, "接了")
    await page.get_by_role("button", name="从头再来").click()
    await expect(phone(page, PENG).locator(".msg", has_text=PLAYED)).to_have_count(0)
    await said(page, PENG, "绑好了")
    await step(page, "今晚的发现")
    await press(page, PENG, "我来")
    await said(page, PENG, "彭老师接了")
    assert show.troubles == []
