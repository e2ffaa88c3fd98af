"""What people do reaches the bot: by long polling and by webhook, in order, until confirmed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from demo.botapi import BotApi, Fault, Impossible, serving
from demo.botapi.silence import checksum, voice_note
from tests.demo.conftest import CHEN, PENG, ROOM, WU, ZHOU, quiet_request

TAKE = InlineKeyboardMarkup([[InlineKeyboardButton("我来", callback_data="take:1")]])


async def test_updates_are_handed_out_until_confirmed(bot: Bot, api: BotApi):
    for text in ("一", "二", "三"):
        api.human(PENG).say(text)
    first = await bot.get_updates(limit=2)
    assert [u.message.text for u in first] == ["一", "二"]
    assert [u.message.text for u in await bot.get_updates()] == ["一", "二", "三"]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.message.text for u in rest] == ["三"]
    assert [u.message.text for u in await bot.get_updates(offset=-1)] == ["三"]
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_a_long_poll_ends_when_something_happens(bot: Bot, api: BotApi):
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    api.human(PENG).say("到了")
    assert (await poll)[0].message.text == "到了"


async def test_the_newest_poller_wins(bot: Bot, api: BotApi):
    old = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    new = asyncio.create_task(bot.get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await old
    api.human(PENG).say("到了")
    assert len(await new) == 1


async def test_the_sender_sees_that_the_bot_has_read(bot: Bot, api: BotApi):
    line = api.lines.join(PENG)
    said = api.human(PENG).say("到了")
    update = (await bot.get_updates())[0]
    await bot.get_updates(offset=update.update_id + 1)
    events = [line.get_nowait() for _ in range(line.qsize())]
    assert events[-1] == {"ev": "seen", "message_id": said["message_id"]}


async def test_only_wanted_kinds_arrive(bot: Bot, api: BotApi):
    said = api.human(PENG).say("到了")
    api.human(PENG).react(said["message_id"], "👍")
    assert [u.effective_message.text for u in await bot.get_updates(offset=-9)] == ["到了"]
    await bot.get_updates(allowed_updates=["message_reaction"])
    api.human(PENG).react(said["message_id"], "👏")
    assert (await bot.get_updates())[-1].message_reaction.new_reaction[0].emoji == "👏"


async def test_a_running_bot_answers_presses_texts_and_groups(api: BotApi, root: str):
    """The whole loop through the library's own Application and long polling."""
    done = asyncio.Queue[str]()

    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        await query.answer("接好了")
        await query.edit_message_text(f"{query.from_user.first_name}接了")
        await done.put(query.data)

    async def heard(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        await update.effective_message.set_reaction("👀")
        await done.put(update.effective_message.text)

    app = (
        Application.builder()
        .token(api.token)
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(quiet_request())
        .get_updates_request(quiet_request(30))
        .build()
    )
    app.add_handlers([CallbackQueryHandler(pressed), MessageHandler(filters.TEXT, heard)])
    async with app:
        await app.start()
        await app.updater.start_polling(timeout=20, poll_interval=0.01)
        sent = await app.bot.send_message(PENG, "请您去看看", reply_markup=TAKE)
        api.human(PENG).press(sent.message_id, "我来")
        assert await asyncio.wait_for(done.get(), 5) == "take:1"
        assert api.rooms[PENG].messages[sent.message_id]["text"] == "彭老师接了"
        said = api.human(ZHOU).say("我们来", chat=ROOM)
        assert await asyncio.wait_for(done.get(), 5) == "我们来"
        assert api.rooms[ROOM].marks[said["message_id"]]["reactions"] == {api.bot.id: "👀"}
        await app.updater.stop()
        await app.stop()
    assert not api.updates.waiting


async def test_a_plain_member_of_a_group_hears_commands_and_answers_only(bot: Bot, api: BotApi):
    peng = api.human(PENG)
    sent = await bot.send_message(-200, "有人吗")
    peng.say("闲聊", chat=-200)
    peng.say("/here", chat=-200)
    peng.say("在", chat=-200, answering=sent.message_id)
    assert [u.message.text for u in await bot.get_updates()] == ["/here", "在"]


async def test_people_cannot_do_what_the_app_does_not_offer(bot: Bot, api: BotApi):
    peng = api.human(PENG)
    secret = await bot.send_message(PENG, "看完别转发", protect_content=True, reply_markup=TAKE)
    with pytest.raises(Impossible, match="protected"):
        peng.forward(secret.message_id, to=ROOM)
    with pytest.raises(Impossible, match="no such button"):
        peng.press(secret.message_id, "转给别人")
    with pytest.raises(Impossible, match="not in that chat"):
        api.human(CHEN).say("我也来", chat=ROOM)
    with pytest.raises(Impossible, match="not there"):
        peng.press(99, "我来")
    peng.press(secret.message_id, "v1.forged", forged=True)
    peng.block()
    with pytest.raises(Impossible, match="unblock"):
        peng.say("喂")
    updates = await bot.get_updates()
    assert updates[0].callback_query.data == "v1.forged"
    assert updates[1].my_chat_member.new_chat_member.status == "kicked"


async def test_photos_voices_and_forwards_arrive_whole(bot: Bot, api: BotApi, png: bytes):
    peng = api.human(PENG)
    peng.send_photo(png, "门口")
    voice = peng.send_voice()
    said = peng.say("爷爷血压高")
    peng.forward(said["message_id"], to=ROOM)
    updates = await bot.get_updates()
    photo = await updates[0].message.photo[-1].get_file()
    assert bytes(await photo.download_as_bytearray()) == png
    note = await updates[1].message.voice.get_file()
    assert bytes(await note.download_as_bytearray()) == voice_note()
    assert updates[3].message.forward_origin.sender_user.id == PENG
    assert voice["voice"]["duration"] == 3


def test_the_silent_voice_note_is_a_well_formed_ogg():
    data, pages = voice_note(), []
    while data:
        lacing = data[27 : 27 + data[26]]
        size = 27 + len(lacing) + sum(lacing)
        page, data = data[:size], data[size:]
        told = int.from_bytes(page[22:26], "little")
        assert checksum(page[:22] + bytes(4) + page[26:]) == told
        pages.append(page)
    assert [page[5] for page in pages] == [2, 0, 4]
    assert pages[0][28:36] == b"OpusHead"
    assert int.from_bytes(pages[2][6:14], "little") == 3 * 48_000


# -- webhook


class Inbox:
    """A bot's web server that fails as often as told."""

    def __init__(self) -> None:
        self.got: asyncio.Queue[tuple[dict, str]] = asyncio.Queue()
        self.fail, self.answer = 0, {}

    async def take(self, request: web.Request) -> web.Response:
        if self.fail:
            self.fail -= 1
            return web.Response(status=503)
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        await self.got.put((await request.json(), secret))
        return web.json_response(self.answer)

    async def next(self) -> dict:
        return (await asyncio.wait_for(self.got.get(), 5))[0]


@asynccontextmanager
async def inbox_at() -> AsyncIterator[tuple[Inbox, str]]:
    inbox, app = Inbox(), web.Application()
    app.router.add_post("/hook", inbox.take)
    async with serving(app) as root:
        yield inbox, f"{root}/hook"


async def test_a_webhook_gets_updates_with_the_secret_and_tries_again(bot: Bot, api: BotApi):
    async with inbox_at() as (inbox, url):
        inbox.fail = 2
        api.human(PENG).say("在等")
        assert await bot.set_webhook(url, secret_token="s-1")
        update, secret = await asyncio.wait_for(inbox.got.get(), 5)
        assert (update["message"]["text"], secret) == ("在等", "s-1")
        problems = [row["problem"] for row in api.truth.where("webhook")]
        assert [bool(problem) for problem in problems] == [True, True, False]
        info = await bot.get_webhook_info()
        assert "503" in info.last_error_message
        with pytest.raises(Conflict, match="webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
        assert (await bot.get_webhook_info()).url == ""


async def test_a_webhook_keeps_the_order_of_each_chat(bot: Bot, api: BotApi):
    async with inbox_at() as (inbox, url):
        await bot.set_webhook(url)
        inbox.fail = 3
        for n in range(5):
            api.human(PENG).say(f"彭{n}")
            api.human(CHEN).say(f"陈{n}")
        got = [(await inbox.next())["message"]["text"] for _ in range(10)]
        for who in "彭陈":
            assert [t for t in got if t[0] == who] == [f"{who}{n}" for n in range(5)]
        await bot.delete_webhook()


async def test_the_answer_to_a_webhook_may_hold_a_call(bot: Bot, api: BotApi):
    async with inbox_at() as (inbox, url):
        inbox.answer = {"method": "sendMessage", "chat_id": WU, "text": "收到"}
        line = api.lines.join(WU)
        await bot.set_webhook(url)
        api.human(WU).say("在")
        events = [await asyncio.wait_for(line.get(), 5) for _ in range(2)]
        assert events[1]["message"]["text"] == "收到"
        await bot.delete_webhook()


async def test_a_webhook_must_lie_on_this_machine(bot: Bot):
    with pytest.raises(BadRequest, match="this machine only"):
        await bot.set_webhook("https://example.org/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook("http://127.0.0.1:1/hook", secret_token="有空格 的")


async def test_duplicates_and_disorder_reach_a_webhook_too(bot: Bot, api: BotApi):
    async with inbox_at() as (inbox, url):
        for text in ("一", "二"):
            api.human(PENG).say(text)
        api.faults.add(Fault("reorder", times=1))
        api.faults.add(Fault("duplicate", times=1))
        await bot.set_webhook(url)
        got = [(await inbox.next())["message"]["text"] for _ in range(3)]
        assert got == ["二", "一", "一"]
        await bot.delete_webhook()
