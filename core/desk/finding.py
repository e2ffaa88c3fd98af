"""Find a case by its number, its place, its matter, or, for who works there, the family's name."""

import re
from datetime import datetime

from core.access import Thing, Who, may
from core.cases.doors import cases_in
from core.city import City
from core.clock import day_of
from core.desk.groups import Line, lines, pressing
from core.desk.lists import sees
from core.store.casework import Case

MOST = 8
DIGITS = re.compile(r"\d{3,}")


async def find(who: Who, text: str, city: City, *, at: datetime) -> list[Line]:
    """Open cases *who* may see that fit *text*, the most pressing first; at most eight.

    A closed case is found by its whole number only.
    """
    words = text.strip()
    if not words:
        return []
    seen = [line for line in await lines() if sees(who, line, at)]
    if whole := [line for line in seen if line.number == words.upper()]:
        return whole
    found = [line for line in seen if line.open]
    fitting = [line for line in found if _by_number(line, words) or _by_place(line, words, city)]
    if not fitting:
        named = await _by_words(who, words, at)
        fitting = [line for line in found if line.id in named]
    return pressing(fitting)[:MOST]


def _by_number(line: Line, words: str) -> bool:
    digits = DIGITS.findall(words)
    return words.upper() == line.household.upper() or bool(
        digits and line.number.endswith(digits[-1])
    )


def _by_place(line: Line, words: str, city: City) -> bool:
    return any(line.region.startswith(p.code) for p in city.meant(words) if len(p.code) >= 9)


async def _by_words(who: Who, words: str, at: datetime) -> set[int]:
    """By the matter; by name only where *who* works himself: nobody looks up other people."""
    areas = {d.area for d in who.duties if d.holds(day_of(at)) and d.role in ("grid", "office")}
    cases = [case for area in sorted(areas) for case in await cases_in(who, area, at=at)]
    return {case.id for case in cases if _told_in(case, who, words, at)}


def _told_in(case: Case, who: Who, words: str, at: datetime) -> bool:
    brief, names = case.evidence["brief"], case.evidence["names"]
    if words in brief["title"] or words.lower() in brief["title_en"].lower():
        return True
    thing = Thing(region=case.region, line=case.line)
    return may(who, "work_case", thing, day_of(at)) and words in names.values()
