"""Say something as somebody, through the whole path, and see what is answered to whom."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot import inbox, notices
from bot.channels.console import Console
from bot.handlers import BOOK
from bot.message import Button, Message, Reply, plain
from core import accounts
from core.clock import Clock
from core.problems import Problem
from core.store.database import atomically
from core.store.mail import Inbox, Outbox
from core.store.people import Account, Binding

LOOK_BACK = 60


class NoSuchButton(Problem):
    """No message this person has shows that button."""


@dataclass(frozen=True)
class Answered:
    """What followed: messages by receiver, and what was recorded."""

    replies: list[dict[str, Any]]
    recorded: dict[str, Any]


async def speak(
    handle: str, text: str, *, at: datetime, about: str = "", press: str = ""
) -> Answered:
    """As *handle*: say *text*, or press the button called *press* (its label or verb)."""
    account = await account_of(handle)
    await _bind(account, at)
    button = await _button(account, press, about, at) if press else None
    before = await Outbox.all().order_by("-id").first()
    row, reply = await _deliver(account, text, button, at=at, about=about)
    rows = Outbox.filter(id__gt=before.id if before else 0).order_by("id")
    told = [await _told(r, account, at) for r in await rows.prefetch_related("account", "case")]
    replies = [line for line in told if line]
    if reply and reply.toast:
        toast = {"to": account.handle, "text": reply.toast, "buttons": [], "toast": True}
        replies.insert(0, toast)
    await Outbox.filter(cause=row, channel="console").update(state="sent", sent_at=at)
    return Answered(replies, reply.recorded if reply else {})


async def _deliver(
    account: Account, text: str, button: Button | None, *, at: datetime, about: str
) -> tuple[int, Reply | None]:
    payload: dict[str, Any] = {"chat": account.handle, "text": text, "about": about}
    if button:
        payload["press"] = {"verb": button.verb, "about": button.about, "arg": button.arg}
    key = uuid.uuid4().hex
    await inbox.store("console", [(key, account.handle, payload)], at)
    row = await Inbox.get(channel="console", update_key=key)
    processor = inbox.Processor(BOOK, {"console": Console()}, _fixed(at))
    return row.id, await processor.handle(row.id)


async def account_of(handle: str) -> Account:
    """By handle, id, or the name people use."""
    found = await Account.get_or_none(handle=handle)
    if found is None:
        found = next((a for a in await Account.all() if a.name == handle), None)
    return found or await accounts.by_handle(handle)


async def _bind(account: Account, at: datetime) -> None:
    known = await Binding.exists(channel="console", chat=account.handle, account=account)
    if not known:
        await atomically(lambda: accounts.bind(account, "console", account.handle, at=at))


async def _button(account: Account, press: str, about: str, at: datetime) -> Button:
    """The newest button of that label (or verb) on this person's phone or in the rooms."""
    rooms = [a.id for a in await Account.filter(duties__role="room")]
    rows = Outbox.filter(account_id__in=[account.id, *rooms]).order_by("-id").limit(LOOK_BACK)
    for row in await rows.prefetch_related("account", "case"):
        message = await notices.word(row, at)
        for button in message.buttons() if message else []:
            if press in (button.label, button.verb) and about in ("", button.about):
                return button
    raise NoSuchButton(
        f"{account.handle} 的手机上没有叫“{press}”的按钮。先看看上一条消息有哪些按钮。"
    )


async def _told(row: Outbox, speaker: Account, at: datetime) -> dict[str, Any] | None:
    message = await notices.word(row, at)
    if message is None:
        return None
    return {"to": row.account.handle if row.account else speaker.handle, **as_json(message)}


def as_json(message: Message) -> dict[str, Any]:
    """A message for other programs: plain words and the labels of its buttons."""
    keyboard = [key for line in message.keyboard or () for key in line]
    return {
        "text": plain(message.text),
        "buttons": [button.label for button in message.buttons()] + keyboard,
        **({"picture": message.picture["kind"]} if message.picture else {}),
    }


def _fixed(at: datetime) -> Clock:
    return lambda: at
