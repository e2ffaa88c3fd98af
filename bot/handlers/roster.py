"""Rounds: the roster is shown, done by a tap or in words; what sounds of trouble becomes a visit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialogue import Handler, draft_of, texts_of
from bot.handlers import summary
from bot.handlers.common import mine
from bot.message import Incoming, Reply, reply
from bot.messages import fill
from bot.messages import roster as words
from core.access import Who
from core.cases import noticed, roster
from core.cases.doors import Case
from core.cases.outcomes import CALLED, MET
from core.cases.roster import Turn
from core.cases.roster_naming import named_in
from core.city import here
from core.clock import day_of
from core.language import understand_worker
from core.language.worker.model import Worker
from locales import tr

CALM = {"stable", "has_carer", "lives_alone", "in_school", "left_behind", "not_poor", "income_up"}
NO_ROUND = ("unknown", "question", "accept", "scheduled", "false_alarm")


async def counts(who: Who, at: datetime) -> tuple[int, int]:
    """How many this person still has to see, and, at an office, how many were missed."""
    office = "office" in who.roles(day_of(at))
    due = 0 if _only_office(who, at) else len(await roster.open_of(who, at=at))
    return due, len(await roster.missed_of(who, at=at)) if office else 0


def _only_office(who: Who, at: datetime) -> bool:
    return "grid" not in who.roles(day_of(at))


async def show(said: Incoming) -> Reply:
    """“名单”: who is to be seen; at the office who was missed. Never in a group."""
    who = mine(said)
    if said.group:
        return reply(fill("请一对一跟我说，名单不发在群里。", who.lang))
    await roster.looked(who, at=said.at)
    if _only_office(who, said.at):
        turns = await roster.missed_of(who, at=said.at)
        return Reply(messages=(words.missed_list(turns, here(), who.lang),), keep_question=True)
    await roster.tell(who, f"{said.at.timestamp():.0f}", said.key, at=said.at)
    return Reply(keep_question=True, toast=tr("马上来", who.lang))


async def safe(said: Incoming) -> Reply:
    """[去过了，平安]: done, once; the list on the phone says so."""
    who, press = mine(said), said.press
    assert press is not None
    turn = await roster.turn_for(int(press.about), who, at=said.at)
    if not roster.in_time(turn, day_of(said.at)):
        return Reply(toast=tr("日子过了，这次算漏了。", who.lang))
    if await noticed.seen_well(turn, who, key=said.key, at=said.at) is None:
        return Reply(toast=tr("已经记过了", who.lang))
    await roster.tell(who, press.arg, said.key, at=said.at)
    return Reply(toast=tr("记下了，谢谢您", who.lang), recorded=_recorded([turn], "seen"))


def _recorded(turns: Sequence[Turn], outcome: str) -> dict[str, object]:
    return {"action": "round", "kinds": [turn.kind for turn in turns], "outcome": outcome}


def or_round(handler: Handler) -> Handler:
    """Words that name somebody of the roster are about that round; all else goes to *handler*."""

    async def heard(said: Incoming) -> Reply:
        understood = understand_worker(said.text) if said.text.strip() else None
        if understood is None or understood.action in NO_ROUND or understood.cases:
            return await handler(said)
        named = named_in(await roster.open_of(mine(said), at=said.at), said.text)
        if not named:
            again = named_in(await roster.seen_today(mine(said), at=said.at), said.text)
            return await (_noted(said, again) if again else handler(said))
        doubtful = next((turns for turns in named if len(turns) > 1), None)
        if doubtful:
            return await _ask_which(said, doubtful)
        return await _told(said, [turns[0] for turns in named], understood)

    return heard


async def _ask_which(said: Incoming, turns: Sequence[Turn]) -> Reply:
    """Two are called the same, or one of several is in trouble."""
    told = words.which(turns, mine(said).lang)
    return Reply(messages=(told,), awaits="round_of", draft={"texts": [said.text]})


async def round_of(said: Incoming) -> Reply:
    """Which of two who are called the same: go on with the words said before."""
    who, texts = mine(said), texts_of(await draft_of(said))
    if said.press is None or not texts:
        return await show(said)
    turn = await roster.turn_for(int(said.press.about), who, at=said.at)
    told = replace(said, text=texts[-1])
    return replace(await _told(told, [turn], understand_worker(texts[-1])), clear_buttons=True)


async def _noted(said: Incoming, again: list[list[Turn]]) -> Reply:
    """Told a second time the same day: nothing new, unless it is no longer well."""
    turns = [turns[0] for turns in again]
    if _troubled(understand_worker(said.text)):
        return await _told(said, turns[:1], understand_worker(said.text))
    return Reply(messages=(words.noted(turns, True, mine(said).lang),))


def _troubled(understood: Worker) -> bool:
    return bool(set(understood.findings) - CALM or understood.crisis or understood.departments)


async def _kept(said: Incoming, turn: Turn, outcome: str, *, well: bool) -> list[Case]:
    """The round on record; the cases that asked for nothing but this look."""
    who = mine(said)
    if well:
        told = {"key": said.key, "words": said.text, "how": "words"}
        return await noticed.seen_well(turn, who, at=said.at, **told) or []
    if outcome in (*MET, CALLED):
        await roster.done(turn, who, at=said.at, words=said.text, how="words")
    else:
        await roster.tried(turn, outcome, said.text)
    return []


async def _told(said: Incoming, turns: list[Turn], understood: Worker) -> Reply:
    """Seen and well: done. Not met: noted. Anything else is a visit, told and confirmed as always."""
    who = mine(said)
    outcome = summary.report_from([said.text]).outcome
    met = outcome in (*MET, CALLED)
    trouble = _troubled(understood)
    if trouble and len(turns) > 1:
        return await _ask_which(said, turns)
    looked = []
    for turn in turns:
        looked += await _kept(said, turn, outcome, well=met and not (trouble or understood.helps))
    matter = await noticed.open_matter(turns[0], who, at=said.at)
    matter = None if matter in looked else matter
    if len(turns) == 1 and (trouble or understood.helps or matter):
        case = matter or await noticed.notice(turns[0], who, here(), at=said.at)
        return await summary.show(said, case, who, [said.text], {})
    told = words.noted(turns, met, who.lang)
    return Reply(messages=(told,), awaits="nothing", recorded=_recorded(turns, outcome))
