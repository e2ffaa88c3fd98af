"""Answers that are not messages: to a pressed button, and reactions."""

from typing import TYPE_CHECKING

from demo.botapi.asked import Asked
from demo.botapi.entities import utf16
from demo.botapi.reactions import checked_emoji, react
from demo.botapi.refused import bad

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

TOAST_LIMIT = 200


def answerCallbackQuery(api: "BotApi", asked: Asked) -> bool:
    text = asked.text("text")
    if utf16(text) > TOAST_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    query = api.queries.pop(asked.text("callback_query_id"), None)
    if not query or api.times.steady() - query.born > api.times.query:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    api.lines.tell(
        query.chat,
        "answered",
        message_id=query.message,
        user=query.user,
        data=query.data,
        text=text,
        alert=asked.flag("show_alert"),
    )
    return True


def setMessageReaction(api: "BotApi", asked: Asked) -> bool:
    room = api.room(asked)
    room.check_writable()
    message = room.message(asked.number("message_id"), "react")
    emoji = [checked_emoji(reaction) for reaction in asked.thing("reaction") or []]
    if len(emoji) > 1:
        raise bad("REACTIONS_TOO_MANY")
    react(api, room, message["message_id"], api.bot.id, emoji[0] if emoji else "")
    return True
