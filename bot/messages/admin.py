"""To who keeps the service running."""

from bot.message import Message
from bot.messages import fill


def safe_mode(times: int, lang: str) -> Message:
    """The service fell over again and again: what it does not do now, and how it goes on."""
    text = fill(
        "⚠️ 服务十分钟里倒了 {times} 次。\n先不发消息，活也先停着。\n请看日志，治好以后停一下再开。",
        lang, times=times,
    )  # fmt: skip
    return Message(text)
