"""A resident tells what is hard at home; danger first, then a person who will come."""

from bot.dialogue import draft_of, texts_of
from bot.handlers.common import mine
from bot.message import Button, Incoming, Reply, reply
from bot.messages import fill, resident
from core import appeals
from core.language import understand_resident
from locales import tr


async def hello(said: Incoming) -> Reply:
    lang = mine(said).lang
    return Reply(messages=(resident.hello(lang),))


async def words(said: Incoming) -> Reply:
    """Free words: danger before everything; otherwise what we heard, to be confirmed."""
    who = mine(said)
    heard = understand_resident(said.text)
    if heard.intent == "crisis":
        helper = await appeals.urgent(who, said.text, at=said.at, key=said.key)
        return Reply(messages=(resident.urgent(helper, who.lang),), recorded={"crisis": True})
    if heard.intent == "human" or said.text.strip() == tr("找人帮我", who.lang):
        return await person(said)
    facts = resident.heard(heard, who.lang)
    if not facts:
        return Reply(messages=(resident.tell_more(who.lang),), awaits="resident_words")
    rows = (
        Button(tr("对", who.lang), "heard_right", style="success"),
        Button(tr("有不对", who.lang), "heard_wrong"),
    )
    text = fill("我听到的是：\n\n{facts}\n\n对吗？", who.lang, facts=facts)
    return reply(text, rows, awaits="resident_words", draft={"texts": [said.text]})


async def person(said: Incoming) -> Reply:
    """[找人帮我]: the grid worker of the place calls back; the words go along."""
    who = mine(said)
    before = texts_of(await draft_of(said))
    told = "。".join([*before, said.text] if said.text else before)
    helper = await appeals.ask_person(who, told, at=said.at, key=said.key)
    return Reply(messages=(resident.human(helper, who.lang),), recorded={"handed_to": bool(helper)})


async def right(said: Incoming) -> Reply:
    """[对]: what was heard goes to a person who knows the rules and the place."""
    return await person(said)


async def wrong(said: Incoming) -> Reply:
    return reply(fill("哪里不对？\n直接说一遍对的就行。", mine(said).lang), awaits="resident_words")
