"""The supervisor's morning: every number can be opened, within what he may see."""

from datetime import datetime

from bot.handlers.common import case_of, mine
from bot.message import Incoming, Message, Reply, reply
from bot.messages import fill, supervisor, watching
from core import accounts
from core.access import Who
from core.cases import nudging
from core.cases.doors import Case
from core.cases.telling import calls_of, owner_of
from core.city import here
from core.city.english import spoken
from core.clock import day_of
from core.desk import entry, opening, signing
from core.desk.lists import Wanted, listed, towns_of
from core.digest import Morning, morning
from core.freshness import late_here
from locales import tr

MOST_SIGNED = 5


async def today(said: Incoming) -> Reply:
    """/digest: the morning as of now."""
    who = mine(said)
    told = await _morning(who, said.at)
    return Reply(messages=(supervisor.digest(told, here(), who.lang, who.id),))


async def towns(said: Incoming) -> Reply:
    who = mine(said)
    told = supervisor.towns(await _morning(who, said.at), here(), who.lang)
    return Reply(messages=(told,), toast=tr("各镇街道", who.lang))


async def figure(said: Incoming) -> Reply:
    """A number: town by town; straight to the list where there is only one town."""
    who, group = mine(said), said.press.arg if said.press else "open"
    return await _figure(said, who, group)


async def late(said: Incoming) -> Reply:
    """/late: what nobody went to in time."""
    return await _figure(said, mine(said), "late")


async def _figure(said: Incoming, who: Who, group: str) -> Reply:
    counts = await towns_of(who, Wanted(area=_area(who, said.at), group=group), at=said.at)
    if len(counts) == 1:
        return await _list(said, who, next(iter(counts)), group)
    told = supervisor.by_town(group, counts, here(), who.lang)
    return Reply(messages=(told,), toast=tr(supervisor.NAMES[group], who.lang))


async def cases(said: Incoming) -> Reply:
    """One town's cases behind a number, as far as this supervisor may see them."""
    assert said.press is not None
    return await _list(said, mine(said), said.press.about, said.press.arg or "open")


async def _list(said: Incoming, who: Who, area: str, group: str) -> Reply:
    city = here()
    found = await listed(who, Wanted(area=area, group=group), at=said.at)
    name = spoken(city, area, who.lang)
    told = supervisor.town_list(name, group, found, city, who.lang, said.at)
    return Reply(messages=(told,), toast=name)


async def look(said: Incoming) -> Reply:
    """One case: where it stands, who has it, who has not answered."""
    case, who = await case_of(said, "see_case"), mine(said)
    return Reply(messages=(await _look(case, who, said.at),), toast=case.number)


async def _look(case: Case, who: Who, at: datetime) -> Message:
    before = nudging.Nudged(before=await nudging.nudged_on(case, at))
    line = supervisor.nudged(before, at, who.lang)
    owner, calls = await owner_of(case), await calls_of(case)
    return supervisor.case_view(case, owner, calls, here(), who.lang, at, line)


async def nudge(said: Incoming) -> Reply:
    """[催一下]: once a day; who should act hears who asks."""
    case, who = await case_of(said, "nudge"), mine(said)
    told = await nudging.nudge(case, who, at=said.at)
    line = supervisor.nudged(told, said.at, who.lang)
    text = fill("<b>{number}</b>\n{line}", who.lang, number=case.number, line=line)
    return Reply(
        messages=(Message(text, silent=True),) if told.told else (),
        toast=supervisor.nudge_toast(told, who.lang),
        clear_buttons=bool(told.told),
        recorded={"case": case.number, "action": "nudge", "told": told.told} if told.told else {},
    )


async def watch(said: Incoming) -> Reply:
    who = mine(said)
    told = supervisor.watch(await _morning(who, said.at), here(), who.lang)
    return Reply(messages=(told,), toast=tr("要盯的", who.lang))


async def sign(said: Incoming) -> Reply:
    """[等您签字]: each thing that waits for a decision, once more with its buttons."""
    who, city = mine(said), here()
    held, proposed = await signing.to_sign(who, city, at=said.at)
    told = [watching.flood(batch, city, who.lang) for batch in held[:MOST_SIGNED]]
    told += [watching.proposal(row, who.lang) for row in proposed[: MOST_SIGNED - len(told)]]
    nothing = Message(fill("没有等您签字的。", who.lang))
    return Reply(messages=tuple(told) or (nothing,), toast=tr("等您签字", who.lang))


async def excel(said: Incoming) -> Reply:
    """The morning and the open cases as a workbook, with the same rights."""
    who = mine(said)
    told = supervisor.workbook(who.id, _area(who, said.at), said.at, who.lang)
    return Reply(messages=(told,), toast=tr("马上来", who.lang))


async def desk(said: Incoming) -> Reply:
    """“值班台”: a link for this person, five minutes, once; never in a group, never abroad."""
    who = mine(said)
    if not entry.may_sit(who, day_of(said.at)):
        return reply(fill("值班台只给镇里和局里值班的人用。", who.lang))
    if said.group or not said.domestic:
        words = (
            "请一对一跟我说，链接不发在群里。" if said.group else "这条路出了境，链接不从这里发。"
        )
        return reply(fill(words, who.lang))
    if not (base := opening.address()):
        return reply(fill("值班台的网页没有开。", who.lang))
    secret = await entry.link(who, at=said.at)
    minutes = int(entry.LINK_LIVES.total_seconds() // 60)
    told = supervisor.desk_link(f"{base}/desk/in/{secret}", minutes, who.lang)
    return Reply(messages=(told,), toast=tr("值班台", who.lang))


async def _morning(who: Who, at: datetime) -> Morning:
    sign = len(await signing.waiting(who, here(), at=at))
    late = await late_here(day_of(at)) or ()
    return await morning(day_of(at), _area(who, at), here(), now=at, stale=late, sign=sign)


def _area(who: Who, at: datetime) -> str:
    return accounts.digest_area(who, day_of(at))
