"""The lists of who is due what: counts for supervisors, families for whoever goes there."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from core.rules import rules
from core.store.takeup import Entitled


@dataclass(frozen=True)
class Line:
    """One family and what it seems to miss; titles of benefits in the reader's language."""

    household: str
    region: str
    benefits: tuple[str, ...]


async def newly(area: str, day: date) -> list[Entitled]:
    """What became due on *day* in an area."""
    return await Entitled.filter(
        since=day, new=True, gone_on=None, region__startswith=area
    ).order_by("household", "benefit")


async def overview(area: str, day: date) -> dict[str, tuple[int, int]]:
    """Per benefit: how many are due it in the area, how many since *day*."""
    rows = await Entitled.filter(gone_on=None, region__startswith=area).values(
        "benefit", "since", "new"
    )
    due = Counter(row["benefit"] for row in rows)
    new = Counter(row["benefit"] for row in rows if row["new"] and row["since"] == day)
    return {benefit: (due[benefit], new[benefit]) for benefit in sorted(due)}


def title(benefit: str, day: date, lang: str = "zh") -> str:
    found = rules(day).get(benefit)
    return found.title(lang) if found else benefit


def line_of(benefit: str, day: date) -> str:
    """The restricted line of a benefit, as cases name it; "" where there is none."""
    found = rules(day).get(benefit)
    return {"child": "children", "": ""}.get(found.card.line, found.card.line) if found else ""
