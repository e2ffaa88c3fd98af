"""A called unit reports in, or tells what was done."""

from bot.handlers import plan
from bot.handlers.common import call_of, mine
from bot.message import Incoming, Reply, reply
from bot.messages import calling, unit
from core.cases import calls
from core.cases.doors import open_calls_of
from core.city import here
from core.language import understand_worker
from locales import tr


async def report_in(said: Incoming) -> Reply:
    """[我们来]: this unit is in; everybody sees it."""
    call = await call_of(said)
    new = await calls.report_in(call, mine(said), at=said.at)
    if not new:
        over = call.state != "accepted"
        words = calling.settled(call.case, call, here(), said.lang) if over else "已经报到了"
        return Reply(toast=tr(words, said.lang))
    return Reply(
        toast=tr("报到成功", said.lang),
        recorded={"case": call.case.number, "unit": call.unit, "action": "report_in"},
    )


async def finish(said: Incoming) -> Reply:
    """[办好了]: a tap alone finishes nothing; the result is asked for in words."""
    call = await call_of(said)
    text = unit.ask_result(call.case, mine(said).lang)
    return reply(text, toast=tr("说说结果", said.lang), awaits="result", about=call.case.number)


async def result(said: Incoming) -> Reply:
    call = await call_of(said)
    words = said.text.strip()
    if len(words) < 4 or understand_worker(words).action in ("accept", "unknown"):
        text = unit.ask_result(call.case, mine(said).lang)
        return reply(text, awaits="result", about=call.case.number)
    if asked := await plan.before_result(said, call):
        return asked
    try:
        await calls.finish(call, mine(said), words, key=said.key, at=said.at)
    except calls.Settled:
        return reply(calling.settled(call.case, call, here(), mine(said).lang))
    return reply(
        tr("谢谢，记好了。", said.lang),
        recorded={"case": call.case.number, "unit": call.unit, "action": "finish", "words": words},
    )


async def free(said: Incoming) -> Reply:
    """Words in the room are the room's own business, unless we asked for them."""
    return Reply()


async def todo(said: Incoming) -> Reply:
    """A department's contact asks what is waiting: the whistles not finished."""
    who = mine(said)
    waiting = await open_calls_of(who, at=said.at)
    return Reply(messages=(unit.waiting(waiting, who.lang),), keep_question=True)
