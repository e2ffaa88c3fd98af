"""Telegram through python-telegram-bot, and every server that speaks its Bot API.

Foreign by default: such a channel carries pointers only (docs/decisions/004). The demo's own server
on this machine is domestic. Updates are handed on raw; nothing is confirmed before it is stored.
"""

import asyncio
import hmac
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import httpx
import structlog
from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    InputFile,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels import ANSWERED_WITHIN, Drawn
from bot.channels.telegram import keys
from bot.channels.telegram.asking import ASKED_FOR, Asking
from bot.channels.telegram.failing import sorted_out
from bot.channels.telegram.said import Mouth, keyed, told
from bot.message import Incoming, Message, Reply
from bot.pace import Pace
from core.clock import Clock, day_of
from core.fromjson import read_json
from core.privacy.vault import Vault
from core.safety import refusals
from core.store.database import passing
from locales import tr

log = structlog.get_logger()
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
NO_UPDATE = (ValueError, KeyError, TypeError, AttributeError)
COMMANDS = (("today", "手上的事"), ("help", "怎么用"))
EDIT_TRIES = 8
KINDS = ["message", "callback_query", "my_chat_member"]
Updates = list[tuple[str, str, dict[str, Any]]]
Stored = Callable[[Updates], Awaitable[None]]


