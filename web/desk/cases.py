"""The red queue, the lists with their filters, one case, the nudge."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from core.cases import nudging
from core.cases.doors import case_for
from core.cases.states import OPEN, STATE_WORDS
from core.city.english import spoken
from core.desk.case_page import open_case_page
from core.desk.finding import find
from core.desk.lists import SHUT, Choices, Wanted, choices, listed, towns_seen
from core.store import atomically
from locales import tr
from web.desk.guard import PATH, Visit
from web.desk.paper import on_to, page

RED, LATE = Wanted(group="red"), Wanted(group="late")
GROUPS = {
    "new": "新发现",
    "wait": "待上门",
    "help": "帮扶中",
    "done": "昨天办结",
    "late": "超时没去",
    "red": "红色",
}
FILTERS = ("area", "group", "state", "colour", "monitor", "unit")


async def front(visit: Visit) -> web.Response:
    """What burns, then every town."""
    towns = await towns_seen(visit.who, visit.house.city, at=visit.at)
    return page(visit, "front.html", towns=towns, **await _queue(visit))


async def red(visit: Visit) -> web.Response:
    """The queue alone, for the page that asks again every few seconds."""
    return page(visit, "_red.html", **await _queue(visit))


async def _queue(visit: Visit) -> dict[str, Any]:
    """What is red, and what else nobody went to in time."""
    late = await listed(visit.who, LATE, at=visit.at)
    return {
        "red": await listed(visit.who, RED, at=visit.at),
        "late": [row for row in late.rows if row.line.colour != "红"],
    }


async def cases(visit: Visit) -> web.Response:
    """A list, narrowed as the address says."""
    asked = visit.request.query
    wanted, number = wanted_of(asked), page_of(asked)
    found = await listed(visit.who, wanted, at=visit.at, page=number)
    offered = await choices(visit.who, at=visit.at)
    return page(
        visit,
        "cases.html",
        found=found,
        wanted=wanted,
        turn=lambda by: _turned(asked, number + by),
        **_filters(visit, offered),
    )


def _filters(visit: Visit, offered: Choices) -> dict[str, list[tuple[str, str]]]:
    """What each list of choices offers: value and words."""
    city, lang = visit.house.city, visit.lang
    titles = {name: both[lang == "en"] for name, both in offered.monitors.items()}
    return {
        "towns_for": [(p.code, spoken(city, p.code, lang)) for p in city.towns()],
        "groups_for": [(name, tr(words, lang)) for name, words in GROUPS.items()],
        "states_for": [
            *((name, tr(STATE_WORDS[name], lang)) for name in OPEN),
            (SHUT, tr("办结的", lang)),
        ],
        "monitors_for": [(name, f"{title}") for name, title in titles.items()],
        "units_for": [(unit, spoken(city, unit, lang)) for unit in offered.units],
    }


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """The filters of an address; what is not one narrows nothing."""
    told = {name: asked.get(name, "") for name in FILTERS}
    return Wanted(**told, late=asked.get("late") == "1")


def page_of(asked: Mapping[str, str]) -> int:
    text = asked.get("page", "0")
    return min(int(text), 10_000) if text.isascii() and text.isdigit() else 0


def _turned(asked: Mapping[str, str], number: int) -> str:
    kept = {k: v for k, v in asked.items() if k in (*FILTERS, "late") and v}
    return f"{PATH}/cases?" + urlencode({**kept, "page": number})


async def case(visit: Visit) -> web.Response:
    number = visit.request.match_info["number"]
    told = await open_case_page(visit.who, number, visit.house.city, at=visit.at, lang=visit.lang)
    return page(visit, "case.html", told=told, said=visit.request.query.get("said", ""))


async def nudge(visit: Visit) -> web.Response:
    """催一下: once a day; the page says what came of it."""
    number = visit.request.match_info["number"]

    async def work() -> nudging.Nudged:
        found = await case_for(visit.who, number, "nudge", at=visit.at)
        return await nudging.nudge(found, visit.who, at=visit.at)

    told = await atomically(work)
    said = "before" if told.before else "nudged" if told.told else "nobody"
    return on_to(f"{PATH}/case/{number}?said={said}")


async def search(visit: Visit) -> web.Response:
    """A number or a place: straight there when there is one, else what fits. Never in an address."""
    words = str((await visit.request.post()).get("words", "")).strip()[:60]
    found = await find(visit.who, words, visit.house.city, at=visit.at)
    if len(found) == 1:
        return on_to(f"{PATH}/case/{found[0].number}")
    return page(visit, "found.html", words=words, found=found)
