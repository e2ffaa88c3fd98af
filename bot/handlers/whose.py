"""A resident says whom he spoke of: 这是说谁？"""

from dataclasses import replace

from bot.dialogue import draft_of
from bot.handlers import asking
from bot.handlers.common import mine
from bot.message import Incoming, Reply
from bot.messages.whose import NOT_SURE
from core.language import understand_resident
from core.language.answers import not_sure, person
from locales import tr


async def whose(said: Incoming) -> Reply:
    """Tapped or said: what he told is read anew of that person; not known leaves it open."""
    words = (await draft_of(said)).get("whose")
    if not isinstance(words, str):
        return Reply(toast=tr("这一条答过了", mine(said).lang))
    about = _named(said)
    heard = understand_resident(words, about=about)
    told = replace(said, text=words)
    return replace(await asking.heard_out(told, heard), clear_buttons=True)


def is_named(said: Incoming) -> bool:
    """Whether these words say no more than whom, or that he does not know."""
    heard = understand_resident(said.text)
    more = heard.topics or heard.others or set(heard.facts) - {"relation"}
    return not_sure(said.text) or (not more and person(said.text) is not None)


def _named(said: Incoming) -> str | None:
    if said.press:
        return None if said.press.arg == NOT_SURE else said.press.arg
    return person(said.text)
