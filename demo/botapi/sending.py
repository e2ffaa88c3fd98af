"""What all methods that send have in common: where to, in answer to what, with which keyboard."""

from typing import TYPE_CHECKING

from demo.botapi.asked import Asked
from demo.botapi.keyboards import checked
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.rooms import Room
from demo.botapi.texts import captioned

if TYPE_CHECKING:
    from demo.botapi.server import BotApi


def deliver(api: "BotApi", asked: Asked, content: Json) -> Json:
    """One message of the bot with *content* appears in the chat of the call."""
    return deliver_all(api, asked, [content])[0]


def deliver_all(api: "BotApi", asked: Asked, contents: list[Json]) -> list[Json]:
    """Several at once, as an album is; they count one by one towards the limits."""
    markup = checked(asked.mapping("reply_markup"))
    api.room(asked).check_writable()
    extras = _placed(api.room(asked), asked) | _kept(asked, markup)
    room = api.writable(asked, len(contents))
    sent = [_post(api, room, asked, content | extras) for content in contents]
    _change_keyboard(api, room, markup)
    return sent


def _post(api: "BotApi", room: Room, asked: Asked, content: Json) -> Json:
    silent = asked.flag("disable_notification")
    return api.post(room, api.bot.as_user(), content, silent=silent)


def _kept(asked: Asked, markup: Json) -> Json:
    kept: Json = {"has_protected_content": True} if asked.flag("protect_content") else {}
    for name in ("has_media_spoiler", "show_caption_above_media"):
        if asked.flag(name.replace("has_media", "has")):
            kept[name] = True
    return kept | ({"reply_markup": markup} if "inline_keyboard" in markup else {})


def _placed(room: Room, asked: Asked) -> Json:
    """Topic and answered message, if the call names them."""
    topic = topic_of(room, asked)
    placed: Json = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
    replied = _replied(room, asked)
    return placed | ({"reply_to_message": replied} if replied else {})


def topic_of(room: Room, asked: Asked) -> int | None:
    """The topic a call is about; Refused if it does not exist or is closed for the bot."""
    topic = asked.number("message_thread_id")
    if topic and topic not in room.topics:
        raise bad("message thread not found")
    return topic


def _replied(room: Room, asked: Asked) -> Json | None:
    wish = asked.mapping("reply_parameters")
    number = wish.get("message_id") or asked.number("reply_to_message_id")
    if not number:
        return None
    found = room.messages.get(int(number))
    lenient = wish.get("allow_sending_without_reply")
    if not found and not (lenient or asked.flag("allow_sending_without_reply")):
        raise bad("message to be replied not found")
    return {k: v for k, v in found.items() if k != "reply_to_message"} if found else None


def _change_keyboard(api: "BotApi", room: Room, markup: Json) -> None:
    """A reply keyboard comes, goes or stays as it is."""
    if "keyboard" in markup or markup.get("force_reply"):
        room.keyboard = markup
    elif markup.get("remove_keyboard"):
        room.keyboard = None
    else:
        return
    api.lines.tell(room.id, "keyboard", keyboard=room.keyboard)


def media_content(api: "BotApi", asked: Asked, item: Json) -> Json:
    """An InputMedia (photo or document) as fields of a message, with its caption."""
    kind = str(item.get("type", ""))
    if kind not in ("photo", "document"):
        raise bad(f"type {kind or 'of media'} is not supported by this local server")
    stored = api.files.named(asked, str(item.get("media", "")), kind)
    about = captioned(Asked(asked.method, item, asked.files))
    return {kind: stored.as_photo() if kind == "photo" else stored.as_document()} | about
