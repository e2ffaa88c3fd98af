"""What people decide about alerts themselves: later, let go, drop, accept, refuse, corrected.

Everything is asked for its right again here; a button pressed twice says what was decided before.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.dialogue import Handler, draft_of, texts_of
from bot.handlers.common import case_of, mine, which_case
from bot.message import Incoming, Reply, reply
from bot.messages import watching
from core.access import NotAllowed
from core.cases import turning
from core.cases.doors import Case
from core.city import here
from core.clock import day_of
from core.language import understand_worker
from core.monitoring import corrections, flood, learning, snooze, turns
from core.monitoring.wishes import put_off_until
from core.takeup import page
from locales import tr

Held = Callable[..., Awaitable[Any]]
Decide = Callable[..., Awaitable[Any]]
MONTHS = {"1m": 30, "3m": 91, "6m": 182}
NO_REPORT = ("unknown", "question", "accept", "scheduled")


async def later(said: Incoming) -> Reply:
    """[以后再说]: for how long?"""
    case = await case_of(said, "work_case")
    if case.colour == snooze.RED:
        return _not_red(said)
    return Reply(messages=(watching.when_again(case, mine(said).lang),), toast="…")


async def put_off(said: Incoming) -> Reply:
    """[下个月] …: this kind of alert about this family stays silent until then."""
    case, arg = await case_of(said, "work_case"), said.press.arg if said.press else ""
    until = day_of(said.at) + timedelta(days=MONTHS.get(arg, MONTHS["1m"]))
    return await _put_off(said, case, until, "button")


async def _put_off(said: Incoming, case: Case, until: date, how: str) -> Reply:
    who, std = mine(said), here().standards(day_of(said.at))
    try:
        rows = await snooze.put_off(
            case, who, until, how=how, at=said.at, longest=std.integer("alert_snooze_most")
        )
    except snooze.NotForRed:
        return _not_red(said)
    told = {"case": case.number, "action": "snooze", "until": rows[0].until.isoformat()}
    return Reply(
        messages=(watching.put_off(case, rows, who.lang),), toast=tr("好，先停着", who.lang),
        clear_buttons=bool(said.press), recorded=told,
    )  # fmt: skip


def _not_red(said: Incoming) -> Reply:
    text = tr("红色的事不能往后放。", said.lang)
    return Reply(toast=text) if said.press else reply(text)


async def wake(said: Incoming) -> Reply:
    """[恢复提醒]: what was put off may be told again."""
    row = await snooze.cancel(_number(said), mine(said), at=said.at)
    return Reply(
        toast=tr("恢复了", said.lang), clear_buttons=True,
        recorded={"action": "snooze_cancel", "snooze": row.id},
    )  # fmt: skip


async def standing(said: Incoming) -> Reply:
    """「免提醒」: everything that is put off here."""
    rows = await snooze.standing(mine(said), at=said.at)
    return Reply(messages=(watching.standing(rows, mine(said).lang),), keep_question=True)


def or_put_off(handler: Handler) -> Handler:
    """Words that only say “later” put the alert off; a report goes to *handler* as it is."""

    async def heard(said: Incoming) -> Reply:
        until = _wish(said.text, said)
        if until is None or understand_worker(said.text).action not in NO_REPORT:
            return await handler(said)
        case = await which_case(said, mine(said))
        return await handler(said) if case is None else await _put_off(said, case, until, "words")

    return heard


def then_put_off(handler: Handler) -> Handler:
    """After a report was kept: if it also said “下个月再说”, that holds too, and says so."""

    async def confirmed(said: Incoming) -> Reply:
        words = "。".join(texts_of(await draft_of(said)))
        kept, until = await handler(said), _wish(words, said)
        if until is None or not kept.recorded.get("state"):
            return kept
        case = await case_of(said, "see_case", str(kept.recorded["case"]))
        if case.colour == snooze.RED:
            return kept
        more = await _put_off(said, case, until, "words")
        return replace(
            kept,
            messages=(*kept.messages, *more.messages),
            recorded={**kept.recorded, "snoozed_until": more.recorded["until"]},
        )

    return confirmed


def _wish(text: str, said: Incoming) -> date | None:
    day = day_of(said.at)
    usual = snooze.default_end(day, here().standards(day)) - day
    return put_off_until(text, day, usual)


async def let_go(said: Incoming) -> Reply:
    """[放行]: a person looked; the held findings open within minutes."""
    return await _held(said, "release", flood.release, tr("看过，放行"), "放行了")


async def drop(said: Incoming) -> Reply:
    """[作废]: it was a mistake; nothing of it opens."""
    return await _held(said, "drop", flood.drop, tr("看过，是弄错了"), "作废了")


async def _held(said: Incoming, action: str, decide: Held, why: str, done: str) -> Reply:
    """What is held is decided once; whoever comes second sees how it was decided."""
    monitor, who = _about(said), mine(said)
    try:
        batch = await decide(monitor, who, city=here().code, why=why, at=said.at)
    except flood.NothingHeld:
        batch = await flood.newest(monitor, who, city=here().code, at=said.at)
        done = "已经有人定过了"
    return Reply(
        messages=(watching.flood(batch, here(), who.lang),), toast=tr(done, who.lang),
        clear_buttons=True, recorded={"action": action, "monitor": monitor, "state": batch.state},
    )  # fmt: skip


async def accept(said: Incoming) -> Reply:
    """[照这样改] or [先停一停]: done in this person's name."""
    return await _proposal(said, "accept", learning.accept, tr("按提议办"), "照办了")


