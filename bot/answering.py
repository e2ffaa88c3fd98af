"""Answer one thing somebody did: who is it, what does the book say; the answer lies in the outbox.

What was refused is in the trail, and the answer tells nothing of it. Inside the caller's transaction.
"""

from dataclasses import replace

from bot.dialogue import Book
from bot.handlers.common import number_in
from bot.message import BAD_BUTTON, Incoming, Message, Reply
from bot.messages import enrol
from core import accounts, outbox, tracing
from core.access import NotAllowed, Who
from core.safety import refusals
from locales import tr


async def answer(book: Book, said: Incoming, cause: int) -> Reply:
    """Who is it, what does the book say, leave the answer in the outbox."""
    with tracing.request(f"{tracing.FROM_CHAT}{cause}"):
        return await _answer(book, said, cause)


async def _answer(book: Book, said: Incoming, cause: int) -> Reply:
    who = said.who or await accounts.in_chat(said.channel, said.sender)
    said = replace(said, who=who, lang=who.lang if who else said.lang)
    try:
        reply = await book.answer(said)
        if said.press and said.press.verb == BAD_BUTTON:
            await _forged(who, said)
    except NotAllowed:
        reply = refusal(said)
        await _refused(said)
    await _leave(said, reply, cause)
    return reply


async def _refused(said: Incoming) -> None:
    """Who tried what is known afterwards; the answer told nothing."""
    door = "press" if said.press else "words"
    about = said.press.about if said.press else number_in(said.text) or said.about
    if said.who:
        await refusals.refused(said.who, door, about, at=said.at)


async def _forged(who: Who | None, said: Incoming) -> None:
    """A button nobody made for this chat, or one too old."""
    if who:
        await refusals.refused(who, "button", "", at=said.at)
    else:
        refusals.count("button", "stranger")


def refusal(said: Incoming) -> Reply:
    """The same words for not yours and not there."""
    if said.press:
        return Reply(toast=tr("没有找到这一件", said.lang))
    return Reply(messages=(enrol.not_yours(said.lang),))


async def _leave(said: Incoming, reply: Reply, cause: int) -> None:
    for number, message in enumerate(reply.messages):
        await _leave_one(said, message, f"{said.channel}:{said.key}:{number}", cause)


async def _leave_one(said: Incoming, message: Message, dedup: str, cause: int) -> None:
    await outbox.answer(
        said.who.id if said.who else None,
        message.to_json(),
        dedup=dedup[:160],
        at=said.at,
        channel=said.channel,
        chat=said.chat,
        cause=cause,
    )
