"""The command line as a channel: `jpf say` speaks through the same inbox as any phone."""

from datetime import datetime
from typing import Any

from bot.channels import Drawn
from bot.message import Incoming, Message, Press, Reply


class Console:
    """Nothing is sent anywhere: what is answered is read from the outbox by the caller."""

    name = "console"
    domestic = True

    def read(self, payload: dict[str, Any], key: str, at: datetime) -> Incoming | None:
        press = payload.get("press")
        text = payload.get("text", "")
        return Incoming(
            channel=self.name,
            chat=payload["chat"],
            sender=payload["chat"],
            key=key,
            at=at,
            text=text,
            code=text.partition(" ")[2].strip() if text.startswith("/start ") else "",
            press=Press(**press) if press else None,
            about=payload.get("about", ""),
            attachment=payload.get("attachment", ""),
            file=payload.get("file", ""),
            place=tuple(payload["place"]) if payload.get("place") else None,
        )

    async def acknowledge(self, said: Incoming, reply: Reply) -> None:
        """The caller prints the toast."""

    async def send(self, chat: str, message: Message, drawn: Drawn | None) -> str:
        return ""

    async def edit(self, chat: str, message_id: str, message: Message) -> None:
        """Nothing to edit: the caller reads the newest state."""
