"""Residents who talk through the whole path: known ones by their handle, strangers by their chat."""

import uuid
from datetime import datetime

from bot import inbox, notices
from bot.channels.console import Console
from bot.handlers import BOOK
from bot.message import plain
from bot.speak import speak
from core import accounts
from core.store.mail import Inbox, Outbox
from core.store.people import Account


async def says(handle: str, *words: str, at: datetime, press: str = "") -> list[str]:
    """What is answered to *handle* himself to the last of these words, plain."""
    told: list[str] = []
    for said in words or ("",):
        answered = await speak(handle, said, at=at, press=press)
        told = [r["text"] for r in answered.replies if r["to"] == handle and not r.get("toast")]
    return told


async def stranger(chat: str, *words: str, at: datetime) -> list[str]:
    """The same for somebody whom nobody has introduced."""
    told: list[str] = []
    processor = inbox.Processor(BOOK, {"console": Console()}, lambda: at)
    for said in words:
        key = uuid.uuid4().hex
        await inbox.store("console", [(key, chat, {"chat": chat, "text": said})], at)
        row = await Inbox.get(update_key=key)
        await processor.handle(row.id)
        told = [
            plain(str((one.body or {})["text"]))
            for one in await Outbox.filter(cause=row.id, chat=chat)
        ]
    return told


async def heard_by(handle: str, *, at: datetime, notice: str = "") -> list[str]:
    """What stands on somebody's phone, the newest last."""
    rows = Outbox.filter(account__handle=handle).prefetch_related("account", "case")
    found = await (rows.filter(notice=notice) if notice else rows).order_by("id")
    messages = [await notices.word(row, at) for row in found]
    return [plain(message.text) for message in messages if message]


async def who(handle: str):
    return await accounts.who(await Account.get(handle=handle))
