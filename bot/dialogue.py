"""A conversation without a vendor: who takes what somebody said, and what we asked last.

Order: a pressed button; a command or a word with a meaning of its own; an answer to our last
question; otherwise whatever the person's role makes of free words. A word of its own may interrupt
without losing the question. What we asked is stored, so any process may take the answer, after any
restart, on any channel.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from bot.message import Incoming, Reply
from core.store.mail import Talk

OPENER = re.compile(r"[^\s：:，,]+(?=[\s：:，,])")
Handler = Callable[[Incoming], Awaitable[Reply]]


@dataclass(frozen=True)
class Book:
    """Everything people can say to us."""

    presses: Mapping[str, Handler]
    words: Mapping[str, Handler]
    awaited: Mapping[str, Handler]
    free: Callable[[Incoming], Handler]
    strangers: Handler
    openers: tuple[str, ...] = ()  # fixed words that other words may follow: “找 鱼圻塘村”

    async def answer(self, said: Incoming) -> Reply:
        """Take one message and remember what we asked; inside the caller's transaction."""
        talk = await Talk.get_or_none(channel=said.channel, chat=_room(said))
        handler, said, spends_question = self._handler(said, talk)
        reply = await handler(said)
        await _remember(said, talk, reply, spends_question)
        return reply

    def _handler(self, said: Incoming, talk: Talk | None) -> tuple[Handler, Incoming, bool]:
        if said.who is None:
            return self.strangers, said, False
        if said.press:
            return self.presses.get(said.press.verb, self.strangers), said, False
        if word := self.words.get(first_word(said, self.openers).lower()):
            return word, said, False
        if talk and talk.awaits in self.awaited:
            return self.awaited[talk.awaits], replace(said, about=talk.about), True
        return self.free(said), said, False


def first_word(said: Incoming, openers: tuple[str, ...] = ()) -> str:
    """The command or fixed word a message consists of or begins with, else all of it."""
    text = said.text.strip()
    if text.startswith("/"):
        return text.split()[0].split("@")[0]
    first = OPENER.match(text)
    return first[0] if first and first[0].lower() in openers else text


def _room(said: Incoming) -> str:
    """In a group each person has a thread of his own."""
    return f"{said.chat}:{said.sender}" if said.group else said.chat


async def draft_of(said: Incoming) -> dict[str, object]:
    """What was said so far in this chat about our last question."""
    talk = await Talk.get_or_none(channel=said.channel, chat=_room(said))
    return dict(talk.draft) if talk and talk.draft else {}


def texts_of(draft: dict[str, object]) -> list[str]:
    """The sentences kept in a draft."""
    kept = draft.get("texts")
    return [str(text) for text in kept] if isinstance(kept, list) else []


async def _remember(said: Incoming, talk: Talk | None, reply: Reply, spent: bool) -> None:
    if not (reply.awaits or (talk and spent and not reply.keep_question)):
        return
    await Talk.update_or_create(
        channel=said.channel,
        chat=_room(said),
        defaults={
            "awaits": reply.awaits,
            "about": reply.about,
            "draft": reply.draft,
            "updated_at": said.at,
        },
    )
