"""Our buttons as the vendor's, each sealed for its chat and day."""

from datetime import date
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot import buttons
from bot.message import Button, Message
from core.privacy.vault import Vault


def markup(message: Message, chat: str, today: date, vault: Vault) -> Any:
    """Buttons under the message, or keys in place of the keyboard; None leaves things as they are."""
    if message.rows:
        return inline(message, chat, today, vault)
    if message.keyboard is None:
        return None
    if not message.keyboard:
        return ReplyKeyboardRemove()
    keys = [[KeyboardButton(key) for key in row] for row in message.keyboard]
    return ReplyKeyboardMarkup(keys, resize_keyboard=True, is_persistent=True)


def inline(message: Message, chat: str, today: date, vault: Vault) -> InlineKeyboardMarkup | None:
    rows = [[_button(b, chat, today, vault) for b in row] for row in message.rows]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button, chat: str, today: date, vault: Vault) -> InlineKeyboardButton:
    data = buttons.pack(button, chat, today, vault)
    return InlineKeyboardButton(button.label, callback_data=data, style=button.style or None)
