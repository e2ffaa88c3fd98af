"""What the real service refuses is refused here, in its words."""

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import (
    BadRequest,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from demo.botapi import BotApi, Limits
from demo.botapi.happenings import deactivate, move_group, stand
from tests.demo.conftest import PENG, ROOM, Hand, bot_at


def refused(why: str, kind: type[TelegramError] = BadRequest):
    """The service says no with these words; the library changes some letters to upper case."""
    return pytest.raises(kind, match=f"(?i){why}")


def keys(**button: object) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("我来", **button)]])


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>陆", "find end tag corresponding to start tag"),
        ("陆</b>", "unexpected end tag at byte offset 3"),
        ("<b>陆</i>", 'expected "</b>", found "</i>"'),
        ("<x>陆</x>", "unsupported start tag"),
        ("陆 <b", "unclosed start tag"),
        ("年收入<3万", "unclosed start tag"),
        ("<span>陆</span>", "must have class"),
        ("<a href>陆</a>", "expected equal sign"),
        ("<b>陆</b", "unclosed end tag"),
        ("<>", "unsupported start tag"),
    ],
)
async def test_broken_html_is_refused(bot: Bot, html: str, why: str):
    with refused(why):
        await bot.send_message(PENG, html, parse_mode="HTML")


async def test_lengths_are_counted_in_utf16_after_parsing(bot: Bot, png: bytes):
    assert await bot.send_message(PENG, "<b>" + "😀" * 2048 + "</b>", parse_mode="HTML")
    with refused("message is too long"):
        await bot.send_message(PENG, "😀" * 2048 + "x")
    assert await bot.send_photo(PENG, png, caption="陆" * 1024)
    with refused("caption is too long"):
        await bot.send_photo(PENG, png, caption="陆" * 1025)
    with refused("text is empty"):
        await bot.send_message(PENG, " \n ")


async def test_buttons_are_checked(bot: Bot):
    async def no(markup: object) -> str:
        with pytest.raises(BadRequest) as refusal:
            await bot.send_message(PENG, "x", reply_markup=markup)
        return refusal.value.message.lower()

    assert await bot.send_message(PENG, "x", reply_markup=keys(callback_data="陆" * 21 + "x"))
    assert "data" in await no(keys(callback_data="陆" * 21 + "xx"))
    assert "ext buttons are unallowed" in await no(keys())
    assert "url" in await no(keys(url="看看"))
    row = [InlineKeyboardButton("1", callback_data="1")] * 8
    assert "too long" in await no(InlineKeyboardMarkup([row] * 13))
    assert "style" in await no(keys(callback_data="1", style="glowing"))


async def test_edits_are_checked(bot: Bot, api: BotApi, png: bytes):
    sent = await bot.send_message(PENG, "一样", reply_markup=keys(callback_data="1"))
    mine = api.human(PENG).say("我的")
    photo = await bot.send_photo(PENG, png)
    with refused("not modified"):
        await sent.edit_text("一样", reply_markup=keys(callback_data="1"))
    with refused("message to edit not found"):
        await bot.edit_message_text("x", PENG, 999)
    with refused("message can't be edited"):
        await bot.edit_message_text("x", PENG, mine["message_id"])
    with refused("no text in the message"):
        await photo.edit_text("x")
    with refused("no caption in the message"):
        await sent.edit_caption("x")
    with refused("inline keyboard expected"):
        await bot.edit_message_text(
            "x", PENG, sent.message_id, reply_markup=ReplyKeyboardMarkup([["a"]])
        )
    with refused("message to delete not found"):
        await bot.delete_message(PENG, 999)


async def test_a_pressed_button_is_answered_once_and_in_time(bot: Bot, api: BotApi, clock: Hand):
    sent = await bot.send_message(PENG, "x", reply_markup=keys(callback_data="1"))
    query = api.human(PENG).press(sent.message_id, "我来")
    with refused("too_long"):
        await bot.answer_callback_query(query, "陆" * 201)
    assert await bot.answer_callback_query(query, "接好了")
    with refused("too old"):
        await bot.answer_callback_query(query)
    late = api.human(PENG).press(sent.message_id, "1")
    clock.at += 61
    with refused("too old"):
        await bot.answer_callback_query(late)
    with refused("query id is invalid"):
        await bot.answer_callback_query("4711")


