"""What we say, without a vendor: text, buttons, a picture. And what was said to us."""

import html
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from core.access import Who

BAD_BUTTON = "bad_button"  # what a press says that nobody made for this chat, or that is too old


@dataclass(frozen=True)
class Button:
    """A decision to tap. *about* is a case number, *arg* one short word more."""

    label: str
    verb: str
    about: str = ""
    arg: str = ""
    style: str = ""


@dataclass(frozen=True)
class Message:
    """One message. *text* is HTML that a chat can show: every value in it was escaped.

    *keyboard* replaces the row of typed answers under the input (None leaves it, () removes it).
    *picture* names what to draw when it is sent: {"kind": "card", "case": ...}. *private*: names or
    circumstances of a family; a channel that leaves the country sends a pointer instead.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] | None = None
    picture: dict[str, Any] | None = None
    file_name: str = ""
    silent: bool = False
    protect: bool = False
    private: bool = False

    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Message":
        rows = tuple(tuple(Button(**b) for b in row) for row in raw["rows"])
        keyboard = raw.get("keyboard")
        return replace(
            cls(**{**raw, "rows": ()}),
            rows=rows,
            keyboard=None if keyboard is None else tuple(tuple(row) for row in keyboard),
        )


@dataclass(frozen=True)
class Press:
    """A tapped button: what it said, which message it stood under."""

    verb: str
    about: str
    arg: str = ""
    message_id: str = ""
    query: str = ""


@dataclass(frozen=True)
class Incoming:
    """One thing one person did in one chat. *key* is unique for it, whatever is repeated."""

    channel: str
    chat: str
    sender: str
    key: str
    at: datetime
    who: Who | None = None
    text: str = ""
    press: Press | None = None
    code: str = ""  # what came with /start
    place: tuple[float, float] | None = None
    attachment: str = ""  # photo, voice, document, sticker ...
    file: str = ""  # the vendor's name of a picture that came along
    message_id: str = ""
    lang: str = "zh"
    group: bool = False
    domestic: bool = True
    about: str = ""  # what our last question was about, or the case it was sent under
    moved_to: str = ""  # nobody spoke: the group itself has this new id


@dataclass(frozen=True)
class Reply:
    """What we answer in that chat. *awaits* names who takes the next message, *draft* is kept."""

    messages: tuple[Message, ...] = ()
    toast: str = ""
    react: str = ""
    awaits: str = ""
    about: str = ""
    draft: dict[str, Any] | None = None
    keep_question: bool = False
    clear_buttons: bool = False
    recorded: dict[str, Any] = field(default_factory=dict)


def reply(text: str, *rows: tuple[Button, ...], **more: Any) -> Reply:
    """A reply of one message; the rest as for Reply."""
    keyboard = more.pop("keyboard", None)
    return Reply(messages=(Message(text, rows=rows, keyboard=keyboard),), **more)


def plain(text: str) -> str:
    """An HTML message as plain words."""
    out, inside = [], False
    for character in text:
        if character in "<>":
            inside = character == "<"
        elif not inside:
            out.append(character)
    return html.unescape("".join(out))
