"""The page in a real browser: what people see, press and hear. Skipped where there is none."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, async_playwright, expect

from demo.botapi import BotApi, Limits, Place, User, application, serving
from demo.botapi.asked import Asked, Upload
from demo.phones import routes
from tests.demo.browser import FLAGS, browser_path, has_browser
from tests.demo.conftest import CHEN, CHENG, PENG, PEOPLE, ROOM, TOWN, ZHOU, picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
module_fixture = pytest_asyncio.fixture(scope="module", loop_scope="module")

TOKEN = "a-page-token-made-up-for-tests"
DESK, HAND = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
TAKE = {"inline_keyboard": [[{"text": "我来", "callback_data": "take", "style": "success"}]]}


class Told:
    """A story whose status is set by the test."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.now: dict[str, Any] = {}
        self.reset()

    def reset(self) -> None:
        self.asked.clear()
        clock = {"zh": "2022年7月1日 周五 20:00", "en": "Fri 1 July 2022, 20:00"}
        self.now = {"clock": clock, "step": "find", "busy": False, "hints": []}

    async def event(self, name: str) -> None:
        self.asked.append(name)
        self.now = {**self.now, "step": "morning"}

    def status(self) -> dict[str, Any]:
        return self.now


@module_fixture
async def stage() -> AsyncIterator[SimpleNamespace]:
    """Server, browser and one open page for all tests here."""
    people = [u for u in PEOPLE if u.started and u.id != PENG]
    peng = User(
        PENG, "彭老师", "worker", "Peng", places=(Place("陆家门口", 30.7, 121.0, "The Lus' door"),)
    )
    api, story = BotApi([peng, *people], [TOWN], limits=Limits(on=False)), Told()
    async with async_playwright() as play:
        if not has_browser(play.chromium.executable_path):
            pytest.skip("no Chromium on this machine (set JPF_CHROMIUM to one)")
        app = application(api, *routes(api, story, token=TOKEN))
        async with serving(app) as root:
            browser = await play.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
            context = await browser.new_context(viewport=DESK)
            await context.add_init_script("localStorage['jpf.pace'] ??= 'now'")
            page, troubles = await context.new_page(), []
            page.on("pageerror", lambda error: troubles.append(str(error)))
            yield SimpleNamespace(api=api, story=story, root=root, page=page, troubles=troubles)
            await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(stage: SimpleNamespace) -> AsyncIterator[Page]:
    """The page freshly opened, Chinese, light, wide, everything empty."""
    stage.api.clear()
    stage.api.human(PENG).unblock()
    stage.story.reset()
    page: Page = stage.page
    await page.set_viewport_size(DESK)
    await page.emulate_media(reduced_motion="reduce", color_scheme="light")
    await open_page(page, stage.root, "t=" + TOKEN + "&lang=zh")
    yield page
    await page.evaluate("localStorage.clear()")
    assert stage.troubles == []


async def open_page(page: Page, root: str, query: str = "") -> None:
    await page.goto(f"{root}/?{query}")
    await page.wait_for_selector("body[data-ready]")


async def call(api: BotApi, method: str, upload: bytes = b"", **values: Any) -> Any:
    files = {"photo": Upload("card.png", upload)} if upload else {}
    return await api.call(Asked(method, values, files))


def phone(page: Page, owner: int):
    return page.locator(f"#phone{abs(owner)}")


async def test_what_is_typed_reaches_the_bot_and_its_answer_comes_back(stage, page: Page):
    mine = phone(page, PENG)
    await mine.get_by_role("textbox").fill("到了\n门开着")
    await mine.get_by_role("textbox").press("Enter")
    update = (await call(stage.api, "getUpdates", timeout=5))[0]
    assert update["message"]["text"] == "到了\n门开着"
    await expect(mine.locator(".mine .ticks")).to_have_attribute("aria-label", "已送到")
    await call(stage.api, "getUpdates", offset=update["update_id"] + 1)
    await expect(mine.locator(".mine .ticks")).to_have_attribute("aria-label", "机器人已读")
    await call(stage.api, "sendChatAction", chat_id=PENG, action="typing")
    await expect(mine.locator(".typing")).to_be_visible()
    number = update["message"]["message_id"]
    eyes = [{"type": "emoji", "emoji": "👀"}]
    await call(stage.api, "setMessageReaction", chat_id=PENG, message_id=number, reaction=eyes)
    await expect(mine.locator(".mine .reactions span")).to_have_attribute("aria-label", "👀，1 人")
    await call(
        stage.api,
        "sendMessage",
        chat_id=PENG,
        text="到啦，离<b>陆家</b> 60 米。",
        parse_mode="HTML",
    )
    await expect(mine.locator(".msg strong")).to_have_text("陆家")
    await expect(mine.locator(".typing")).to_be_hidden()


