"""The people's hands in the told story: find the button on the phone, press it, type a sentence."""

from dataclasses import dataclass
from typing import Any

from demo.botapi import BotApi
from demo.botapi.keyboards import buttons
from demo.stage import Stage


class NotThere(Exception):
    """The story expected something on a phone that is not there."""


@dataclass
class Hands:
    """One person's hands; every act waits until the bot has answered everything."""

    stage: Stage
    user: int

    @property
    def api(self) -> BotApi:
        return self.stage.api

    async def say(self, text: str, chat: int | None = None) -> None:
        self.api.human(self.user).say(text, chat)
        await self.stage.heard()

    async def press(self, label: str, chat: int | None = None, *, about: str = "") -> None:
        """Press the newest button with this label under a message about that case; NotThere."""
        room = self.api.rooms[chat or self.user]
        for number in sorted(room.messages, reverse=True):
            message = room.messages[number]
            found = buttons(message.get("reply_markup"))
            if any(b.get("text") == label for b in found) and about in str(message.get("text")):
                self.api.human(self.user).press(number, label, chat)
                await self.stage.heard()
                return
        raise NotThere(f"没有“{label}”这个按钮")

    def sees(self, words: str, chat: int | None = None) -> dict[str, Any]:
        """The newest message with these words on the phone; NotThere otherwise."""
        room = self.api.rooms[chat or self.user]
        for number in sorted(room.messages, reverse=True):
            message = room.messages[number]
            if words in (message.get("text") or message.get("caption") or ""):
                return dict(message)
        raise NotThere(f"手机上没有“{words}”")
