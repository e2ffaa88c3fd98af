"""What may leave the country: the case number and that something waits, no more."""

from dataclasses import replace

from bot.message import Message
from bot.messages import fill
from core.store.mail import Outbox


def pointer(message: Message, row: Outbox) -> Message:
    """*message* as a foreign channel may carry it (docs/decisions/004).

    The buttons of a private message go too: their words may be names, and nobody can tap an answer
    to what is not told.
    """
    if not message.private:
        return replace(message, picture=None) if message.picture else message
    number = row.case.number if row.case else ""
    lang = row.account.lang if row.account else "zh"
    text = fill("<b>{number}</b>\n有一条给您的消息，请到单位的系统里看。", lang, number=number)
    keyboard = () if message.keyboard else message.keyboard
    return replace(message, text=text, rows=(), keyboard=keyboard, picture=None)
