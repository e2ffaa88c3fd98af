"""A resident asks what he may have: heard, confirmed, one question at a time, and the answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import draft_of
from bot.handlers.common import mine
from bot.message import Button, Incoming, Message, Reply, reply
from bot.messages import fill, verdicts
from bot.messages import heard as back
from bot.messages.whose import QUESTION, choices
from core.access import Who
from core.city import here
from core.clock import day_of
from core.counsel import Ask, Inquiry, look, remember
from core.counsel.answering import (
    NotUnderstood,
    maybe_monthly,
    question_named,
    read_answer,
)
from core.counsel.known import known_of
from core.language import Resident, understand_resident
from locales import tr

NAMED = ("eligibility", "policy_info", "apply")


async def inquiry_of(said: Incoming) -> Inquiry:
    """What this person told so far in this conversation."""
    draft = await draft_of(said)
    kept = draft.get("inquiry")
    return Inquiry.from_json(kept if isinstance(kept, dict) else None)


async def hear(said: Incoming, heard: Resident) -> Reply:
    """Circumstances of somebody: whose, where that is open; then said back, used when right."""
    if not heard.between or heard.contradictions:
        return await heard_out(said, heard)
    before = await inquiry_of(said)
    if (known := before.told.get("relation")) in heard.between:
        return await heard_out(said, understand_resident(said.text, about=known))
    lang = mine(said).lang
    draft = {"inquiry": before.to_json(), "whose": said.text}
    return reply(
        fill(QUESTION, lang), choices(heard.between, lang), awaits="ask_whose", draft=draft
    )


async def heard_out(said: Incoming, heard: Resident) -> Reply:
    """What was told, said back before it is used; what cannot both be true is asked about."""
    who, before = mine(said), await inquiry_of(said)
    inquiry = before.heard(heard, said.text)
    if heard.contradictions:
        return _contradiction(heard, inquiry, who.lang)
    told = back.facts_told(heard, who.lang, domestic=said.domestic)
    if not told:
        return await go_on(said, who, inquiry)
    rows = (
        Button(tr("对", who.lang), "heard_right", style="success"),
        Button(tr("有不对", who.lang), "heard_wrong"),
    )
    text = fill("我听到的是：\n\n{facts}\n\n对吗？", who.lang, facts=told)
    return reply(text, rows, awaits="ask_heard", draft={"inquiry": inquiry.to_json()})


def _contradiction(heard: Resident, inquiry: Inquiry, lang: str) -> Reply:
    """Two things that cannot both be true: he says which, we never choose."""
    question = heard.contradictions[0].question
    if lang == "en":
        question = tr("您前后说的对不上，再说一遍好吗？", lang)
    return Reply(
        messages=(Message(fill("{question}", lang, question=question)),),
        awaits="ask_heard",
        draft={"inquiry": inquiry.to_json()},
    )


async def right(said: Incoming) -> Reply:
    """[对]: on to the next question, or the answer."""
    return replace(await go_on(said, mine(said), await inquiry_of(said)), clear_buttons=True)


async def wrong(said: Incoming) -> Reply:
    """[有不对]: he says it again; what he says now goes before what we had."""
    inquiry = await inquiry_of(said)
    return Reply(
        messages=(Message(fill("哪里不对？\n直接说一遍对的就行。", mine(said).lang)),),
        awaits="ask_heard",
        draft={"inquiry": inquiry.to_json()},
        clear_buttons=True,
    )


async def more(said: Incoming) -> Reply:
    """[我再说说]: free words, added to what we know; questions may come again."""
    inquiry = await inquiry_of(said)
    return reply(
        fill("好，您慢慢说。", mine(said).lang),
        awaits="ask_heard",
        draft={"inquiry": replace(inquiry, asked=(), unsure=0).to_json()},
    )


async def go_on(said: Incoming, who: Who, inquiry: Inquiry) -> Reply:
    """The next question, or what the rules say; what was told is kept with the rules' versions."""
    city, on = here(), day_of(said.at)
    known = await known_of(who, city, on)
    found = look(inquiry, city.standards(on), known)
    if isinstance(found, Ask):
        return _ask(inquiry, found, city.called, who.lang)
    kept = await remember(who, inquiry, found, at=said.at)
    draft = {"inquiry": inquiry.to_json(), "kept": kept.id}
    first = found.first
    return Reply(
        messages=(verdicts.told(found, kept.id, who.lang),),
        awaits="ask_told",
        draft=draft,
        recorded={"rule": first.id, "verdict": first.verdict} if first else {"rule": None},
    )


