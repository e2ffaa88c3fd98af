"""Not ours: whose then? And when nobody wants it, somebody one level up says who leads."""

from bot.handlers.common import call_of, case_of, mine
from bot.message import Incoming, Reply, reply
from bot.messages import calling, unit
from core.cases import calls, lead, passing
from core.cases.doors import Call
from core.cases.states import OPEN
from core.city import here
from core.language import understand_worker
from locales import tr


async def decline(said: Incoming) -> Reply:
    """[不归我们]: whom should it go to? A tap passes it on, words say why not."""
    call, lang = await call_of(said), mine(said).lang
    open_ = call.state in calls.OPEN_CALLS and call.case.state in OPEN
    if not open_ or call.case.lead == call.unit:
        return Reply(toast=calling.settled(call.case, call, here(), lang))
    units = (await passing.others(call, here()))[: passing.MOST]
    message = calling.whom(call.case, units, here(), lang)
    return Reply(
        messages=(message,), toast=tr("该找谁？", lang), awaits="reason", about=call.case.number
    )


async def pass_to(said: Incoming) -> Reply:
    """A unit was tapped: it is called now, with a clock of its own."""
    call, lang = await call_of(said), mine(said).lang
    to = said.press.arg if said.press else ""
    if to not in await passing.others(call, here()):
        return Reply(toast=calling.settled(call.case, call, here(), lang))
    return await _pass_on(said, call, to, "")


async def unsure(said: Incoming) -> Reply:
    """[不清楚]: then one sentence why it is not theirs."""
    call = await call_of(said)
    text = unit.ask_reason(call.case, mine(said).lang)
    return reply(text, toast=tr("说说原因", said.lang), awaits="reason", about=call.case.number)


async def reason(said: Incoming) -> Reply:
    """The sentence: a department named in it is called; otherwise it is kept as the reason."""
    call, words, lang = await call_of(said), said.text.strip(), mine(said).lang
    named = passing.named(understand_worker(words).departments, here())
    others = await passing.others(call, here())
    to = next((one for one in named if one in others), "")
    if to:
        return await _pass_on(said, call, to, words)
    try:
        await calls.decline(call, mine(said), words, at=said.at)
    except calls.Settled:
        return reply(calling.settled(call.case, call, here(), lang))
    return reply(
        tr("记下了，大家都看得到。", lang),
        recorded={"case": call.case.number, "unit": call.unit, "action": "decline"},
    )


async def _pass_on(said: Incoming, call: Call, to: str, words: str) -> Reply:
    lang = mine(said).lang
    try:
        await calls.pass_on(call, mine(said), to, at=said.at, reason=words)
    except calls.Settled:
        told = calling.settled(call.case, call, here(), lang)
        return Reply(toast=told) if said.press else reply(told)
    told = calling.passed(to, here(), lang)
    done = {"case": call.case.number, "unit": call.unit, "action": "pass_on", "to": to}
    if said.press:
        return Reply(toast=told, clear_buttons=True, awaits="nothing", recorded=done)
    return reply(told, recorded=done)


async def leads(said: Incoming) -> Reply:
    """A unit was chosen to lead: it stays in, everybody sees it."""
    case, who = await case_of(said, "lead"), mine(said)
    unit_code = said.press.arg if said.press else ""
    if not await lead.decide(case, unit_code, who, at=said.at):
        return Reply(toast=tr("已经定过了", who.lang), clear_buttons=True)
    await calls.tell_everybody(case, at=said.at)
    return Reply(
        toast=calling.leads(unit_code, here(), who.lang),
        clear_buttons=True,
        recorded={"case": case.number, "action": "lead", "unit": unit_code},
    )
