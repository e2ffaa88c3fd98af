"""What a bot sends arrives as the real service would deliver it."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from demo.botapi import BotApi
from tests.demo.conftest import CHEN, PENG, ROOM, ZHOU, picture

TAKE = InlineKeyboardMarkup([[InlineKeyboardButton("我来", callback_data="take:1")]])


async def test_formatted_text_comes_back_with_the_same_html(bot: Bot):
    html = '<b>陆水根家</b> 😀 <i>请<u>看看</u></i> &lt;3 <a href="https://x.cn/a">链接</a> <code>PH-1</code>'
    sent = await bot.send_message(PENG, html, parse_mode="HTML")
    assert sent.text_html == html
    assert sent.text.startswith("陆水根家 😀 请看看 <3")


async def test_blank_ends_are_cut_and_entities_move_along(bot: Bot):
    sent = await bot.send_message(PENG, "\n\n <b>好</b> \n", parse_mode="HTML")
    assert (sent.text, sent.entities[0].offset, sent.entities[0].length) == ("好", 0, 1)


async def test_commands_and_addresses_are_found_in_plain_text(bot: Bot):
    sent = await bot.send_message(PENG, "😀 看 https://x.cn/a 或 /help")
    assert {e.type: sent.parse_entity(e) for e in sent.entities} == {
        "url": "https://x.cn/a",
        "bot_command": "/help",
    }


async def test_message_numbers_grow_by_one_in_each_chat(bot: Bot, api: BotApi):
    first = await bot.send_message(PENG, "一")
    other = await bot.send_message(CHEN, "一")
    api.human(PENG).say("二")
    third = await bot.send_message(PENG, "三")
    assert (first.message_id, other.message_id, third.message_id) == (1, 1, 3)


async def test_files_are_kept_and_can_be_fetched_and_sent_again(bot: Bot, png: bytes):
    photo = await bot.send_photo(PENG, png, caption="<b>卡片</b>", parse_mode="HTML")
    assert (photo.photo[-1].width, photo.photo[-1].height) == (40, 30)
    assert photo.caption_html == "<b>卡片</b>"
    paper = await bot.send_document(PENG, b"a,b\n", filename="名单.csv", protect_content=True)
    assert (paper.document.file_name, paper.has_protected_content) == ("名单.csv", True)
    file = await bot.get_file(paper.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b\n"
    again = await bot.send_photo(CHEN, photo.photo[-1].file_id)
    assert again.photo[-1].file_id == photo.photo[-1].file_id


async def test_an_album_is_one_group_of_messages(bot: Bot, png: bytes):
    album = await bot.send_media_group(
        PENG, [InputMediaPhoto(png, caption="门口"), InputMediaPhoto(picture(10, 10))]
    )
    assert len({m.media_group_id for m in album}) == 1
    assert [m.caption for m in album] == ["门口", None]


async def test_a_message_changes_in_place(bot: Bot, api: BotApi, png: bytes):
    sent = await bot.send_message(PENG, "请您去看看", reply_markup=TAKE)
    changed = await sent.edit_text("<b>彭老师接了</b>", parse_mode="HTML")
    assert (changed.text_html, changed.reply_markup) == ("<b>彭老师接了</b>", None)
    assert changed.edit_date
    assert (await changed.edit_reply_markup(TAKE)).reply_markup == TAKE
    photo = await bot.send_photo(PENG, png)
    assert (await photo.edit_caption("看完别转发")).caption == "看完别转发"
    paper = await photo.edit_media(InputMediaDocument(b"x", filename="a.txt"))
    assert paper.document.file_name == "a.txt"
    assert not paper.photo
    await paper.delete()
    assert paper.message_id not in api.rooms[PENG].messages


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Bot, api: BotApi):
    keys = ReplyKeyboardMarkup([["我到了", "家里没人"]], resize_keyboard=True)
    await bot.send_message(PENG, "到了就点", reply_markup=keys)
    await bot.send_message(PENG, "还在")
    assert api.rooms[PENG].keyboard["keyboard"][0][0] == {"text": "我到了"}
    await bot.send_message(PENG, "好", reply_markup=ReplyKeyboardRemove())
    assert api.rooms[PENG].keyboard is None


async def test_a_topic_holds_its_messages(bot: Bot, api: BotApi):
    topic = await bot.create_forum_topic(ROOM, "PH-0318 就业 · 鱼圻塘")
    sent = await bot.send_message(ROOM, "吹哨", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    answer = api.human(ZHOU).say("我们来", chat=ROOM, topic=topic.message_thread_id)
    assert answer["message_thread_id"] == topic.message_thread_id
    assert await bot.close_forum_topic(ROOM, topic.message_thread_id)


async def test_an_answer_quotes_what_it_answers(bot: Bot, api: BotApi):
    asked = api.human(CHEN).say("能补助吗？")
    sent = await bot.send_message(CHEN, "能", reply_parameters=ReplyParameters(asked["message_id"]))
    assert sent.reply_to_message.text == "能补助吗？"


async def test_commands_depend_on_chat_and_language(bot: Bot, api: BotApi):
    await bot.set_my_commands([BotCommand("help", "帮助")])
    await bot.set_my_commands(
        [BotCommand("help", "Help")], BotCommandScopeAllPrivateChats(), language_code="en"
    )
    await bot.set_my_commands([BotCommand("today", "今天")], BotCommandScopeChat(PENG))

    def shown(chat: int, language: str) -> list[str]:
        return [c["description"] for c in api.commands.shown(api.rooms[chat], PENG, language)]

    assert shown(PENG, "zh-hans") == ["今天"]
    assert shown(CHEN, "en") == ["Help"]
    assert shown(ROOM, "en") == ["帮助"]
    assert (await bot.get_my_commands())[0].description == "帮助"


async def test_chats_and_members_are_told(bot: Bot):
    chat = await bot.get_chat(ROOM)
    assert (chat.title, chat.is_forum) == ("新埭镇 帮扶群", True)
    members = [await bot.get_chat_member(ROOM, user) for user in (PENG, ZHOU, CHEN, bot.id)]
    assert [m.status for m in members] == ["member", "administrator", "left", "administrator"]
    assert await bot.get_chat_member_count(ROOM) == 4
    admins = await bot.get_chat_administrators(ROOM)
    assert {a.user.id for a in admins} == {ZHOU, bot.id}


async def test_pins_reactions_and_actions_reach_the_phone(bot: Bot, api: BotApi):
    line = api.lines.join(PENG)
    said = api.human(PENG).say("到了")
    await bot.set_message_reaction(PENG, said["message_id"], "👀")
    await bot.send_chat_action(PENG, "typing")
    await bot.pin_chat_message(PENG, said["message_id"])
    seen = [line.get_nowait() for _ in range(line.qsize())]
    assert [event["ev"] for event in seen] == ["message", "reactions", "action", "pinned"]
    assert seen[1]["reactions"] == {bot.id: "👀"}


async def test_places_travel_both_ways(bot: Bot, api: BotApi):
    sent = await bot.send_location(PENG, 30.71, 121.02)
    assert (sent.location.latitude, sent.location.longitude) == (30.71, 121.02)
    api.human(PENG).share_location(30.7, 121.0)
    assert (await bot.get_updates())[0].message.location.latitude == 30.7


@pytest.mark.parametrize("how", ["query", "form", "json"])
async def test_any_client_is_understood(api: BotApi, root: str, how: str):
    import aiohttp

    call = {"chat_id": str(PENG), "text": "您好", "reply_markup": TAKE.to_json()}
    sent_as = {"query": {"params": call}, "form": {"data": call}, "json": {"json": call}}
    async with aiohttp.ClientSession() as client:
        post = client.get if how == "query" else client.post
        async with post(f"{root}/bot{api.token}/SendMessage", **sent_as[how]) as answer:
            result = (await answer.json())["result"]
    assert (result["text"], result["reply_markup"]) == ("您好", TAKE.to_dict())


async def test_the_bot_may_pass_on_and_copy_but_nothing_protected(bot: Bot):
    open_one = await bot.send_message(PENG, "可以转")
    passed = await bot.forward_message(CHEN, PENG, open_one.message_id)
    assert passed.forward_origin.sender_user.id == bot.id
    copied = await bot.copy_message(CHEN, PENG, open_one.message_id)
    assert copied.message_id == passed.message_id + 1
