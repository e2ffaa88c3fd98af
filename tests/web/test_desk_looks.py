"""The desk's pages in a real browser: nothing axe-core objects to, nothing that runs off the screen.

`pytest tests/web/test_desk_looks.py --pictures FOLDER` leaves a picture of every page in every look.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from tests.demo.browser import FLAGS, browser_path, has_browser
from tests.factories import case
from tests.web.conftest import link_for, served
from tests.web.town import in_full_swing

pytestmark = pytest.mark.asyncio(loop_scope="module")
AXE = Axe().axe_script
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LOOKS = ("light.normal", "dark.normal", "light.large", "dark.large")
BY_LOOK = {"runOnly": ["color-contrast", "target-size"], "resultTypes": ["violations"]}
DRESS = """([theme, size]) => {
  document.documentElement.dataset.theme = theme;
  document.documentElement.classList.toggle("large", size === "large");
}"""
CONTROLS = "button, select, summary, .button, nav a, input[type=search]"
SMALL = f"""() => [...document.querySelectorAll("{CONTROLS}")]
  .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)
  .map((e) => e.outerHTML.slice(0, 80))"""
TOO_WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  return [document.documentElement.scrollWidth - edge, ...[...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > edge || e.scrollWidth > e.clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 120))];
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all of them."""
    async with async_playwright() as play:
        if not has_browser(play.chromium.executable_path):
            pytest.skip("no Chromium on this machine (set JPF_CHROMIUM to one)")
        found = await play.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        yield found
        await found.close()


@pytest_asyncio.fixture(loop_scope="module")
async def seen(browser, told_facts, sqlite_url, now) -> AsyncIterator[SimpleNamespace]:
    """The town in full swing and a browser to look at it with."""
    async with served(told_facts, sqlite_url, now) as place:
        await in_full_swing(place)
        place.browser = browser
        yield place


async def looking(seen, look: str, size: dict[str, int]) -> BrowserContext:
    context = await seen.browser.new_context(viewport=size)
    kept = {"name": "jpf_look", "value": look, "domain": "127.0.0.1", "path": "/desk"}
    await context.add_cookies([kept])
    return context


async def enter(seen, page: Page, handle: str = "cheng") -> None:
    await page.goto(await link_for(seen, handle))
    await page.locator("button.main").click()
    await expect(page.locator(".towns")).to_be_visible()


def addresses(seen) -> dict[str, str]:
    return {
        "front": "/desk",
        "cases": "/desk/cases",
        "late": f"/desk/case/{seen.late.number}",
        "case": f"/desk/case/{seen.case.number}",
        "family": f"/desk/family/{seen.case.household}",
        "morning": "/desk/morning",
        "lost": "/desk/case/none",
    }


async def good(page: Page, lang: str, title: str, folder: str) -> None:
    """In every look: no violation, no sideways scrolling, every control large enough for a finger."""
    await page.evaluate(AXE)
    for look in LOOKS:
        await page.evaluate(DRESS, look.split("."))
        for width, size in (("phone", PHONE), ("wide", WIDE)):
            await page.set_viewport_size(size)
            name = f"{lang}-{look.replace('.', '-')}-{width}-{title}"
            if folder:
                await page.screenshot(path=Path(folder) / f"desk-{name}.png", full_page=True)
            assert await page.evaluate(TOO_WIDE) == [], name
            assert await page.evaluate(SMALL) == [], name
        judged = BY_LOOK if look != LOOKS[0] else {"resultTypes": ["violations"]}
        found = await page.evaluate("(how) => axe.run(document, how)", judged)
        assert not [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]], name


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_every_page_is_for_everybody_in_every_look(seen, request, lang):
    """Each page is loaded once and put on in all looks; what depends on none is judged once."""
    folder = request.config.getoption("--pictures")
    context = await looking(seen, f"{lang}.light.normal", WIDE)
    page, troubles = await context.new_page(), []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    await page.goto(f"{seen.root}/desk")
    await good(page, lang, "closed", folder)
    await page.goto(await link_for(seen, "cheng"))
    await good(page, lang, "enter", folder)
    await page.locator("button.main").click()
    for title, address in addresses(seen).items():
        await page.goto(seen.root + address)
        if title == "front":
            await page.locator(".me summary").click()
        await good(page, lang, title, folder)
    await page.goto(f"{seen.root}/desk")
    await page.get_by_role("searchbox").fill("龙萌村")
    await page.locator(".find button").click()
    await good(page, lang, "found", folder)
    await context.close()
    assert troubles == []


async def test_everything_works_by_keyboard_and_without_scripts(seen):
    context = await seen.browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = await context.new_page()
    await enter(seen, page)
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.locator(".hot a").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("h1")).to_contain_text(seen.late.number)
    await page.get_by_role("button", name="催一下").press("Enter")
    await expect(page.locator(".said")).to_contain_text("催过了")


async def test_the_queue_asks_again_by_itself_and_says_what_changed(seen):
    context = await seen.browser.new_context(viewport=WIDE)
    page = await context.new_page()
    await page.clock.install()
    await enter(seen, page)
    await expect(page.locator("[data-count]")).to_have_attribute("data-count", "1")
    await case(seen.clock(), colour="红", household="PH0103", person=None, subject="p3")
    await page.clock.run_for(16_000)
    await expect(page.locator("[data-count]")).to_have_attribute("data-count", "2")
    await expect(page.locator("#heard")).to_contain_text("2 件")
    assert (await page.title()).startswith("(2)")


async def test_large_type_and_night_are_one_press_each_and_stay(seen):
    context = await looking(seen, "zh.light.normal", PHONE)
    page = await context.new_page()
    await enter(seen, page)
    for label, mark in (
        ("大字", ".large"),
        ("夜间", "[data-theme=dark]"),
        ("English", "[lang=en]"),
    ):
        await page.locator(".me summary").click()
        await page.get_by_role("button", name=label).click()
        await expect(page.locator(f"html{mark}")).to_have_count(1)
    await page.goto(f"{seen.root}/desk/cases")
    await expect(page.locator("html.large[data-theme=dark][lang=en]")).to_have_count(1)
