"""A resident applies, asks how far it is, disagrees, tells of a change, or takes his words back."""

from dataclasses import replace

from bot.dialogue import draft_of
from bot.handlers.asking import inquiry_of
from bot.handlers.common import mine
from bot.message import Incoming, Message, Reply, reply
from bot.messages import danger, fill, resident
from core import appeals
from core.access import Who
from core.city import here
from core.clock import day_of
from core.counsel import (
    EnoughUnderWay,
    NowhereToGo,
    apply_for,
    erase,
    progress,
    report_change,
)
from core.counsel.job import after_a_job
from core.counsel.whereabouts import home_of, place_in
from core.language import Resident
from core.language.answers import of_a_job
from locales import tr


async def apply(said: Incoming) -> Reply:
    """[现在就申请] [好，请他来]: a number, a person who comes, nothing to run after."""
    arg = said.press.arg if said.press else ""
    draft = await draft_of(said)
    kept = int(arg) if arg.isdigit() else int(str(draft.get("kept") or 0))
    if not kept:
        return reply(resident.tell_first(mine(said).lang), awaits="ask_heard")
    return replace(await _apply(said, kept, _home(mine(said), said)), clear_buttons=True)


async def place(said: Incoming) -> Reply:
    """Where he lives, when nobody knew: a town and a village by the names people use."""
    draft, lang, found = await draft_of(said), mine(said).lang, place_in(said.text, here())
    if not found:
        text = fill("没找到这个地方。\n说镇街和村，比如「当湖街道东方社区」。", lang)
        return reply(text, awaits="ask_place", draft=draft)
    return await _apply(said, int(str(draft.get("kept") or 0)), found)


def _home(who: Who, said: Incoming) -> str:
    on = day_of(said.at)
    return next((d.area for d in who.duties if d.role == "resident" and d.holds(on)), "")


async def _apply(said: Incoming, kept: int, area: str) -> Reply:
    who, city, draft = mine(said), here(), await draft_of(said)
    try:
        case = await apply_for(who, kept, area, city, at=said.at)
    except NowhereToGo:
        text = fill("您住哪个镇、哪个村？\n比如「当湖街道东方社区」。", who.lang)
        return reply(text, awaits="ask_place", draft={**draft, "kept": kept})
    except EnoughUnderWay:
        return Reply(messages=(resident.enough_under_way(who.lang),), keep_question=True)
    told = resident.applied(case.number, case.visit_due, said.at, who.lang)
    return Reply(
        messages=(told,),
        awaits="ask_told",
        draft=draft,
        recorded={"case": case.number, "action": "apply"},
    )


async def status(said: Incoming) -> Reply:
    """“我的申请”: his own, step by step; nobody else's."""
    found = await progress(mine(said))
    return Reply(messages=(resident.status(found, said.at, mine(said).lang),), keep_question=True)


async def wrong(said: Incoming) -> Reply:
    """[我觉得不对]: his own words, passed on as they are."""
    text = fill("好，您说说哪里不对。\n我原样转给镇里，{days} 天内给您回话。", mine(said).lang,
                days=appeals.OFFICE_DAYS)  # fmt: skip
    draft = await draft_of(said)
    return reply(text, awaits="ask_wrong", draft=draft, clear_buttons=bool(said.press))


async def complaint(said: Incoming) -> Reply:
    """What he says is wrong goes to the town's office word for word, with the conversation."""
    who, inquiry = mine(said), await inquiry_of(said)
    words = "\n".join([*inquiry.texts[-6:], said.text])
    place = home_of(who, here(), words)
    helper = await appeals.complain(who, words, at=said.at, key=said.key, place=place)
    return Reply(messages=(resident.passed_on(helper, appeals.OFFICE_DAYS, who.lang),),
                 recorded={"complaint": True})  # fmt: skip


async def changed(said: Incoming, heard: Resident) -> Reply:
    """“儿子找到工作了”: people look again; nothing stops by itself."""
    who, inquiry = mine(said), (await inquiry_of(said)).heard(heard, said.text)
    area = _home(who, said)
    try:
        await report_change(who, inquiry, said.text, area, here(), at=said.at)
    except NowhereToGo:
        await appeals.ask_person(who, said.text, at=said.at, key=said.key)
    spared = None
    if of_a_job(said.text):
        spared = after_a_job(here().standards(day_of(said.at)), _wage(heard))
    return Reply(
        messages=(resident.change_noted(spared, who.lang),),
        recorded={"change": True},
    )


def _wage(heard: Resident) -> object:
    """Yuan a month of whoever found work, where it was told."""
    told = (one.get("person_income_month") for one in (heard.facts, *heard.others))
    return next((wage for wage in told if wage), None)


async def forget(said: Incoming) -> Reply:
    """“删掉”: gone, at once."""
    needed = await erase(mine(said), said.channel, said.chat, at=said.at)
    return Reply(messages=(Message(resident.deleted(needed, mine(said).lang)),))


async def person(said: Incoming) -> Reply:
    """[找人帮我]: somebody near calls back; the conversation goes along."""
    who, inquiry = mine(said), await inquiry_of(said)
    own = said.text if said.text.strip() != tr("找人帮我", who.lang) else ""
    told = "\n".join([*inquiry.texts[-6:], *([own] if own else [])])
    place = home_of(who, here(), told)
    helper = await appeals.ask_person(who, told, at=said.at, key=said.key, place=place)
    where = () if place else (danger.where_are_you(who.lang),)
    return Reply(
        messages=(resident.human(helper, who.lang), *where),
        awaits="" if place else "person_where",
        draft=None if place else {"inquiry": inquiry.to_json()},
        recorded={"handed_to": bool(helper)},
        toast=tr("马上来", who.lang) if said.press else "",
    )