def _ask(inquiry: Inquiry, found: Ask, city: str, lang: str) -> Reply:
    put = inquiry.put(found.next.key)
    asked: dict[str, Any] = {"name": found.next.question.name, "person": found.next.person}
    lost = "funeral" in inquiry.topics and not inquiry.asked
    sorry = (Message(fill("您节哀。", lang)),) if lost else ()
    return Reply(
        messages=(*sorry, verdicts.ask(found.next, city, lang)),
        awaits="ask_answer",
        draft={"inquiry": put.to_json(), "question": asked},
    )


async def answer(said: Incoming) -> Reply:
    """A tapped answer, or one in his own words; words that tell something else are heard as such."""
    who, draft, inquiry = mine(said), await draft_of(said), await inquiry_of(said)
    asked = draft.get("question")
    if not isinstance(asked, dict):
        return Reply(toast=tr("这一条答过了", who.lang)) if said.press else await hear_free(said)
    question = question_named(str(asked["name"]))
    words = _tapped(said, question.answers, who.lang) if said.press else said.text
    try:
        values = read_answer(question, words, question.text(city=here().called))
    except NotUnderstood:
        return await _something_else(said, who, draft)
    if (amount := maybe_monthly(question, values)) is not None:
        return _which_period(draft, values, amount, who.lang)
    done = inquiry.answered(values, int(asked["person"]), words)
    return replace(await go_on(said, who, done), clear_buttons=True)


async def is_answer(said: Incoming) -> bool:
    """Whether these words answer the question that is open."""
    asked = (await draft_of(said)).get("question")
    if not isinstance(asked, dict):
        return False
    question = question_named(str(asked["name"]))
    try:
        read_answer(question, said.text, question.text(city=here().called))
    except NotUnderstood:
        return False
    return True


def _which_period(
    draft: dict[str, object], values: Mapping[str, Any], amount: float, lang: str
) -> Reply:
    """“两千” for a year: asked whether a month was meant, never guessed."""
    text = fill("{amount} 元是一个月的，还是一年的？", lang, amount=f"{amount:g}")
    row = (
        Button(tr("一个月的", lang), "ask_period", arg="12"),
        Button(tr("一年的", lang), "ask_period", arg="1"),
    )
    return reply(text, row, awaits="ask_answer", draft={**draft, "amount": dict(values)})


async def period(said: Incoming) -> Reply:
    """[一个月的] [一年的]: the amount, for a year."""
    draft, times = await draft_of(said), int(said.press.arg if said.press else "1")
    asked, amount = draft.get("question"), draft.get("amount")
    if not isinstance(asked, dict) or not isinstance(amount, dict):
        return Reply(toast=tr("这一条答过了", mine(said).lang))
    values = {fact: _times(value, times) for fact, value in amount.items()}
    inquiry = await inquiry_of(said)
    done = inquiry.answered(values, int(asked["person"]), said.text)
    return replace(await go_on(said, mine(said), done), clear_buttons=True)


def _times(value: Any, times: int) -> Any:
    if isinstance(value, dict):
        return {end: _times(v, times) for end, v in value.items()}
    return value * times if isinstance(value, int | float) else value


def _tapped(said: Incoming, answers: Any, lang: str) -> str:
    arg = said.press.arg if said.press else "?"
    return answers[int(arg)].label(lang) if arg.isdigit() and int(arg) < len(answers) else "不清楚"


async def _something_else(said: Incoming, who: Who, draft: dict[str, object]) -> Reply:
    heard = understand_resident(said.text)
    if heard.facts or heard.others or heard.topics or heard.between:
        return await hear(said, heard)
    text = fill("我没太听懂。\n点一下按钮，或者说「不清楚」也行。", who.lang)
    return reply(text, awaits="ask_answer", draft=dict(draft))


async def hear_free(said: Incoming) -> Reply:
    return await hear(said, understand_resident(said.text))
