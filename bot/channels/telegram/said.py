"""An update as what a person did: said, sent or pressed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Update

from bot import buttons
from bot.message import BAD_BUTTON, Incoming, Press
from core.clock import day_of
from core.privacy.vault import Vault
from locales import language


@dataclass(frozen=True, kw_only=True)
class Mouth:
    """The channel an update came by."""

    channel: str
    vault: Vault
    domestic: bool


def told(update: Update, key: str, at: datetime, mouth: Mouth) -> Incoming | None:
    """One update as what a person did; None for what means nothing to us."""
    if update.callback_query and update.callback_query.message:
        return _press(update, key, at, mouth)
    message = update.message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    if message.migrate_from_chat_id:  # the other half of a move: told where it went already
        return None
    text = message.text or message.caption or ""
    place = message.location
    return Incoming(
        channel=mouth.channel,
        chat=str(message.chat.id),
        sender=str(message.from_user.id),
        key=key,
        at=at,
        text=text,
        code=text.partition(" ")[2].strip() if text.startswith("/start ") else "",
        place=(place.latitude, place.longitude) if place else None,
        attachment=_attachment(message),
        file=_picture(message),
        message_id=str(message.message_id),
        lang=language(message.from_user.language_code),
        group=message.chat.id < 0,
        domestic=mouth.domestic,
        moved_to=str(message.migrate_to_chat_id or ""),
    )


def _press(update: Update, key: str, at: datetime, mouth: Mouth) -> Incoming:
    query = update.callback_query
    assert query is not None and query.message is not None
    chat, message_id = str(query.message.chat.id), str(query.message.message_id)
    try:
        said = buttons.unpack(query.data or "", chat, day_of(at), mouth.vault)
    except (buttons.BadButton, ValueError):
        said = Press(BAD_BUTTON, "")
    press = Press(said.verb, said.about, said.arg, message_id, query.id)
    return Incoming(
        channel=mouth.channel,
        chat=chat,
        sender=str(query.from_user.id),
        key=key,
        at=at,
        press=press,
        message_id=message_id,
        lang=language(query.from_user.language_code),
        group=query.message.chat.id < 0,
        domestic=mouth.domestic,
    )


def keyed(payload: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """(key, chat, payload): the callback's own id where there is one, else the update's."""
    query, message = payload.get("callback_query"), payload.get("message")
    if query:
        chat = query.get("message", {}).get("chat", {}).get("id", query["from"]["id"])
        return f"q{query['id']}", str(chat), payload
    chat = message["chat"]["id"] if message else 0
    if not message:
        return f"u{payload['update_id']}", str(chat), payload
    key = f"m{chat}.{message['message_id']}.{message.get('date', 0)}"
    return key, str(chat), payload


def _picture(message: Any) -> str:
    """The id of the picture in a message, the largest there is; "" when there is none."""
    if message.photo:
        return str(message.photo[-1].file_id)
    document = message.document
    is_picture = document and str(document.mime_type).startswith("image/")
    return str(document.file_id) if is_picture else ""


def _attachment(message: Any) -> str:
    for kind in ("photo", "voice", "video", "document", "sticker", "location", "contact"):
        if getattr(message, kind):
            return kind
    return ""
