"""The morning digest as a picture, and the families of an area as rows of a list."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

from core.access import Who
from core.cases.states import OPEN, STATE_WORDS
from core.city import City
from core.city.english import spoken
from core.clock import at_time, day_of, local
from core.desk.better import Better, better
from core.desk.fieldwork import loads, visits
from core.desk.groups import group, households, lines, pressing
from core.desk.lists import sees
from core.desk.reach import Reach, members, reach
from core.desk.spread import Period, Spread, spread
from core.digest import Morning, Town, morning
from core.family.card import BY_NAME
from core.family.kinds import kinds_of
from core.freshness import late_sources
from core.history import History
from core.house import House
from core.monitoring.load import load
from core.portrait.shelf import types
from core.render import data
from core.store.casework import Case, Visit
from core.store.people import Account
from locales import tr


async def digest_of(
    house: House,
    day: date,
    area: str,
    opened: data.Opened,
    *,
    lang: str = "zh",
    spread: bool = False,
    sign: int = 0,
) -> data.Digest:
    """The picture's data: counts by town, report-in by department, what to watch, who is better
    off, late sources; *spread* adds the newest figures of how poor in how many ways; *sign*: how
    many things wait for the reader's signature."""
    view, now, city = house.facts.view(day), _moment(day, opened.at), house.city
    late = await asyncio.to_thread(late_sources, view)
    stale = tuple(one.class_id for one in late)
    told = await morning(day, area, city, now=now, stale=stale, sign=sign)
    found = await lines(area, opened_on__lte=day)
    seen, helped = await visits(area, day), await reach(area, day, view)
    before = households(group(found, "new", day - timedelta(days=1), now))
    held = await loads(group(found, "wait", day, now), city.standards(day), now)
    return data.Digest(
        area=spoken(city, area or city.code, lang),
        day=day,
        data_until=local(at_time(day, 2, 30)),
        opened=opened,
        new=_figure(told.new, _yesterday(before, lang)),
        waiting=_figure(told.waiting, _late(told.late, lang), late=bool(told.late)),
        helping=_figure(told.helping),
        closed=_figure(told.done),
        towns=tuple(_town(town, city, lang) for town in told.towns),
        watch=tuple(item.words(city, lang) for item in told.watch),
        whistles=tuple(_whistles(told, city, lang)),
        better=tuple(_gains(await better(area, day), lang)),
        loads=tuple(data.Load(worker=x.worker, open=x.open, limit=x.limit) for x in held),
        visits=seen.total,
        useful=seen.useful,
        cards=(await load(area, day)).per_household,
        stale=tuple(
            data.Stale(source=one.named(lang), days=(day - one.last).days)
            for one in late
            if one.last
        )[:3],
        reach=_reach(helped),
        reach_since=helped.since,
        spread=tuple(await spread_rows(house, "week", area, day, lang)) if spread else (),
    )


def _moment(day: date, opened: datetime) -> datetime:
    """Today is told as of now, like the words beside the picture; another day as of its morning."""
    morning_ = at_time(day, 8)
    return max(morning_, opened) if day_of(opened) == day else morning_


def _figure(value: int, note: str = "", *, late: bool = False) -> data.Figure:
    return data.Figure(count=data.Count(value=value), note=note, late=late)


def _yesterday(count: int, lang: str) -> str:
    return tr("昨天 {n} 户", lang, n=count)


def _late(late: int, lang: str) -> str:
    return tr("超时 {n}", lang, n=late) if late else tr("都没超时", lang)


def _town(town: Town, city: City, lang: str) -> data.Town:
    return data.Town(
        name=spoken(city, town.code, lang),
        red=town.colours["红"],
        yellow=town.colours["黄"],
        green=town.colours["绿"],
        in_time=town.open - town.late,
        due=town.open,
    )


def _whistles(told: Morning, city: City, lang: str) -> list[data.Whistle]:
    return [
        data.Whistle(department=spoken(city, unit, lang), called=called, in_time=said)
        for unit, (said, called) in sorted(told.answered.items())
    ]


