"""The plan: look at it, add what was suggested, take something out with a reason; double aid."""

from bot.dialogue import draft_of
from bot.handlers.common import call_of, case_of, mine
from bot.message import Incoming, Reply, reply
from bot.messages import calling, unit
from bot.messages import plan as words
from core.access import may
from core.cases import calls, planning
from core.cases.doors import Call, thing
from core.cases.doubles import earlier
from core.cases.jobs import posts_for
from core.cases.states import AFTER_VISIT
from core.cases.suggesting import plan_of
from core.catalogue import offers
from core.city import here
from core.clock import day_of
from locales import tr


async def show(said: Incoming) -> Reply:
    """[看方案]: what is under way and what else may help."""
    case, who = await case_of(said, "see_case"), mine(said)
    found = await plan_of(case, at=said.at)
    decides = may(who, "work_case", thing(case), day_of(said.at)) and case.state in AFTER_VISIT
    message = words.plan(case, found, here(), who.lang, mine=decides)
    return Reply(messages=(message,), toast=case.number, keep_question=True)


async def add(said: Incoming) -> Reply:
    """[加上 n]: it becomes a task of the unit that gives it."""
    case, who = await case_of(said, "work_case"), mine(said)
    offer = said.press.arg if said.press else ""
    if case.state not in AFTER_VISIT or offer not in offers():
        return Reply(toast=tr("这一步现在做不了", who.lang))
    task = await planning.add(case, offer, who, at=said.at)
    found = await plan_of(case, at=said.at)
    return Reply(
        messages=(words.plan(case, found, here(), who.lang, mine=True),),
        toast=tr("加上了", who.lang),
        keep_question=True,
        recorded={"case": case.number, "action": "plan_add", "offer": offer, "state": task.state},
    )


async def drop(said: Incoming) -> Reply:
    """[不要 n]: a reason in words is asked for; without one nothing changes."""
    case, who = await case_of(said, "work_case"), mine(said)
    offer = said.press.arg if said.press else ""
    if case.state not in AFTER_VISIT or offer not in offers():
        return Reply(toast=tr("这一步现在做不了", who.lang))
    title = offers()[offer].title_en if who.lang == "en" else offers()[offer].title
    return reply(
        words.ask_why_not(case, title, who.lang), toast=tr("说说原因", who.lang),
        awaits="plan_reason", about=case.number, draft={"offer": offer},
    )  # fmt: skip


async def reason(said: Incoming) -> Reply:
    case, who = await case_of(said, "work_case"), mine(said)
    offer = str((await draft_of(said)).get("offer", ""))
    if case.state not in AFTER_VISIT or offer not in offers():
        return Reply(toast=tr("这一步现在做不了", who.lang))
    await planning.refuse(case, offer, who, said.text.strip(), at=said.at)
    found = await plan_of(case, at=said.at)
    return Reply(
        messages=(words.plan(case, found, here(), who.lang, mine=True),),
        recorded={"case": case.number, "action": "plan_drop", "offer": offer},
    )


async def posts(said: Incoming) -> Reply:
    """[看岗位]: three open posts, ranked by trade, skill, distance, hours and his own words."""
    case, who = await case_of(said, "see_card"), mine(said)
    found = await posts_for(case, at=said.at)
    message = words.posts(case, found, here(), who.lang)
    return Reply(messages=(message,), toast=case.number, keep_question=True)


async def before_result(said: Incoming, call: Call) -> Reply | None:
    """A unit tells what it gave: if the family had the same from others, ask before it is kept."""
    items = [task.offer for task in await calls.tasks_of(call)]
    found = await earlier(call.case, items, at=said.at, giver=call.unit)
    if not found:
        return None
    who = mine(said)
    if said.group:
        await calls.tell_before(call, who, at=said.at)
    message = words.doubled(call.case, () if said.group else found, who.lang)
    return Reply(
        messages=(message,), awaits="result", about=call.case.number,
        draft={"words": said.text.strip()},
    )  # fmt: skip


async def double_yes(said: Incoming) -> Reply:
    """[还是要给]: kept as it was told."""
    call, lang = await call_of(said), mine(said).lang
    told = str((await draft_of(said)).get("words", ""))
    if not told:
        return Reply(toast=tr("这一条已经记过了", lang), clear_buttons=True)
    try:
        await calls.finish(call, mine(said), told, key=said.key, at=said.at)
    except calls.Settled:
        return Reply(toast=calling.settled(call.case, call, here(), lang), clear_buttons=True)
    return reply(
        tr("谢谢，记好了。", lang), clear_buttons=True, awaits="nothing",
        recorded={"case": call.case.number, "unit": call.unit, "action": "finish", "words": told},
    )  # fmt: skip


async def double_no(said: Incoming) -> Reply:
    """[先不给了]: nothing was kept; the unit may still tell another result."""
    call, lang = await call_of(said), mine(said).lang
    text = unit.ask_result(call.case, lang)
    return reply(
        text, toast=tr("好，没记", lang), awaits="result", about=call.case.number,
        clear_buttons=True,
    )  # fmt: skip
