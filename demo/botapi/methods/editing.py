"""Messages changed in place: words, picture, buttons, reactions; and taken away."""

from typing import TYPE_CHECKING, Any

from demo.botapi import texts
from demo.botapi.asked import Asked
from demo.botapi.keyboards import checked
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.rooms import Room
from demo.botapi.sending import media_content

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

MEDIA = ("photo", "document", "voice", "location")
WORDS = ("text", "entities", "caption", "caption_entities", *MEDIA)
DELETABLE_FOR = 48 * 3600


def editMessageText(api: "BotApi", asked: Asked) -> Json:
    text, entities = texts.message_text(asked)
    _own(api, asked, has="text", what="text")
    new = {"text": text} | ({"entities": entities} if entities else {})
    return _change(api, asked, new, without=("text", "entities"))


def editMessageCaption(api: "BotApi", asked: Asked) -> Json:
    new = texts.captioned(asked)
    _own(api, asked, has=("photo", "document", "voice"), what="caption")
    return _change(api, asked, new, without=("caption", "caption_entities"))


def editMessageMedia(api: "BotApi", asked: Asked) -> Json:
    new = media_content(api, asked, asked.mapping("media"))
    _own(api, asked, has=("photo", "document", "text"), what="media")
    return _change(api, asked, new, without=WORDS)


def editMessageReplyMarkup(api: "BotApi", asked: Asked) -> Json:
    _own(api, asked)
    return _change(api, asked, {}, without=())


def deleteMessage(api: "BotApi", asked: Asked) -> bool:
    room = api.room(asked)
    message = room.message(asked.number("message_id"), "delete")
    foreign = message["from"]["id"] != api.bot.id
    if foreign and room.group and room.standing != "administrator":
        raise bad("message can't be deleted")
    if api.now() - message["date"] > DELETABLE_FOR:
        raise bad("message can't be deleted for everyone")
    _remove(api, room, message["message_id"])
    return True


def deleteMessages(api: "BotApi", asked: Asked) -> bool:
    room = api.room(asked)
    for number in asked.thing("message_ids") or []:
        if number in room.messages:
            _remove(api, room, number)
    return True


def _own(
    api: "BotApi", asked: Asked, has: str | tuple[str, ...] = (), what: str = ""
) -> tuple[Room, Json]:
    """The bot's own message that the call names, of a kind that can be changed like this."""
    if not asked.number("message_id"):
        raise bad("message identifier is not specified")
    room = api.room(asked)
    message = room.message(asked.number("message_id"), "edit")
    kinds = (has,) if isinstance(has, str) else has
    if kinds and not any(kind in message for kind in kinds):
        raise bad(f"there is no {what} in the message to edit")
    if message["from"]["id"] != api.bot.id:
        raise bad("message can't be edited")
    return room, message


def _change(api: "BotApi", asked: Asked, new: Json, without: tuple[str, ...]) -> Json:
    room, old = _own(api, asked)
    markup = checked(asked.mapping("reply_markup"), inline_only=True)
    gone = {*without, "reply_markup"}
    kept = {key: value for key, value in old.items() if key not in gone}
    changed: Json = {**kept, **new} | ({"reply_markup": markup} if markup else {})
    if _same(old, changed):
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    api.writable(asked)
    changed["edit_date"] = api.now()
    room.messages[old["message_id"]] = changed
    api.show(room, changed, "edit")
    return changed


def _same(old: Json, new: Json) -> bool:
    return _content(old) == _content(new)


def _content(message: Json) -> list[Any]:
    return [message.get(key) for key in (*WORDS, "reply_markup")]


def _remove(api: "BotApi", room: Room, number: int) -> None:
    room.messages.pop(number)
    room.pinned = [pinned for pinned in room.pinned if pinned != number]
    api.lines.tell(room.id, "deleted", message_id=number)
