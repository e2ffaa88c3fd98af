"""A called unit reports in, says it is not theirs, or tells what was done."""

from bot.handlers.common import call_of, mine
from bot.message import Incoming, Reply, reply
from bot.messages import unit
from core.cases import calls
from core.cases.doors import open_calls_of
from core.language import understand_worker
from locales import tr


async def report_in(said: Incoming) -> Reply:
    """[我们来]: this unit is in; everybody sees it."""
    call = await call_of(said)
    new = await calls.report_in(call, mine(said), at=said.at)
    if not new:
        return Reply(toast=tr("已经报到了", said.lang))
    return Reply(
        toast=tr("报到成功", said.lang),
        recorded={"case": call.case.number, "unit": call.unit, "action": "report_in"},
    )


async def decline(said: Incoming) -> Reply:
    """[不归我们]: a reason is asked for; without one nothing changes."""
    call = await call_of(said)
    text = unit.ask_reason(call.case, mine(said).lang)
    return reply(text, toast=tr("说说原因", said.lang), awaits="reason", about=call.case.number)


async def reason(said: Incoming) -> Reply:
    call = await call_of(said)
    await calls.decline(call, mine(said), said.text.strip(), at=said.at)
    return reply(
        tr("记下了，大家都看得到。", said.lang),
        recorded={"case": call.case.number, "unit": call.unit, "action": "decline"},
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
    await calls.finish(call, mine(said), words, key=said.key, at=said.at)
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