async def test_a_button_is_pressed_answered_and_edited_in_place(stage, page: Page):
    sent = await call(stage.api, "sendMessage", chat_id=PENG, text="请您去看看", reply_markup=TAKE)
    mine = phone(page, PENG)
    button = mine.get_by_role("button", name="我来")
    await button.focus()
    await page.keyboard.press("Enter")
    query = (await call(stage.api, "getUpdates", timeout=5))[0]["callback_query"]
    await expect(button).to_have_attribute("aria-busy", "true")
    await call(stage.api, "answerCallbackQuery", callback_query_id=query["id"], text="接好了")
    await expect(mine.get_by_role("status").filter(has_text="接好了")).to_be_visible()
    await expect(button).not_to_have_attribute("aria-busy", "true")
    again = {"inline_keyboard": [[{"text": "转给别人", "callback_data": "pass"}]]}
    await call(
        stage.api,
        "editMessageText",
        chat_id=PENG,
        message_id=sent["message_id"],
        text="彭老师接了",
        reply_markup=again,
    )
    await expect(mine.locator(".bubble .text")).to_have_text("彭老师接了")
    await expect(mine.locator(".foot")).to_contain_text("改过")
    await expect(mine.get_by_role("button", name="转给别人")).to_be_visible()
    assert await mine.locator(".msg").count() == 1


async def test_a_reload_brings_history_and_keyboard_back(stage, page: Page):
    keys = {"keyboard": [[{"text": "能不能申请"}, {"text": "找人帮我"}]], "resize_keyboard": True}
    await call(stage.api, "sendMessage", chat_id=CHEN, text="您好", reply_markup=keys)
    hers = phone(page, CHEN)
    await hers.get_by_role("button", name="能不能申请").click()
    await expect(hers.locator(".mine .text")).to_have_text("能不能申请")
    await open_page(page, stage.root)
    await expect(hers.locator(".msg .text")).to_have_text(["您好", "能不能申请"])
    await expect(hers.get_by_role("button", name="找人帮我")).to_be_visible()


async def test_a_broken_line_comes_back_and_nothing_is_lost_or_doubled(stage, page: Page):
    stage.api.lines.close()
    mine = phone(page, PENG)
    await mine.get_by_role("textbox").fill("断线时说的")
    await mine.get_by_role("textbox").press("Enter")
    await call(stage.api, "sendMessage", chat_id=PENG, text="断线时来的")
    await expect(mine.locator(".bot, .msg:not(.mine) .text")).to_have_text("断线时来的")
    await expect(mine.locator(".mine .ticks")).to_have_attribute("aria-label", "已送到")
    texts = [m["text"] for m in stage.api.rooms[PENG].messages.values()]
    assert sorted(texts) == ["断线时来的", "断线时说的"]


async def test_place_voice_photo_and_forward_are_sent(stage, page: Page):
    mine = phone(page, PENG)
    await mine.get_by_role("button", name="发语音").click()
    await mine.get_by_role("button", name="照片、位置、命令").click()
    await mine.get_by_role("button", name="位置", exact=True).click()
    await mine.get_by_role("button", name="陆家门口").click()
    await mine.get_by_role("button", name="照片、位置、命令").click()
    async with page.expect_file_chooser() as chooser:
        await mine.get_by_role("button", name="照片", exact=True).click()
    file = {"name": "x.png", "mimeType": "image/png", "buffer": picture(2000, 1000)}
    await (await chooser.value).set_files(file)
    await expect(mine.locator(".photo img")).to_be_visible()
    voice, place, photo = stage.api.rooms[PENG].messages.values()
    assert voice["voice"]["mime_type"] == "audio/ogg"
    assert place["location"] == {"latitude": 30.7, "longitude": 121.0}
    assert (photo["photo"][0]["width"], photo["photo"][0]["height"]) == (1600, 800)
    await call(stage.api, "sendMessage", chat_id=PENG, text="可以转的")
    await mine.locator(".msg", has_text="可以转的").get_by_role("button", name="更多").click()
    await mine.get_by_role("button", name="转到「新埭镇 帮扶群」").click()
    await expect(phone(page, ROOM).locator(".origin")).to_have_text("转发自 精平扶")


