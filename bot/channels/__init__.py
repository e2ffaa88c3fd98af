"""One file per channel. A channel moves text, buttons and pictures; it never decides anything.

Sending fails in few ways, and what must follow differs: not sent (try again, unmarked), maybe sent
(try again, marked), told to wait, content refused, person out of reach. A channel sorts its
vendor's errors into these.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.message import Message

ANSWERED_WITHIN = 30.0  # seconds for one call, however slowly the answer drips


class SendFailed(Exception):
    """The message did not go out for sure."""


class NotSent(SendFailed):
    """It never left: connection refused, no route, no free connection. Try again, unmarked."""


class MaybeSent(SendFailed):
    """Nobody can tell whether it arrived: no answer, a broken one, a server error."""


class Wait(SendFailed):
    """The vendor asks us to wait *seconds* for this chat (or for all, when *chat_only* is false)."""

    def __init__(self, seconds: float, *, chat_only: bool = True) -> None:
        super().__init__(f"wait {seconds}s")
        self.seconds = seconds
        self.chat_only = chat_only


class OutOfReach(SendFailed):
    """This chat will never take it: blocked, deactivated, unknown."""


class Moved(SendFailed):
    """The group has a new id."""

    def __init__(self, chat: str) -> None:
        super().__init__("moved")
        self.chat = chat


class BadContent(SendFailed):
    """The vendor refuses this text or these buttons."""


class TokenRefused(SendFailed):
    """The vendor does not know us: the token is wrong or was taken back."""


@dataclass(frozen=True)
class Drawn:
    """A picture or document, drawn and ready to go."""

    name: str
    data: bytes
    is_picture: bool


class Channel(Protocol):
    """What the rest of the bot asks of a channel. *domestic*: messages stay in the country."""

    name: str
    domestic: bool

    async def send(self, chat: str, message: Message, drawn: Drawn | None) -> str:
        """Send; returns the vendor's id of the message."""
        ...

    async def edit(self, chat: str, message_id: str, message: Message) -> None:
        """Change a message in place; one that already reads so is fine; BadContent if it is gone."""
        ...
