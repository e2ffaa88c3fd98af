"""Telegram through python-telegram-bot, and every server that speaks its Bot API.

Foreign by default: such a channel carries pointers only (docs/decisions/004). The demo's own server
on this machine is domestic. Updates are handed on raw; nothing is confirmed before it is stored.
"""

import asyncio
import hmac
import json
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

import httpx
import structlog
from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot import buttons
from bot.channels import (
    BadContent,
    Drawn,
    MaybeSent,
    Moved,
    NotSent,
    OutOfReach,
    SendFailed,
    TokenRefused,
    Wait,
)
from bot.message import Button, Incoming, Message, Press, Reply
from bot.pace import Pace
from core.clock import Clock, day_of
from core.privacy.vault import Vault
from core.store.database import passing
from locales import language, tr

log = structlog.get_logger()
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
NO_UPDATE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
COMMANDS = (("today", "手上的事"), ("help", "怎么用"))
EDIT_TRIES = 8
KINDS = ["message", "callback_query", "my_chat_member"]
Updates = list[tuple[str, str, dict[str, Any]]]
Stored = Callable[[Updates], Awaitable[None]]


class Telegram:
    """One bot on one API root, e.g. the demo's http://127.0.0.1:8765."""

    name = "telegram"

    def __init__(
        self, token: str, vault: Vault, clock: Clock, *, root: str = "", domestic: bool = False
    ) -> None:
        self.domestic = domestic
        self.pace = Pace()  # the sender's, where it runs in this process
        self.vault, self.clock = vault, clock
        trust = {"trust_env": not root.startswith(("http://127.", "http://localhost"))}
        settings: dict[str, Any] = {"httpx_kwargs": trust, "read_timeout": 10, "connect_timeout": 5}
        root = root or "https://api.telegram.org"
        self.bot = Bot(
            token,
            request=HTTPXRequest(connection_pool_size=16, **settings),
            get_updates_request=HTTPXRequest(connection_pool_size=2, **settings),
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
                    offset=offset, timeout=20, allowed_updates=KINDS
                )
                await store([self._raw(update) for update in updates])
                offset = updates[-1].update_id + 1 if updates else offset
                pause = 0.0 if updates else 0.2
            except RetryAfter as error:
                pause = float(error.retry_after if isinstance(error.retry_after, int) else 5)
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
                return web.Response(status=403)
            if request.content_type != "application/json":
                return web.Response(status=415)
            try:
                payload = json.loads(await request.read())
                updates = [_keyed(payload)]
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
        return _keyed(update.to_dict())

    def read(self, payload: dict[str, Any], key: str, at: datetime) -> Incoming | None:
        """One update as what a person did; None for what means nothing to us."""
        update = Update.de_json(payload, self.bot)
        if update.callback_query and update.callback_query.message:
            return self._read_press(update, key, at)
        message = update.message
        if message is None or message.from_user is None or message.from_user.is_bot:
            return None
        text = message.text or message.caption or ""
        place = message.location
        return Incoming(
            channel=self.name,
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
            domestic=self.domestic,
        )

    def _read_press(self, update: Update, key: str, at: datetime) -> Incoming:
        query = update.callback_query
        assert query is not None and query.message is not None
        chat, message_id = str(query.message.chat.id), str(query.message.message_id)
        try:
            said = buttons.unpack(query.data or "", chat, day_of(at), self.vault)
        except (buttons.BadButton, ValueError):
            said = Press("bad_button", "")
        press = Press(said.verb, said.about, said.arg, message_id, query.id)
        return Incoming(
            channel=self.name,
            chat=chat,
            sender=str(query.from_user.id),
            key=key,
            at=at,
            press=press,
            message_id=message_id,
            lang=language(query.from_user.language_code),
            group=query.message.chat.id < 0,
            domestic=self.domestic,
        )

    async def fetch(self, remote: str) -> bytes:
        """A file somebody sent, by the id it came with."""
        file = await self.bot.get_file(remote)
        return bytes(await file.download_as_bytearray())

    async def acknowledge(self, said: Incoming, reply: Reply) -> None:
        """Stop the spinner with words, react, take spent buttons away; all best effort."""
        try:
            if said.press:
                await self.bot.answer_callback_query(said.press.query, text=reply.toast or None)
                if reply.clear_buttons and await self._may_edit(said.chat):
                    await self.bot.edit_message_reply_markup(
                        said.chat, int(said.press.message_id), reply_markup=None
                    )
                    self.pace.ended(said.chat, time.monotonic())
            elif reply.react:
                await self.bot.set_message_reaction(said.chat, int(said.message_id), reply.react)
        except (TelegramError, TypeError) as error:
            log.info("acknowledge_failed", error=type(error).__name__)

    async def _may_edit(self, chat: str) -> bool:
        """Taking spent buttons away counts towards the limits too; it waits a little, or is left."""
        for _ in range(EDIT_TRIES):
            now = time.monotonic()
            if (wait := self.pace.wait_for(chat, now)) <= 0:
                self.pace.sent(chat, now)
                return True
            await asyncio.sleep(wait + 0.05)
        return False

    # ---- what goes out

    async def send(self, chat: str, message: Message, drawn: Drawn | None) -> str:
        """Send; returns the message id. Raises one of bot.channels' failures."""
        markup = self._markup(message, chat)
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
        rows = self._inline(message, chat)
        try:
            await self.bot.edit_message_text(
                message.text, chat, int(message_id), parse_mode="HTML", reply_markup=rows
            )
        except BadRequest as error:
            if "not modified" not in error.message.lower():
                raise sorted_out(error) from error
        except Exception as error:
            raise sorted_out(error) from error

    def _markup(self, message: Message, chat: str) -> Any:
        if message.rows:
            return self._inline(message, chat)
        if message.keyboard is None:
            return None
        if not message.keyboard:
            return ReplyKeyboardRemove()
        keys = [[KeyboardButton(key) for key in row] for row in message.keyboard]
        return ReplyKeyboardMarkup(keys, resize_keyboard=True, is_persistent=True)

    def _inline(self, message: Message, chat: str) -> InlineKeyboardMarkup | None:
        today = day_of(self.clock())
        rows = [[self._button(b, chat, today) for b in row] for row in message.rows]
        return InlineKeyboardMarkup(rows) if rows else None

    def _button(self, button: Button, chat: str, today: date) -> InlineKeyboardButton:
        data = buttons.pack(button, chat, today, self.vault)
        return InlineKeyboardButton(button.label, callback_data=data, style=button.style or None)


def sorted_out(error: Exception) -> SendFailed:
    """Which of our few failures a vendor's error is; BadRequest and TimedOut are NetworkErrors."""
    why = type(error).__name__
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return Wait(float(after if isinstance(after, int) else after.total_seconds()))
    if isinstance(error, Forbidden):
        return OutOfReach(why)
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, InvalidToken):
        return TokenRefused(why)
    if isinstance(error, BadRequest):
        gone = "chat not found" in error.message.lower()
        return OutOfReach(why) if gone else BadContent(error.message[:80])
    if isinstance(error, NetworkError) and isinstance(error.__cause__, NEVER_LEFT):
        return NotSent(why)
    return MaybeSent(why)


def _keyed(payload: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
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