class Telegram:
    """One bot on one API root, e.g. the demo's http://127.0.0.1:8765."""

    name = "telegram"

    def __init__(
        self, token: str, vault: Vault, clock: Clock, *, root: str = "", domestic: bool = False,
        answered_within: float = ANSWERED_WITHIN,
    ) -> None:  # fmt: skip
        self.domestic = domestic
        self.pace = Pace()  # the sender's, where it runs in this process
        self.speaks: Callable[[], bool] = lambda: True  # no other process sends at this moment
        self.vault, self.clock = vault, clock
        self._asked_for = min(ASKED_FOR, answered_within)
        trust = {"trust_env": not root.startswith(("http://127.", "http://localhost"))}
        settings: dict[str, Any] = {"httpx_kwargs": trust, "read_timeout": 10, "connect_timeout": 5}
        root = root or "https://api.telegram.org"
        self.bot = Bot(
            token,
            request=Asking(answered_within, connection_pool_size=16, **settings),
            get_updates_request=Asking(
                answered_within + self._asked_for, connection_pool_size=2, **settings
            ),
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
        )

    async def start(self) -> None:
        """Open the connections; the token is checked when it is first used."""
        for request in self.bot._request:
            await request.initialize()

    async def introduce(self, hook: str = "", secret: str = "") -> None:
        """Tell the server how it reaches us and which commands there are; all best effort."""
        for call in (self._commands, lambda: self._reach(hook, secret)):
            try:
                await call()
            except (TelegramError, TypeError) as error:
                log.info("introduce_failed", error=type(error).__name__)

    async def _commands(self) -> None:
        for lang, code in (("zh", None), ("en", "en")):
            commands = [BotCommand(name, tr(words, lang)) for name, words in COMMANDS]
            await self.bot.set_my_commands(commands, language_code=code)

    async def _reach(self, hook: str, secret: str) -> None:
        if hook:
            await self.bot.set_webhook(hook, secret_token=secret, allowed_updates=KINDS)
        else:
            await self.bot.delete_webhook()

    async def stop(self) -> None:
        for request in self.bot._request:
            await request.shutdown()

    # ---- what comes in

    async def poll(self, store: Stored) -> None:
        """Until cancelled: fetch, store, and only then ask for the next ones."""
        offset, pause = 0, 0.2
        while True:
            try:
                updates = await self.bot.get_updates(
                    offset=offset, timeout=int(self._asked_for), allowed_updates=KINDS
                )
                await store([self._raw(update) for update in updates])
                offset = updates[-1].update_id + 1 if updates else offset
                pause = 0.0 if updates else 0.2
            except RetryAfter as error:
                pause = float(error.retry_after if isinstance(error.retry_after, int) else 5)
            except Conflict:
                refusals.count("token", "used_elsewhere")
                log.error("token_used_elsewhere", hint="ask @BotFather for a new one")
                pause = min(30.0, max(2.0, pause * 1.5))
            except TelegramError as error:
                log.warning("poll_failed", error=type(error).__name__)
                pause = min(30.0, max(1.0, pause * 1.5))
            await asyncio.sleep(pause)

    def webhook(
        self, secret: str, store: Stored
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        """A handler for our own server: 200 only after the update is stored."""

        async def take(request: web.Request) -> web.Response:
            given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
            if not hmac.compare_digest(given.encode(), secret.encode()):
                refusals.count("webhook", "secret")
                return web.Response(status=403)
            if request.content_type != "application/json":
                return web.Response(status=415)
            try:
                payload = read_json(await request.read())
                updates = [keyed(payload)]
            except NO_UPDATE:
                return web.Response(status=400)
            try:
                await store(updates)
            except Exception as error:
                if not passing(error):
                    raise
                return web.Response(status=503)  # the vendor keeps it and asks again
            return web.Response()

        return take

    def _raw(self, update: Update) -> tuple[str, str, dict[str, Any]]:
        return keyed(update.to_dict())

    def read(self, payload: dict[str, Any], key: str, at: datetime) -> Incoming | None:
        """One update as what a person did; None for what means nothing to us."""
        update = Update.de_json(payload, self.bot)
        mouth = Mouth(channel=self.name, vault=self.vault, domestic=self.domestic)
        return told(update, key, at, mouth)

    async def fetch(self, remote: str) -> bytes:
        """A file somebody sent, by the id it came with."""
        file = await self.bot.get_file(remote)
        return bytes(await file.download_as_bytearray())

    async def acknowledge(self, heard: Incoming, reply: Reply) -> None:
        """Stop the spinner with words, react, take spent buttons away; all best effort."""
        try:
            if heard.press:
                await self.bot.answer_callback_query(heard.press.query, text=reply.toast or None)
                if reply.clear_buttons and await self._may_edit(heard.chat):
                    await self.bot.edit_message_reply_markup(
                        heard.chat, int(heard.press.message_id), reply_markup=None
                    )
                    self.pace.ended(heard.chat, time.monotonic())
            elif reply.react:
                await self.bot.set_message_reaction(heard.chat, int(heard.message_id), reply.react)
        except (TelegramError, TypeError) as error:
            log.info("acknowledge_failed", error=type(error).__name__)

    async def _may_edit(self, chat: str) -> bool:
        """Taking spent buttons away counts towards the limits too; it waits a little, or is left.

        Beside a sender in another process, whose pace nobody here knows, they are left.
        """
        for _ in range(EDIT_TRIES if self.speaks() else 0):
            now = time.monotonic()
            if (wait := self.pace.wait_for(chat, now)) <= 0:
                self.pace.sent(chat, now)
                return True
            await asyncio.sleep(wait + 0.05)
        return False

    # ---- what goes out

    async def send(self, chat: str, message: Message, drawn: Drawn | None) -> str:
        """Send; returns the message id. Raises one of bot.channels' failures."""
        markup = keys.markup(message, chat, day_of(self.clock()), self.vault)
        common: dict[str, Any] = {
            "parse_mode": "HTML",
            "reply_markup": markup,
            "disable_notification": message.silent,
            "protect_content": message.protect,
        }
        try:
            if drawn and (message_id := await self._send_file(chat, message.text, drawn, common)):
                return message_id
            sent = await self.bot.send_message(chat, message.text, **common)
        except Exception as error:
            raise sorted_out(error) from error
        return str(sent.message_id)

    async def _send_file(self, chat: str, text: str, drawn: Drawn, common: dict[str, Any]) -> str:
        """A picture or document; "" where the server refuses files, then the words go alone."""
        file = InputFile(drawn.data, drawn.name)
        try:
            if drawn.is_picture:
                sent = await self.bot.send_photo(chat, file, caption=text, **common)
            else:
                sent = await self.bot.send_document(chat, file, caption=text, **common)
        except (BadRequest, InvalidToken) as error:
            if "chat not found" in error.message.lower():
                raise
            log.warning("file_refused", error=type(error).__name__)
            return ""
        return str(sent.message_id)

    async def edit(self, chat: str, message_id: str, message: Message) -> None:
        rows = keys.inline(message, chat, day_of(self.clock()), self.vault)
        try:
            await self.bot.edit_message_text(
                message.text, chat, int(message_id), parse_mode="HTML", reply_markup=rows
            )
        except BadRequest as error:
            if "not modified" not in error.message.lower():
                raise sorted_out(error) from error
        except Exception as error:
            raise sorted_out(error) from error
