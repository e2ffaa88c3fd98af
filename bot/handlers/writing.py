"""[回他一句]: a worker answers a resident through us, and the resident answers back."""

from bot.dialogue import draft_of
from bot.handlers.common import case_of, mine
from bot.message import Incoming, Message, Reply
from bot.messages import fill, writing
from core.access import NotAllowed, Who
from core.cases.doors import Case
from core.city import here
from core.counsel.told import is_told, told_in
from core.counsel.writing import turned_to, write
from locales import tr


async def begin(said: Incoming) -> Reply:
    """The next words go to whoever turned to us, or to the resident of this very case."""
    who = mine(said)
    other = await _other(said, who)
    return Reply(
        messages=(Message(fill("好，您说，我原样带过去。", who.lang)),),
        awaits="write_words",
        draft={"to": other},
    )


async def _other(said: Incoming, who: Who) -> int:
    arg = said.press.arg if said.press else ""
    if arg.isdigit():
        if not await turned_to(who, int(arg), at=said.at):
            raise NotAllowed
        return int(arg)
    told = await told_in(await case_of(said, "work_case"), who, here(), at=said.at)
    if told is None or not told.reachable:
        raise NotAllowed
    return told.resident


async def words(said: Incoming) -> Reply:
    """They are passed on as they are."""
    who, other = mine(said), (await draft_of(said)).get("to")
    if not isinstance(other, int):
        return Reply(toast=tr("按钮已失效", who.lang))
    to = await write(who, other, said.text, at=said.at, key=said.key)
    return Reply(
        messages=(Message(fill("带到了，{name}回话我告诉您。", who.lang, name=to.name)),),
        recorded={"wrote": to.handle},
    )


async def told_cards(said: Incoming, case: Case, who: Who) -> tuple[Message, ...]:
    """What the resident of this case told himself; the caller has asked for the right to see it."""
    told = await told_in(case, who, here(), at=said.at) if is_told(case) else None
    return (writing.card(case.number, told, who.lang),) if told else ()
