"""The lists of who is due what: counts for supervisors, families for whoever goes there."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.access import Thing as About
from core.access import Who, may
from core.rules import rules
from core.store.takeup import Entitled


@dataclass(frozen=True)
class Line:
    """One family and what it seems to miss; titles of benefits in the reader's language."""

    household: str
    region: str
    subjects: tuple[tuple[str, str], ...]
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


def family_lines(rows: Iterable[Entitled], who: Who, day: date) -> list[Line]:
    """What this person may see of it, a line a family; restricted benefits only for their line."""
    found: dict[str, list[Entitled]] = defaultdict(list)
    for row in rows:
        line = line_of(row.benefit, day)
        if may(who, "see_case", About(region=row.region, line=line), day):
            found[row.household].append(row)
    return [
        Line(
            household=home,
            region=each[0].region,
            subjects=tuple((e.subject, e.benefit) for e in each),
            benefits=tuple(dict.fromkeys(title(e.benefit, day, who.lang) for e in each)),
        )
        for home, each in found.items()
    ]


def title(benefit: str, day: date, lang: str = "zh") -> str:
    found = rules(day).get(benefit)
    return found.title(lang) if found else benefit


def line_of(benefit: str, day: date) -> str:
    """The restricted line of a benefit, as cases name it; "" where there is none."""
    found = rules(day).get(benefit)
    return {"child": "children", "": ""}.get(found.card.line, found.card.line) if found else ""