def _gains(found: Better | None, lang: str) -> list[data.Gain]:
    """Families better off, in words; what did not happen is not told."""
    if found is None:
        return []
    said = (
        ("少了难处", found.lifted, "household", tr("一共少了 {n} 样", lang, n=found.deprivations)),
        ("收入涨了", found.richer, "household", _more(found.rise_fen, lang)),
        ("稳住了工作", found.jobs, "person", tr("{n} 人里", lang, n=found.seekers)),
        ("三个月后还好", found.lasting, "household", tr("{n} 户里", lang, n=found.after)),
    )
    return [
        data.Gain(name=tr(name, lang), count=data.Count(value=value, unit=unit), note=note)  # type: ignore[arg-type]
        for name, value, unit, note in said
        if value
    ]


def _more(fen: int, lang: str) -> str:
    return tr("人均每月多 {v} 元", lang, v=fen // 100)


def _reach(found: Reach) -> tuple[data.Count, ...]:
    counts = (
        data.Count(value=found.households),
        data.Count(value=found.persons, unit="person"),
        data.Count(value=found.household_times, unit="household_time"),
        data.Count(value=found.person_times, unit="person_time"),
    )
    return counts if found.household_times else ()


async def spread_rows(
    house: House, period: Period, area: str, day: date, lang: str
) -> list[data.Spread]:
    """How poor in how many ways, worded: the newest week or month by *day*."""
    titles = {kind.letter: kind.title(lang) for kind in types(day)}
    return [
        _spread_row(one, spoken(house.city, one.place, lang), titles[one.letter])
        for one in await spread(period, area, day, house.city)
    ]


def _spread_row(one: Spread, place: str, title: str) -> data.Spread:
    return data.Spread(
        place=place,
        type=title,
        h=_percent(one.h[0]),
        h_low=_percent(one.h[0]),
        h_high=_percent(one.h[1]),
        a=_percent(one.a[0] if one.a else 0.0),
        a_high=_percent(one.a[1] if one.a else 0.0),
        m0=_percent(one.m0[0]),
        m0_high=_percent(one.m0[1]),
        change=None if one.change is None else _percent(one.change),
    )


def _percent(share: float) -> float:
    return round(share * 100, 1)


async def family_rows(
    house: House, who: Who, area: str, at: datetime, *, lang: str = "zh"
) -> list[data.FamilyRow]:
    """The open cases of an area *who* may see, one row each, the most pressing first."""
    found = [x for x in pressing(await lines(area, state__in=OPEN)) if sees(who, x, at)]
    cases = {case.id: case for case in await Case.filter(id__in=[line.id for line in found])}
    owners = {a.id: a.name for a in await Account.all()}
    visited = await _last_visits([line.id for line in found])
    homes, day = {line.household for line in found}, day_of(at)
    sizes = await asyncio.to_thread(members, house.facts.view(day), homes)
    history = History(house.settings.portraits_folder)
    kinds = await asyncio.to_thread(kinds_of, history, homes, day, lang)
    return [
        replace(
            _row(cases[x.id], house.city, lang),
            who=owners.get(x.worker_id or 0, ""),
            visited=visited.get(x.id),
            size=sizes[x.household],
            types=kinds.get(x.household, ""),
        )
        for x in found
    ]


async def _last_visits(ids: list[int]) -> dict[int, date]:
    """The day each case was last visited."""
    told = Visit.filter(case_id__in=ids, outcome__in=("visited", "already_helped")).order_by("at")
    return {row["case_id"]: day_of(row["at"]) for row in await told.values("case_id", "at")}


def _row(case: Case, city: City, lang: str) -> data.FamilyRow:
    brief, en = case.evidence["brief"], "_en" if lang == "en" else ""
    return data.FamilyRow(
        code=case.number,
        town=spoken(city, case.region[:9], lang),
        village=spoken(city, case.region[:12], lang),
        head=case.evidence["names"].get("head", ""),
        size=0,
        typed=True,
        colour=BY_NAME.get(case.colour),
        labels=brief[f"title{en}"],
        todo=brief[f"ask{en}"],
        state=tr(STATE_WORDS[case.state], lang),
        due=day_of(case.visit_due) if case.visit_due else None,
    )
