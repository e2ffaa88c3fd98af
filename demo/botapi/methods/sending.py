"""Messages from the bot: text, photo, file, album, place, "is typing"."""

from typing import TYPE_CHECKING

from demo.botapi import texts
from demo.botapi.asked import Asked
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.sending import deliver, deliver_all, media_content, topic_of

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)


def sendMessage(api: "BotApi", asked: Asked) -> Json:
    text, entities = texts.message_text(asked)
    return deliver(api, asked, {"text": text} | ({"entities": entities} if entities else {}))


def sendPhoto(api: "BotApi", asked: Asked) -> Json:
    about = texts.captioned(asked)
    return deliver(api, asked, {"photo": _sent(api, asked, "photo")} | about)


def sendDocument(api: "BotApi", asked: Asked) -> Json:
    about = texts.captioned(asked)
    return deliver(api, asked, {"document": _sent(api, asked, "document")} | about)


def sendVoice(api: "BotApi", asked: Asked) -> Json:
    about, voice = texts.captioned(asked), api.files.sent(asked, "voice", "voice")
    return deliver(api, asked, {"voice": voice.as_voice(asked.whole("duration", 1))} | about)


def sendMediaGroup(api: "BotApi", asked: Asked) -> list[Json]:
    items = asked.thing("media") or []
    if not isinstance(items, list) or not 2 <= len(items) <= 10:
        raise bad("expected an Array of 2 to 10 InputMedia")
    if len({item.get("type") for item in items}) > 1:
        raise bad("document can't be mixed with other media types")
    if asked.thing("reply_markup"):
        raise bad("reply markup is not allowed in an album")
    contents = [media_content(api, asked, item) for item in items]
    album = {"media_group_id": str(api.truth.note("album", count=len(contents)))}
    return deliver_all(api, asked, [content | album for content in contents])


def sendLocation(api: "BotApi", asked: Asked) -> Json:
    place = {"latitude": asked.degree("latitude", 90), "longitude": asked.degree("longitude", 180)}
    return deliver(api, asked, {"location": place})


def sendChatAction(api: "BotApi", asked: Asked) -> bool:
    if asked.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    room = api.room(asked)
    room.check_writable()
    api.lines.tell(
        room.id, "action", action=asked.text("action"), message_thread_id=topic_of(room, asked)
    )
    return True


def _sent(api: "BotApi", asked: Asked, kind: str) -> object:
    stored = api.files.sent(asked, kind, kind)
    return stored.as_photo() if kind == "photo" else stored.as_document()
