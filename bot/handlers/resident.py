"""What a resident says in free words: danger first, then what he wants of us."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.dialogue import Handler, draft_of
from bot.handlers import applying, asking, reasons, whose
from bot.handlers.common import mine
from bot.message import Incoming, Message, Reply
from bot.messages import danger, resident
from core import accounts
from core.city import here
from core.counsel import over_limit
from core.counsel.counters import counter_for
from core.counsel.danger import SHARED_PHONE, raise_alarm
from core.counsel.whereabouts import home_of, place_in
from core.language import Resident, understand_resident
from core.language.answers import agrees, asks, changed, thanks
from core.language.asides import asks_why, money_missing, pries
from locales import tr

ASIDES = ("human", "complaint", "progress")
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


async def located(said: Incoming) -> Reply:
    """Where a guest lives who wants a person; anything else is heard as it is."""
    return await (applying.person(said) if place_in(said.text, here()) else words(said))


async def confirming(said: Incoming) -> Reply:
    """What comes after “is that right?”: yes, no, or more of it."""
    agreed = agrees(said.text)
    if agreed is not None:
        return await (asking.right(said) if agreed else asking.wrong(said))
    heard = understand_resident(said.text)
    corrects = heard.intent == "update_info" and heard.facts and not changed(said.text)
    return await (asking.hear(said, heard) if corrects else words(said))


async def telling_whose(said: Incoming) -> Reply:
    """An answer to “whom is this about?”; words that name nobody are heard as they are."""
    return await (whose.whose(said) if whose.is_named(said) else words(said))


async def answering(said: Incoming) -> Reply:
    """An answer to our question; who asks for a person or how far things are is heard as that."""
    heard = understand_resident(said.text)
    aside = heard.intent in ASIDES and not said.press and not await asking.is_answer(said)
    return await (_by_intent(said, heard) if aside else asking.answer(said))


WANTS: Mapping[str, Callable[[Incoming, Resident], Awaitable[Reply]]] = {
    "human": lambda said, _: applying.person(said),
    "complaint": lambda said, _: applying.complaint(said),
    "update_info": lambda said, heard: _change(said, heard),
    "progress": lambda said, _: _how_far(said),
}


async def _how_far(said: Incoming) -> Reply:
    """How far an application is; money that did not come is looked up by the town."""
    looked_up = money_missing(said.text)
    return await (applying.complaint(said) if looked_up else applying.status(said))


async def _change(said: Incoming, heard: Resident) -> Reply:
    """What changed is noted, and a question told along with it is answered."""
    noted = await applying.changed(said, heard)
    if not (heard.topics and asks(said.text)):
        return noted
    answer = await asking.hear(said, heard)
    told = (*answer.messages[:-1], *noted.messages, *answer.messages[-1:])
    return replace(answer, messages=told, recorded={**noted.recorded, **answer.recorded})


async def _by_intent(said: Incoming, heard: Resident) -> Reply:
    lang, told = mine(said).lang, bool(heard.facts or heard.others or heard.topics or heard.between)
    if pries(said.text):
        return Reply(messages=(resident.not_of_others(lang),), awaits="ask_heard")
    if asks_why(said.text) and (because := await reasons.why(said)):
        return because
    if "intent" in heard.uncertain and not told:
        if counter_for(said.text):
            return _outside(said, lang)
        return Reply(messages=(resident.tell_more(lang),), awaits="ask_heard")
    if wanted := WANTS.get(heard.intent):
        return await wanted(said, heard)
    if _is_outside(said, heard):
        return _outside(said, lang)
    if heard.intent == "policy_info" and not heard.facts:
        return await reasons.about_policy(said, heard)
    return await asking.hear(said, heard)


def _is_outside(said: Incoming, heard: Resident) -> bool:
    """Whether it is no matter of assistance: said so, or a counter is named and no need."""
    if heard.intent == "greeting_or_other":
        return not heard.topics or "other" in heard.topics or bool(counter_for(said.text))
    return heard.topics == ("other",)


def _outside(said: Incoming, lang: str) -> Reply:
    """A greeting, a thank-you, or a matter that is not assistance."""
    counter = counter_for(said.text)
    if counter or asks(said.text):
        return Reply(messages=(resident.elsewhere(counter, lang),), awaits="ask_heard")
    if thanks(said.text):
        return Reply(messages=(resident.welcome(lang),))
    return Reply(messages=(resident.hello(lang),), awaits="ask_heard")


async def _danger(said: Incoming, heard: Resident) -> Reply:
    """One sentence, a person, the number to call; where somebody may read along, no word of it."""
    who, city = mine(said), here()
    home = home_of(who, city, said.text)
    helper = await raise_alarm(who, heard.crisis, said.text, home, city, at=said.at, key=said.key)
    told = danger.danger(heard.crisis, helper, city.settings.get("hotlines", {}), who.lang)
    if home or heard.crisis[:1] in [(kind,) for kind in SHARED_PHONE]:
        return Reply(messages=told, recorded={"crisis": True})
    return Reply(
        messages=(*told, danger.where_are_you(who.lang)),
        awaits="danger_where",
        draft={"kinds": list(heard.crisis), "words": said.text},
        recorded={"crisis": True},
    )


async def found_at(said: Incoming) -> Reply:
    """Where somebody in danger is, or more of his words: both go to who comes."""
    who, city, before = mine(said), here(), await draft_of(said)
    kinds = before.get("kinds")
    kind_of = tuple(str(kind) for kind in kinds) if isinstance(kinds, list) else ()
    place, words = home_of(who, city, said.text), f"{before.get('words') or ''}\n{said.text}"
    helper = await raise_alarm(who, kind_of, words, place, city, at=said.at, key=said.key)
    return Reply(messages=(danger.told_at_once(helper, who.lang),), recorded={"crisis": True})


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


def within(handler: Handler) -> Handler:
    """*handler*, for a guest only so often an hour; a cry for help is heard however often."""

    async def heard(said: Incoming) -> Reply:
        who = mine(said)
        over = await over_limit(who, said.channel, said.chat, key=said.key, at=said.at)
        if not over or understand_resident(said.text).intent == "crisis":
            return await handler(said)
        lang = who.lang
        if said.press:
            return Reply(toast=tr("先歇一歇，过一小时再问", lang), keep_question=True)
        told = (resident.rest_a_while(lang),) if over == 1 else ()
        return Reply(messages=told, keep_question=True)

    return heard


async def can_i(said: Incoming) -> Reply:
    """[能不能申请]: tell me how things are."""
    return Reply(messages=(Message(resident.tell_first(mine(said).lang)),), awaits="ask_heard")


async def voice(said: Incoming) -> Reply:
    """A voice message or a picture: kept, a person looks at it."""
    reply = await applying.person(replace(said, text=tr("（发来一段语音或照片）", "zh")))
    return replace(reply, messages=(resident.listened(mine(said).lang), *reply.messages[1:]))
