"""What handlers share: who speaks, which case is meant, may he."""

import re

from bot.message import Incoming
from core.access import NotAllowed, Right, Who
from core.cases.doors import Call, Case, call_for, case_for, open_cases_of

NUMBER = re.compile(r"[A-Za-z]{2}-\d{4}-\d{6}")


def mine(said: Incoming) -> Who:
    """The person speaking; nobody gets past the book without being known."""
    if said.who is None:
        raise NotAllowed
    return said.who


def number_in(text: str) -> str:
    """The case number in a text, "" when there is none."""
    found = NUMBER.search(text)
    return found[0].upper() if found else ""


async def case_of(said: Incoming, right: Right, number: str = "") -> Case:
    """The case this message is about, if the speaker has *right* on it; else NotAllowed."""
    asked = number or (said.press.about if said.press else said.about)
    return await case_for(mine(said), asked, right, at=said.at)


async def call_of(said: Incoming) -> Call:
    """The whistle call the speaker may answer; else NotAllowed."""
    asked = said.press.about if said.press else said.about
    return await call_for(mine(said), asked, at=said.at)


async def which_case(said: Incoming, who: Who) -> Case | None:
    """The case the words are about: asked about, named in the words, or the only one in hand."""
    if number := said.about or number_in(said.text):
        return await case_of(said, "work_case", number)
    waiting = await open_cases_of(who, at=said.at)
    cases = [case for case in waiting if case.worker_id is not None]
    return cases[0] if len(cases) == 1 else waiting[0] if len(waiting) == 1 else None
