"""To somebody who introduces himself."""

from bot.message import Message
from bot.messages import fill


def welcome(name: str, area: str, lang: str) -> Message:
    return Message(
        fill("{name}，绑好了。\n您管<b>{area}</b>，有事我来找您。", lang, name=name, area=area)
    )


def bad_code(lang: str) -> Message:
    return Message(fill("这个链接用过了，或者过期了。\n请找给您链接的人再要一个。", lang))


def stranger(lang: str) -> Message:
    return Message(
        fill(
            "您好，我还不认识您。\n家里有难处，直接跟我说。\n来上班的，请点管理员发给您的链接。",
            lang,
        )
    )


def not_yours(lang: str) -> Message:
    """The same words whether it does not exist or belongs to others."""
    return Message(fill("没有找到这一件。\n可能已经转给别人了。", lang))


def not_understood(lang: str) -> Message:
    return Message(fill("我没太听懂。\n您换个说法，或者发「待办」看看手上的事。", lang))


def busy(lang: str) -> Message:
    return Message(fill("我这边慢了一点，您的话没丢。\n一会儿就回您。", lang))
