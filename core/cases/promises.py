"""What somebody said he would do, and by when: kept with the case, said again on the morning of it."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from core.access import Who
from core.calendar import next_workday
from core.cases.doors import open_cases_of
from core.cases.states import BEFORE_VISIT
from core.clock import day_of
from core.store.casework import Case
from core.store.helping import Promise

STEPS = ("revisit", "deliver_goods", "repair", "apply_policy", "job_referral")
WITHIN = 3  # working days, where no day was told
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AHEAD = {"today": 0, "tomorrow": 1}
_DAYS, _NTH, _DATE = re.compile(r"\+(\d+)d"), re.compile(r"(\d+)th"), re.compile(r"(\d+)-(\d+)")


def day_meant(told: str, on: date) -> date | None:
    """The day behind "tomorrow", "+2d", "saturday", "15th", "11-08", seen from *on*."""
    word = told.split()[0] if told.split() else ""
    if word in AHEAD:
        return on + timedelta(days=AHEAD[word])
    if found := _DAYS.fullmatch(word):
        return on + timedelta(days=int(found[1]))
    if word in WEEK:
        return on + timedelta(days=(WEEK.index(word) - on.weekday()) % 7)
    if found := _NTH.fullmatch(word):
        return _next(on, None, int(found[1]))
    if found := _DATE.fullmatch(word):
        return _next(on, int(found[1]), int(found[2]))
    return None


def _next(on: date, month: int | None, day: int) -> date | None:
    """The next day of that number (and month) from *on*; None when there is no such day."""
    for ahead in range(370):
        found = on + timedelta(days=ahead)
        if found.day == day and month in (None, found.month):
            return found
    return None


def promised(understood: dict[str, Any], on: date) -> tuple[str, date] | None:
    """What a report promises and by when; None when it promises nothing."""
    told, step = understood.get("scheduled_at"), understood.get("next_step")
    what = step if step in STEPS else "revisit" if told else None
    if what is None:
        return None
    return str(what), (day_meant(str(told), on) if told else None) or _in_days(on)


async def keep(
    case: Case, who: Who, understood: dict[str, Any], words: str, *, key: str, at: datetime
) -> Promise | None:
    """Keep what was promised in a report, if anything was; what was promised before is kept now."""
    await Promise.filter(case=case, kept_at=None, made_at__lt=at).update(kept_at=at)
    found = promised(understood, day_of(at))
    if found is None:
        return None
    what, due = found
    made, _ = await Promise.get_or_create(
        key=f"{key}:promise",
        defaults={
            "case": case,
            "account_id": who.id,
            "what": what,
            "words": words,
            "made_at": at,
            "due": due,
        },
    )
    return made


async def plan_visit(case: Case, account_id: int, due: date, *, key: str, at: datetime) -> Promise:
    """A visit somebody should still make: planned, to be said again on its morning."""
    made, _ = await Promise.get_or_create(
        key=key,
        defaults={
            "case": case,
            "account_id": account_id,
            "what": "second_visit",
            "words": "",
            "made_at": at,
            "due": due,
        },
    )
    return made


async def to_go(who: Who, *, at: datetime) -> tuple[list[Case], int]:
    """Where this person goes now, and how many more of the open matters wait for somebody else.

    To families nobody has visited yet, and to those whom *who* promised something for a day up to
    today and has not done it.
    """
    cases = await open_cases_of(who, at=at)
    due = Promise.filter(account_id=who.id, kept_at=None, due__lte=day_of(at), case__closed_at=None)
    said = {row["case_id"] for row in await due.values("case_id")}
    go = [case for case in cases if case.state in BEFORE_VISIT or case.id in said]
    return go, len(cases) - len(go)


def _in_days(day: date) -> date:
    for _ in range(WITHIN):
        day = next_workday(day)
    return day