async def test_who_cannot_be_written_to_is_told_apart(bot: Bot, api: BotApi):
    api.human(PENG).block()
    with refused("bot was blocked by the user", Forbidden):
        await bot.send_message(PENG, "x")
    api.human(PENG).unblock()
    assert await bot.send_message(PENG, "x")
    deactivate(api, PENG)
    with refused("user is deactivated", Forbidden):
        await bot.send_message(PENG, "x")
    with refused("can't initiate conversation", Forbidden):
        await bot.send_message(31, "x")
    api.human(31).start("code-1")
    assert await bot.send_message(31, "x")
    with refused("Chat not found"):
        await bot.send_message(404, "x")
    stand(api, api.rooms[ROOM], "kicked", api.user_json(PENG))
    with refused("kicked from the supergroup", Forbidden):
        await bot.send_message(ROOM, "x")


async def test_a_moved_group_says_where_it_went(bot: Bot, api: BotApi):
    move_group(api, ROOM, -1009)
    with pytest.raises(TelegramError) as moved:
        await bot.send_message(ROOM, "x")
    assert moved.value.new_chat_id == -1009
    assert await bot.send_message(-1009, "x")


async def test_topics_need_a_forum_and_the_right(bot: Bot):
    with refused("not a forum"):
        await bot.create_forum_topic(-200, "x")
    with refused("thread not found"):
        await bot.send_message(ROOM, "x", message_thread_id=77)
    with refused("title_invalid"):
        await bot.create_forum_topic(ROOM, "题" * 129)
    sent = await bot.send_message(-200, "x")
    with refused("not enough rights"):
        await sent.pin()


async def test_files_have_limits(bot: Bot, api: BotApi, png: bytes):
    with refused("image_process_failed"):
        await bot.send_photo(PENG, b"no picture")
    with refused("wrong file identifier"):
        await bot.send_photo(PENG, "AgAC-unknown")
    with refused("invalid file|wrong file"):
        await bot.get_file("unknown")
    big = api.human(PENG).send_document("big.bin", bytes((20 << 20) + 1))
    with refused("file is too big"):
        await bot.get_file(big["document"]["file_id"])
    with refused("2 to 10"):
        await bot.send_media_group(PENG, [InputMediaPhoto(png)])


async def test_a_wrong_token_opens_nothing(api: BotApi, root: str):
    with pytest.raises(InvalidToken):
        async with bot_at(root, "9900000001:another-token-of-the-same-form"):
            pass
    with pytest.raises(InvalidToken):
        async with bot_at(root, "garbage"):
            pass
    async with bot_at(root, api.token) as bot:
        with pytest.raises(EndPointNotFound):
            await bot.do_api_request("sendTelepathy")


async def test_too_fast_is_told_when_to_come_back(bot: Bot, api: BotApi, clock: Hand):
    api.limits.on = True
    for _ in range(3):
        await bot.send_message(PENG, "x")
    with pytest.raises(RetryAfter) as slow:
        await bot.send_message(PENG, "x")
    clock.at += slow.value.retry_after.total_seconds()
    assert await bot.send_message(PENG, "x", reply_markup=ReplyKeyboardRemove())


def test_limits_hold_per_chat_per_group_and_overall():
    limits = Limits()
    assert [limits.admit(1, 0.0) for _ in range(4)] == [None, None, None, 3]
    assert [limits.admit(1, 3.0 + n) for n in range(9)] == [None] * 9
    group = [limits.admit(-1, 100.0 + 2 * n) for n in range(21)]
    assert group == [None] * 20 + [20]
    everybody = [limits.admit(n, 1000.0) for n in range(100, 131)]
    assert everybody == [None] * 30 + [1]
    assert limits.admit(500, 1001.0) is None


async def test_menus_and_reactions_are_checked(bot: Bot, api: BotApi):
    said = api.human(PENG).say("到了")
    with refused("reaction_invalid"):
        await bot.set_message_reaction(PENG, said["message_id"], "🏠")
    with refused("command_invalid"):
        await bot.set_my_commands([("今天", "今天要看的户")])
    with refused("wrong parameter action"):
        await bot.send_chat_action(PENG, "singing")
    with refused("unsupported parse_mode"):
        await bot.send_message(PENG, "*x*", parse_mode="MarkdownV2")
