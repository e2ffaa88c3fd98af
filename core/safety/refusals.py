"""What was refused: counted, in the log, and in the trail when we know whom.

A refusal says nothing about what is there; here it says who tried which of our numbers. Somebody who
works for us and types numbers that are not his, again and again, is guessing: his account rests until
a person has asked him. Buttons do not count towards that: we made them, an old one is no guess.
"""

import re
from collections import Counter
from datetime import datetime, timedelta

import structlog

from core import accounts, audit
from core.access import Who
from core.city import here
from core.clock import day_of
from core.outbox import SOON, notify
from core.store.people import Account
from core.store.trail import Audit

log = structlog.get_logger()
GUESSING = ("words", "page")
MOST, WITHIN = 10, timedelta(minutes=10)
LOOKED_THROUGH = 2000  # the newest entries of the trail; more than that do not fit into ten minutes
OURS = re.compile(r"[A-Za-z]{1,4}[\dA-Za-z:-]{0,36}")
LONG_NUMBER = re.compile(r"\d{11}")

counted: Counter[str] = Counter()


def count(door: str, why: str) -> None:
    """A refusal of somebody unknown: a number on /metrics and a line in the log."""
    counted[door] += 1
    log.warning("refused", door=door, why=why)


async def refused(who: Who, door: str, about: str, *, at: datetime) -> None:
    """*who* was refused at *door* (press, words, page); inside the caller's transaction."""
    count(door, "not_allowed")
    await audit.record(who.handle, "refused", _ours(about), at=at, why=door)
    if door in GUESSING and _works(who, at) and await _tries(who, at) >= MOST:
        await _rest(who, at)


def _ours(about: str) -> str:
    """One of our own numbers, else nothing: an address may hold anything, a name too."""
    plain = OURS.fullmatch(about) and not LONG_NUMBER.search(about)
    return about if plain else ""


def _works(who: Who, at: datetime) -> bool:
    """A resident in need is never shut out, whatever he types."""
    return bool(who.roles(day_of(at)) - {"resident", "family"})


async def _tries(who: Who, at: datetime) -> int:
    newest = await Audit.all().order_by("-seq").first()
    found = Audit.filter(
        seq__gt=(newest.seq if newest else 0) - LOOKED_THROUGH,
        who=who.handle, what="refused", why__in=GUESSING, at__gt=at - WITHIN,
    )  # fmt: skip
    return await found.count()


async def _rest(who: Who, at: datetime) -> None:
    """The account rests; everybody responsible for its place hears of it."""
    await accounts.pause(who.handle, at=at)
    log.warning("account_paused", account=who.id)
    day = day_of(at)
    area = next((duty.area for duty in who.duties if duty.area and duty.holds(day)), here().code)
    for boss in await accounts.with_duty(day, roles=("supervisor",), covering=area):
        await _tell(boss, who, at)


async def _tell(boss: Account, who: Who, at: datetime) -> None:
    if boss.id != who.id:
        await notify(
            boss, "supervisor.paused", dedup=f"paused:{who.id}:{at.isoformat()}:{boss.id}", at=at,
            about={"account": who.id}, priority=SOON,
        )  # fmt: skip
