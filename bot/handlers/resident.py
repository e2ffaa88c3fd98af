"""What a resident says in free words: danger first, then what he wants of us."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.dialogue import Handler
from bot.handlers import applying, asking
from bot.handlers.common import mine
from bot.message import Incoming, Message, Reply
from bot.messages import resident
from core import accounts
from core.city import here
from core.clock import day_of
from core.counsel.answering import ASKS, THANKS, agrees
from core.counsel.danger import raise_alarm
from core.language import Resident, understand_resident
from locales import tr

MEANT = ("crisis", "human", "eligibility", "policy_info", "apply", "complaint", "update_info")


async def hello(said: Incoming) -> Reply:
    lang = mine(said).lang
    return Reply(messages=(resident.hello(lang),))


async def words(said: Incoming) -> Reply:
    """Free words, by what they want; a question of ours may be open."""
    heard = understand_resident(said.text)
    if heard.intent == "crisis":
        return await _danger(said, heard)
    return await _by_intent(said, heard)


def safely(handler: Handler) -> Handler:
    """An answer to a question of ours that turns out to be a cry is heard as a cry."""

    async def heard(said: Incoming) -> Reply:
        understood = understand_resident(said.text)
        if understood.intent == "crisis":
            return await _danger(said, understood)
        return await handler(said)

    return heard


async def confirming(said: Incoming) -> Reply:
    """What comes after “is that right?”: yes, no, or more of it."""
    agreed = agrees(said.text)
    if agreed is not None:
        return await (asking.right(said) if agreed else asking.wrong(said))
    return await words(said)


WANTS: Mapping[str, Callable[[Incoming, Resident], Awaitable[Reply]]] = {
    "human": lambda said, _: applying.person(said),
    "complaint": lambda said, _: applying.complaint(said),
    "update_info": applying.changed,
    "progress": lambda said, _: applying.status(said),
}


async def _by_intent(said: Incoming, heard: Resident) -> Reply:
    lang, told = mine(said).lang, bool(heard.facts or heard.others or heard.topics)
    if "intent" in heard.uncertain and not told:
        return Reply(messages=(resident.tell_more(lang),), awaits="ask_heard")
    if wanted := WANTS.get(heard.intent):
        return await wanted(said, heard)
    if heard.topics == ("other",) or (heard.intent == "greeting_or_other" and not heard.topics):
        return _outside(said, lang)
    if heard.intent == "policy_info" and not heard.facts:
        return await asking.about_policy(said, heard)
    return await asking.hear(said, heard)


def _outside(said: Incoming, lang: str) -> Reply:
    """A greeting, a thank-you, or a matter that is not assistance."""
    if ASKS.search(said.text):
        return Reply(messages=(resident.elsewhere(lang),), awaits="ask_heard")
    if THANKS.search(said.text):
        return Reply(messages=(resident.welcome(lang),))
    return Reply(messages=(resident.hello(lang),), awaits="ask_heard")


async def _danger(said: Incoming, heard: Resident) -> Reply:
    """One sentence, a person, the number to call; where somebody may read along, no word of it."""
    who = mine(said)
    home = next(
        (d.area for d in who.duties if d.role == "resident" and d.holds(day_of(said.at))), ""
    )
    helper = await raise_alarm(who, heard.crisis, said.text, home, here(), at=said.at, key=said.key)
    told = resident.danger(heard.crisis, helper, here().settings.get("hotlines", {}), who.lang)
    return Reply(messages=told, recorded={"crisis": True})


async def guest(said: Incoming) -> Reply | None:
    """Somebody nobody has introduced asks for help: heard as anybody; None for other words."""
    if said.group or said.press or not said.text.strip():
        return None
    heard = understand_resident(said.text)
    if heard.intent not in MEANT and not heard.facts:
        return None
    who = await accounts.guest(said.channel, said.chat, said.lang, at=said.at)
    reply = await words(replace(said, who=who))
    privacy = () if heard.intent == "crisis" else (resident.privacy(who.lang),)
    return replace(reply, messages=(*reply.messages, *privacy))


async def can_i(said: Incoming) -> Reply:
    """[能不能申请]: tell me how things are."""
    return Reply(messages=(Message(resident.tell_first(mine(said).lang)),), awaits="ask_heard")


async def voice(said: Incoming) -> Reply:
    """A voice message or a picture: kept, a person looks at it."""
    reply = await applying.person(replace(said, text=tr("（发来一段语音或照片）", "zh")))
    return replace(reply, messages=(resident.listened(mine(said).lang), *reply.messages[1:]))
