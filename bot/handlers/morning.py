"""The supervisor's morning: every number can be opened, within what he may see."""

from datetime import datetime

from bot.handlers.common import mine
from bot.message import Incoming, Reply
from bot.messages import supervisor
from core.access import Who
from core.accounts import digest_area
from core.cases.doors import cases_in
from core.city import here
from core.clock import day_of
from core.digest import Morning, morning


async def today(said: Incoming) -> Reply:
    """/digest: the morning as of now."""
    who = mine(said)
    return Reply(messages=(supervisor.digest(await _morning(who, said.at), who.lang),))


async def towns(said: Incoming) -> Reply:
    who = mine(said)
    return Reply(messages=(supervisor.towns(await _morning(who, said.at), who.lang),), toast="…")


async def town(said: Incoming) -> Reply:
    """One town's open cases, if this supervisor may see them."""
    who, city = mine(said), here()
    code = said.press.arg if said.press else ""
    cases = await cases_in(who, code, at=said.at)
    name = city.unit_name(code)
    return Reply(messages=(supervisor.town_list(name, cases, city, who.lang),), toast=name)


async def watch(said: Incoming) -> Reply:
    who = mine(said)
    return Reply(messages=(supervisor.watch(await _morning(who, said.at), who.lang),), toast="…")


async def excel(said: Incoming) -> Reply:
    """The open cases as a workbook, with the same rights."""
    who = mine(said)
    area = _area(who, said.at)
    return Reply(messages=(supervisor.workbook(area, said.at, who.lang),), toast="…")


async def _morning(who: Who, at: datetime) -> Morning:
    return await morning(day_of(at), _area(who, at), here(), now=at)


def _area(who: Who, at: datetime) -> str:
    return digest_area(who, day_of(at))
