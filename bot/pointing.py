"""What may leave the country: the case number and that something waits, no more."""

from dataclasses import replace

from bot.message import Message
from bot.messages import fill
from core.store.mail import Outbox


def pointer(message: Message, row: Outbox) -> Message:
    """*message* as a foreign channel may carry it (docs/decisions/004)."""
    if not message.private and not message.picture:
        return message
    if message.picture and not message.private:
        return replace(message, picture=None)
    number = row.case.number if row.case else ""
    lang = row.account.lang if row.account else "zh"
    text = fill("<b>{number}</b>\n有一条给您的消息，请到单位的系统里看。", lang, number=number)
    return replace(message, text=text, picture=None)
