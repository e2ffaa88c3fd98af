"""Files asked for, messages passed on or copied by the bot."""

from typing import TYPE_CHECKING

from demo.botapi import texts
from demo.botapi.asked import Asked
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.sending import deliver

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

CONTENT = (
    "text",
    "entities",
    "photo",
    "document",
    "voice",
    "location",
    "caption",
    "caption_entities",
)


def getFile(api: "BotApi", asked: Asked) -> Json:
    stored = api.files.downloadable(asked.text("file_id"))
    return {**stored.as_file(), "file_path": stored.path}


def forwardMessage(api: "BotApi", asked: Asked) -> Json:
    source = _source(api, asked, "forward")
    origin = {"type": "user", "sender_user": source["from"], "date": source["date"]}
    return deliver(api, asked, _content(source) | {"forward_origin": origin})


def copyMessage(api: "BotApi", asked: Asked) -> Json:
    content = _content(_source(api, asked, "copy"))
    if "caption" in asked.values:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= texts.captioned(asked)
    return {"message_id": deliver(api, asked, content)["message_id"]}


def _source(api: "BotApi", asked: Asked, what: str) -> Json:
    source = api.room(asked, "from_chat_id").message(asked.number("message_id"), what)
    if source.get("has_protected_content"):
        raise bad("message can't be forwarded" if what == "forward" else "message can't be copied")
    return source


def _content(source: Json) -> Json:
    found = {key: source[key] for key in CONTENT if key in source}
    if not found:
        raise bad("message can't be copied")
    return found
