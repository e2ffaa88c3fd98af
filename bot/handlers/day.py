"""Everybody's day: what is to be done, find something, note something, how to use this.

Commands and plain words do the same: /today is 今天, /find is 找, /note is 记一笔, /help is 帮助.
"""

import re

from bot.dialogue import draft_of, texts_of
from bot.handlers import morning, roster, visit, whistle
from bot.handlers.common import case_of, mine, number_in
from bot.message import Incoming, Reply, reply
from bot.messages import day as words
from bot.messages import resident
from core.access import Who
from core.cases.doors import Case, open_calls_of, open_cases_of
from core.cases.notes import note as keep_note
from core.cases.promises import to_go
from core.city import here
from core.clock import day_of
from core.desk.finding import find as look_for
from core.desk.lists import Wanted, listed
from core.desk.walking import walked

WORKERS = ("grid", "office")
SPLIT = re.compile(r"[\s：:，,]+")


def role_of(who: Who, said: Incoming) -> str:
    """The role that answers here: who goes to families first, then who is responsible."""
    roles = who.roles(day_of(said.at))
    if roles & set(WORKERS):
        return "grid"
    known = (role for role in ("supervisor", "department", "resident") if role in roles)
    return next(known, "other")


async def today(said: Incoming) -> Reply:
    """/today: the worker's walk, the supervisor's morning, a unit's whistles."""
    who = mine(said)
    role = role_of(who, said)
    if role == "supervisor":
        return await morning.today(said)
    if role == "grid":
        walk, waiting = await walk_of(who, said)
        rounds = await roster.counts(who, said.at)
        told = words.today(who.name, walk, waiting, here(), who.lang, said.at, who.id, rounds)
        return Reply(messages=(told,), keep_question=True)
    if role == "resident":
        return Reply(messages=(resident.hello(who.lang),), keep_question=True)
    return await whistle.todo(said)


async def todo(said: Incoming) -> Reply:
    """“待办”: everything in hand, waiting or not; a unit's whistles."""
    if role_of(mine(said), said) == "grid":
        return await visit.todo(said)
    return await today(said)


async def asked(said: Incoming) -> Reply:
    """A supervisor's free words: a case or a place he names, else his morning."""
    who, text = mine(said), said.text.strip()
    cases = await look_for(who, text, here(), at=said.at) if len(text) > 1 else []
    if not cases:
        return await morning.today(said)
    return Reply(messages=(words.found(text, cases, here(), "look", who.lang),))


async def walk_of(who: Who, said: Incoming) -> tuple[list[Case], int]:
    """The families to go to in walking order, and how many wait for somebody else."""
    go, waiting = await to_go(who, at=said.at)
    return walked(go, here()), waiting


async def find(said: Incoming) -> Reply:
    """/find with some words: cases that fit, as far as this person may see them."""
    who, asked = mine(said), _rest(said.text)
    if not asked:
        return reply(words.ask_what_to_find(who.lang), awaits="find")
    return await found(said, asked)


async def found(said: Incoming, asked: str = "") -> Reply:
    who, text = mine(said), asked or said.text.strip()
    cases = await look_for(who, text, here(), at=said.at)
    verb = "look" if role_of(who, said) == "supervisor" else "open"
    return Reply(messages=(words.found(text, cases, here(), verb, who.lang),))


async def note(said: Incoming) -> Reply:
    """/note with some words: kept with the family meant, or asked which one."""
    who, told = mine(said), _rest(said.text)
    if not told:
        return reply(words.ask_note(who.lang), awaits="note", about=said.about)
    return await noted(said, told)


async def noted(said: Incoming, told: str = "") -> Reply:
    who, text = mine(said), told or said.text.strip()
    number = number_in(text) or said.about
    if not number:
        cases = await open_cases_of(who, at=said.at)
        own = [case for case in cases if case.worker_id == who.id] or cases
        if len(own) != 1:
            return await _ask_on(who, cases, text)
        number = own[0].number
    return await _keep(said, number, text)


async def _ask_on(who: Who, cases: list[Case], text: str) -> Reply:
    if not cases:
        return reply(words.ask_what_to_find(who.lang), awaits="find")
    asked = words.ask_note_on(cases, who.lang)
    return Reply(messages=(asked,), awaits="note_on", draft={"texts": [text]})


async def note_on(said: Incoming) -> Reply:
    """The family is named: what was said before is kept there."""
    texts = texts_of(await draft_of(said))
    number = said.press.about if said.press else number_in(said.text)
    if not texts or not number:
        return reply(words.ask_note(mine(said).lang), awaits="note", about=number)
    return await _keep(said, number, texts[-1])


async def _keep(said: Incoming, number: str, text: str) -> Reply:
    case, who = await case_of(said, "see_case", number), mine(said)
    await keep_note(case, who, text, at=said.at)
    return reply(
        words.noted(case.number, who.lang),
        awaits="nothing",
        clear_buttons=True,
        recorded={"case": case.number, "action": "note"},
    )


async def help_me(said: Incoming) -> Reply:
    """/help: what one can say here, by what one does here."""
    who = mine(said)
    role = role_of(who, said)
    count = await _in_hand(who, role, said)
    return Reply(messages=(words.guide(role, who.name, count, who.lang),), keep_question=True)


async def _in_hand(who: Who, role: str, said: Incoming) -> int:
    """How many matters wait for this person, or lie in his area."""
    if role == "department":
        return len(await open_calls_of(who, at=said.at))
    if role == "supervisor":
        return (await listed(who, Wanted(), at=said.at)).total
    return len(await open_cases_of(who, at=said.at)) if role == "grid" else 0


async def attachment(said: Incoming) -> Reply:
    """A voice message or a picture from somebody who was asked for words: never dropped silently."""
    lang = said.who.lang if said.who else said.lang
    if said.attachment in ("voice", "video"):
        return reply(words.voice(lang), keep_question=True)
    return reply(words.picture_kept_out(lang), keep_question=True)


def _rest(text: str) -> str:
    """What follows the command or the fixed word."""
    parts = SPLIT.split(text.strip(), maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