async def refuse(said: Incoming) -> Reply:
    return await _proposal(said, "refuse", learning.refuse, tr("这次先不动"), "先不动")


async def _proposal(said: Incoming, action: str, decide: Decide, why: str, done: str) -> Reply:
    """A proposal is decided once; whoever comes second sees how it was decided."""
    who, number = mine(said), _number(said)
    row = await learning.one(number, who, city=here().code, at=said.at)
    if row.state == "open":
        row = await decide(number, who, city=here().code, why=why, at=said.at)
    else:
        done = "已经有人定过了"
    return Reply(
        messages=(watching.proposal(row, who.lang),), toast=tr(done, who.lang),
        clear_buttons=True,
        recorded={"action": f"{action}_proposal", "monitor": row.monitor, "state": row.state},
    )  # fmt: skip


async def corrected(said: Incoming) -> Reply:
    return await _answered(said, corrections.CORRECTED)


async def stands(said: Incoming) -> Reply:
    return await _answered(said, corrections.STANDS)


async def _answered(said: Incoming, state: str) -> Reply:
    """[改好了] or [数据没错]: the request is settled, once."""
    who = mine(said)
    row = await corrections.one_for(who, _number(said), at=said.at)
    new = await corrections.answer(row, who, state, "", at=said.at)
    toast = tr("记好了，谢谢", who.lang) if new else tr("这一条已经交过了", who.lang)
    return Reply(
        toast=toast, clear_buttons=True, recorded={"correction": row.id, "state": row.state}
    )


async def wrong_piece(said: Incoming) -> Reply:
    """Which kind of data was wrong: that department is asked, the first guess is taken back."""
    case, class_id = await case_of(said, "work_case"), said.press.arg if said.press else ""
    if class_id not in corrections.classes_of(case):
        raise NotAllowed
    await corrections.instead(case, class_id, here(), at=said.at)
    return Reply(
        toast=tr("好，请他们去改", said.lang), clear_buttons=True,
        recorded={"case": case.number, "correction": class_id},
    )  # fmt: skip


async def behind(said: Incoming) -> Reply:
    """「后面的」: what waits its turn behind today's cards."""
    who = mine(said)
    cases = await turns.queue_of(who, at=said.at)
    return Reply(messages=(watching.waiting(cases, here(), who.lang),), keep_question=True)


async def early(said: Incoming) -> Reply:
    """One of those that wait, taken before its turn."""
    case, who = await case_of(said, "work_case"), mine(said)
    if case.waits == turning.TURN:
        await turns.bring_forward(case, who, here(), at=said.at)
    return Reply(
        toast=tr("好，马上来", who.lang), recorded={"case": case.number, "action": "early"}
    )


async def more_due(said: Incoming) -> Reply:
    """「应享」 or [再看几家]: who seems to miss what."""
    who, start = mine(said), said.press.arg if said.press else "0"
    about = said.press.about if said.press else "0"
    if not (about.isdigit() and start.isdigit()):
        raise NotAllowed
    found = await page(who, int(about), int(start), day_of(said.at))
    return Reply(
        messages=(watching.entitled(found, here(), who.lang),), keep_question=True, toast="…"
    )


def _about(said: Incoming) -> str:
    return said.press.about if said.press else ""


def _number(said: Incoming) -> int:
    about = _about(said)
    if not about.isdigit():
        raise NotAllowed
    return int(about)


PRESSES: dict[str, Handler] = {
    "later": later,
    "snooze": put_off,
    "wake": wake,
    "release": let_go,
    "drop": drop,
    "accept": accept,
    "refuse": refuse,
    "corrected": corrected,
    "stands": stands,
    "wrong_piece": wrong_piece,
    "early": early,
    "more_due": more_due,
}
WORDS: dict[str, Handler] = {
    "/snoozed": standing,
    "免提醒": standing,
    "snoozed": standing,
    "/behind": behind,
    "后面的": behind,
    "behind": behind,
    "/entitled": more_due,
    "应享": more_due,
    "entitled": more_due,
}
