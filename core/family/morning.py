"""The morning digest as a picture, and the families of an area as rows of a list."""

from datetime import date, timedelta
from typing import Any

from core.cases.states import OPEN, STATE_WORDS
from core.city import City
from core.clock import at_time, day_of, local
from core.digest import Morning, morning
from core.family.card import BY_NAME
from core.freshness import late_sources
from core.house import House
from core.render.data import Count, Digest, FamilyRow, Figure, Opened, Stale, Town, Whistle
from core.store.casework import Case, Visit
from locales import tr


async def digest_of(
    house: House, day: date, area: str, opened: Opened, *, lang: str = "zh"
) -> Digest:
    """The picture's data: counts by town, report-in by department, what to watch, late sources."""
    late = late_sources(house.facts.view(day))
    told = await morning(
        day, area, house.city, now=at_time(day, 8), stale=tuple(one.title for one in late)
    )
    visits = await _visits(area, day)
    return Digest(
        area=house.city.unit_name(area) if area else house.city.name,
        day=day,
        data_until=local(at_time(day, 2, 30)),
        opened=opened,
        new=Figure(count=Count(value=told.new)),
        waiting=Figure(count=Count(value=told.waiting), note=_late(told, lang), late=_any(told)),
        helping=Figure(count=Count(value=told.helping)),
        closed=Figure(count=Count(value=told.done)),
        towns=tuple(_town(t) for t in told.towns),
        watch=told.watch,
        whistles=tuple(_whistles(told, house.city)),
        visits=len(visits),
        useful=sum(v.outcome in ("visited", "already_helped") for v in visits),
        stale=tuple(
            Stale(source=one.title, days=(day - one.last).days) for one in late if one.last
        )[:3],
    )


def _late(told: Morning, lang: str) -> str:
    late = sum(town.late for town in told.towns)
    return tr("超时 {n}", lang, n=late) if late else tr("都没超时", lang)


def _any(told: Morning) -> bool:
    return any(town.late for town in told.towns)


def _town(town: Any) -> Town:
    return Town(
        name=town.name,
        red=town.colours["红"],
        yellow=town.colours["黄"],
        green=town.colours["绿"],
        in_time=town.open - town.late,
        due=town.open,
    )


def _whistles(told: Morning, city: City) -> list[Whistle]:
    return [
        Whistle(department=city.unit_name(unit, short=True), called=called, in_time=said)
        for unit, (said, called) in sorted(told.answered.items())
    ]


async def _visits(area: str, day: date) -> list[Visit]:
    """The visits of the week before *day*."""
    since, until = at_time(day - timedelta(days=7), 0), at_time(day, 8)
    return await Visit.filter(case__region__startswith=area, at__gte=since, at__lt=until)


async def family_rows(house: House, area: str, at: date) -> list[FamilyRow]:
    """The families of open cases in an area."""
    cases = await Case.filter(state__in=OPEN, region__startswith=area, line="").order_by("id")
    return [_row(case, house.city) for case in cases if case.opened_on <= at]


def _row(case: Case, city: City) -> FamilyRow:
    town, village = city.places.get(case.region[:9]), city.places.get(case.region[:12])
    return FamilyRow(
        code=case.number,
        town=town.name if town else "",
        village=village.name if village else "",
        head=case.evidence["names"].get("head", ""),
        size=0,
        typed=True,
        colour=BY_NAME.get(case.colour),
        labels=case.evidence["brief"]["title"],
        state=STATE_WORDS[case.state],
        due=day_of(case.visit_due) if case.visit_due else None,
    )
