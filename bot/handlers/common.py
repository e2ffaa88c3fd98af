"""What handlers share: who speaks, which case is meant, may he."""

import re

from bot.message import Incoming
from core.access import NotAllowed, Right, Who
from core.cases.doors import Call, Case, call_for, case_for

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