async def test_an_alert_waits_for_the_reader_and_the_menu_lists_commands(stage, page: Page):
    today = [{"command": "today", "description": "今天要看的户"}]
    await call(stage.api, "setMyCommands", commands=today)
    await call(stage.api, "sendMessage", chat_id=PENG, text="请您去看看", reply_markup=TAKE)
    mine = phone(page, PENG)
    await mine.get_by_role("button", name="我来").click()
    query = (await call(stage.api, "getUpdates", timeout=5))[-1]["callback_query"]["id"]
    await call(
        stage.api, "answerCallbackQuery", callback_query_id=query, text="别人接了", show_alert=True
    )
    await expect(page.get_by_role("dialog", name="别人接了")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await mine.get_by_role("button", name="照片、位置、命令").click()
    await mine.get_by_role("button", name="命令", exact=True).click()
    await mine.get_by_role("button", name="/today 今天要看的户").click()
    await expect(mine.locator(".mine .text")).to_have_text("/today")
    update = (await call(stage.api, "getUpdates", timeout=5))[-1]
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_several_departments_speak_in_the_room_by_topic(stage, page: Page):
    topic = await call(stage.api, "createForumTopic", chat_id=ROOM, name="PH-0318 就业")
    thread = topic["message_thread_id"]
    await call(stage.api, "sendMessage", chat_id=ROOM, text="吹哨", message_thread_id=thread)
    await call(stage.api, "sendMessage", chat_id=ROOM, text="别的事")
    room = phone(page, ROOM)
    await room.get_by_role("button", name="PH-0318 就业").click()
    await expect(room.locator(".msg:visible .text")).to_have_text("吹哨")
    await room.get_by_label("现在说话的是").select_option("医保站 老吴")
    await room.get_by_role("textbox").fill("我们来")
    await room.get_by_role("button", name="发送").click()
    await expect(room.locator(".mine .text")).to_have_text("我们来")
    await room.get_by_label("现在说话的是").select_option("人社局 小周")
    await expect(room.locator(".msg:visible .who")).to_have_text(["精平扶", "医保站 老吴"])
    said = list(stage.api.rooms[ROOM].messages.values())[-1]
    assert (said["from"]["first_name"], said["message_thread_id"]) == ("医保站 老吴", thread)


async def test_the_story_bar_leads_and_points(stage, page: Page):
    await call(stage.api, "sendMessage", chat_id=PENG, text="请您去看看", reply_markup=TAKE)
    await expect(page.locator("#clock")).to_have_text("2022年7月1日 周五 20:00")
    find = page.get_by_role("button", name="今晚的发现")
    await expect(find).to_have_attribute("aria-current", "step")
    await find.click()
    await expect(page.get_by_role("button", name="明早 8 点")).to_have_attribute(
        "aria-current", "step"
    )
    assert stage.story.asked == ["find"]
    hint = {"chat": PENG, "text": "点「我来」", "press": "我来"}
    stage.story.now = {**stage.story.now, "hints": [hint], "note": "彭老师的手机响了。"}
    await expect(phone(page, PENG).locator(".coach")).to_contain_text("点「我来」")
    await expect(page.locator(".key.wanted")).to_have_text("我来")
    await expect(page.get_by_role("status").filter(has_text="手机响了")).to_be_visible()
    async with page.expect_response(lambda answer: answer.request.method == "POST"):
        await page.get_by_role("button", name="从头再来").click()
    assert stage.story.asked == ["find", "reset"]


async def test_names_that_look_like_html_are_only_text(stage, page: Page):
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>{0.__class__}"
    await call(stage.api, "sendMessage", chat_id=PENG, text=evil)
    links = [
        {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(3)"},
        {"type": "text_link", "offset": 1, "length": 1, "url": "https://example.org/"},
        {"type": "unheard_of", "offset": 0, "length": 2},
    ]
    await call(stage.api, "sendMessage", chat_id=PENG, text="坏好", entities=links)
    texts = phone(page, PENG).locator(".msg .text")
    await expect(texts).to_have_text([evil, "坏好"])
    assert await texts.locator("script, img[src=x]").count() == 0
    assert await texts.locator("a").all_inner_texts() == ["好"]


async def test_a_protected_picture_can_be_enlarged_but_not_passed_on(stage, page: Page):
    await call(
        stage.api,
        "sendPhoto",
        upload=picture(300, 400),
        chat_id=PENG,
        caption="看完别转发",
        protect_content=True,
        disable_notification=True,
    )
    mine = phone(page, PENG)
    await expect(mine.get_by_role("img", name="不能转发")).to_be_visible()
    await expect(mine.get_by_role("img", name="静音送达")).to_be_visible()
    await mine.locator(".msg").get_by_role("button", name="更多").click()
    assert await mine.locator(".choices button").all_inner_texts() != []
    await expect(mine.get_by_role("button", name="转到")).to_have_count(0)
    opener = mine.get_by_role("button", name="放大看图片")
    await opener.click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(opener).to_be_focused()


async def test_a_long_message_is_shown_from_its_first_line(stage, page: Page):
    await call(stage.api, "sendMessage", chat_id=PENG, text="先来一句")
    await call(stage.api, "sendMessage", chat_id=PENG, text="开头" + "很长的一段话，" * 300)
    long = phone(page, PENG).locator(".msg").last
    await expect(long).to_be_visible()
    inside = await long.evaluate(
        "m => { const a = m.getBoundingClientRect(), b = m.closest('.list').getBoundingClientRect();"
        " return a.top >= b.top && a.top < b.top + 60 && a.right <= b.right }"
    )
    assert inside
    await call(stage.api, "sendMessage", chat_id=PENG, text="x" * 4096)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_blocked_bot_is_told_and_can_be_let_in_again(stage, page: Page):
    mine = phone(page, PENG)
    await mine.get_by_role("button", name="更多：彭老师").click()
    await mine.get_by_role("button", name="停用机器人").click()
    await expect(mine.get_by_text("机器人被停用了")).to_be_visible()
    assert stage.api.rooms[PENG].standing == "blocked"
    await mine.get_by_role("button", name="更多：彭老师").click()
    await mine.get_by_role("button", name="重新启用").click()
    await expect(mine.get_by_text("机器人被停用了")).to_be_hidden()


async def test_on_a_small_screen_there_are_tabs(stage, page: Page):
    await page.set_viewport_size(HAND)
    tabs = page.get_by_role("tab")
    await expect(phone(page, PENG)).to_be_visible()
    await expect(phone(page, CHENG)).to_be_hidden()
    await call(stage.api, "sendMessage", chat_id=CHEN, text="您好")
    await expect(tabs.nth(1)).to_contain_text("1 条没看")
    await tabs.first.focus()
    await page.keyboard.press("ArrowRight")
    await expect(tabs.nth(1)).to_be_focused()
    await expect(page.get_by_role("tabpanel")).to_have_id(f"phone{CHEN}")
    await expect(tabs.nth(1)).not_to_contain_text("没看")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="设置").click()
    await expect(page.get_by_role("button", name="大字")).to_be_visible()


async def test_settings_last_over_a_reload(stage, page: Page):
    await page.get_by_role("button", name="大字").click()
    await page.get_by_role("button", name="夜间").click()
    await page.get_by_label("节奏").select_option("慢慢看")
    await open_page(page, stage.root)
    await expect(page.get_by_role("button", name="夜间")).to_have_attribute("aria-pressed", "true")
    look = await page.evaluate(
        "[getComputedStyle(document.documentElement).fontSize, document.documentElement.dataset.theme,"
        " document.getElementById('pace').value]"
    )
    assert look == ["23px", "dark", "slow"]


async def test_in_english_everything_is_english_and_the_bot_is_told(stage, page: Page):
    await page.get_by_role("button", name="English").click()
    await expect(phone(page, PENG).get_by_role("heading")).to_have_text("Peng")
    await expect(page.locator("#clock")).to_have_text("Fri 1 July 2022, 20:00")
    assert await page.evaluate("document.documentElement.lang") == "en"
    words = await page.evaluate("document.body.innerText")
    assert {c for c in words if "\u4e00" <= c <= "\u9fff"} == {"中", "文"}  # the way back
    said = stage.api.human(ZHOU).say("Hello")
    assert (said["from"]["language_code"], said["from"]["first_name"]) == ("en", "Zhou")
    await page.get_by_role("button", name="中文").click()
    await expect(phone(page, PENG).get_by_role("heading")).to_have_text("彭老师")


async def test_chinese_is_never_drawn_as_boxes(stage, page: Page):
    different = await page.evaluate(
        """() => {
            const draw = (text) => {
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = getComputedStyle(document.body).font;
              pen.fillText(text, 0, 30);
              return pen.getImageData(0, 0, 60, 60).data.join();
            };
            return draw("平") !== draw("扶");
        }"""
    )
    assert different


async def fill_all(api: BotApi) -> None:
    """Every kind of thing that a phone can show."""
    await call(api, "sendMessage", chat_id=PENG, text="请您去看看", reply_markup=TAKE)
    said = api.human(PENG).say("到了 https://example.org/a /help")
    api.human(PENG).send_voice()
    api.human(PENG).share_location(30.7, 121.0)
    eyes = [{"type": "emoji", "emoji": "👀"}]
    number = said["message_id"]
    await call(api, "setMessageReaction", chat_id=PENG, message_id=number, reaction=eyes)
    keys = {"keyboard": [["能不能申请", "我的申请"]]}
    formatted = "<b>粗</b> <i>斜</i> <code>PH-1</code> <tg-spoiler>藏</tg-spoiler>"
    await call(
        api, "sendMessage", chat_id=CHEN, text=formatted, parse_mode="HTML", reply_markup=keys
    )
    topic = await call(api, "createForumTopic", chat_id=ROOM, name="PH-0318 就业")
    whistle = await call(
        api, "sendMessage", chat_id=ROOM, text="吹哨", message_thread_id=topic["message_thread_id"]
    )
    await call(api, "pinChatMessage", chat_id=ROOM, message_id=whistle["message_id"])
    api.human(ZHOU).say("我们来", chat=ROOM, answering=whistle["message_id"])
    styles = ("primary", "success", "danger")
    buttons = [{"text": style, "callback_data": style, "style": style} for style in styles]
    await call(
        api,
        "sendPhoto",
        upload=picture(300, 200),
        chat_id=CHENG,
        caption="早上好",
        protect_content=True,
        reply_markup={"inline_keyboard": [buttons]},
    )
    api.human(CHENG).send_document("名单.xlsx", b"x")


async def test_accessible_in_both_languages_lights_and_sizes(stage, page: Page):
    """axe-core finds nothing, and every control is at least 44 px high."""
    await fill_all(stage.api)
    hint = {"chat": PENG, "text": {"zh": "点「我来」", "en": "Tap it"}, "press": "我来"}
    stage.story.now = {**stage.story.now, "hints": [hint], "note": {"zh": "请看", "en": "Look"}}
    await expect(page.locator(".key.wanted")).to_be_visible()
    found, low = [], []
    for size in (DESK, HAND):
        await page.set_viewport_size(size)
        if size is HAND:
            await page.get_by_role("button", name="设置").click()
        for _ in ("zh", "en"):
            for _ in ("light", "dark"):
                result = (await Axe().run(page)).response
                found += [
                    (size["width"], v["id"], v["nodes"][0]["html"]) for v in result["violations"]
                ]
                low += await page.evaluate(
                    """[...document.querySelectorAll("button, select, textarea, a.key, a.paper")]
                    .filter((e) => e.checkVisibility() && !e.matches(".command, .spoiler"))
                    .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
                    .filter(([, height]) => height < 43.9)"""
                )
                await page.locator("#dark").click()
            await page.locator("#language").click()
    assert found == []
    assert low == []


async def test_calm_for_those_who_ask_for_it(stage, page: Page):
    await call(stage.api, "sendMessage", chat_id=PENG, text="请您去看看", reply_markup=TAKE)
    await expect(phone(page, PENG).locator(".msg")).to_be_visible()
    assert await page.evaluate("document.getAnimations().length") == 0
    await page.emulate_media(reduced_motion="no-preference")
    await call(stage.api, "sendMessage", chat_id=PENG, text="再来一句")
    await expect(phone(page, PENG).locator(".msg").last).to_have_class("msg fresh")
    assert await page.evaluate("document.getAnimations().length") > 0


async def test_new_messages_are_announced_and_old_ones_are_not(stage, page: Page):
    log = phone(page, PENG).get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-label", "彭老师的消息")
    await expect(log).to_have_attribute("tabindex", "0")
