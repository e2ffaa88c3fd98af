"""The small map of a worker's day: one line, a station for each place, a stop for each family."""

from itertools import accumulate
from typing import Any

from core.render import words
from core.render.data.walk import Station, Stop, Walk
from core.render.typeset import png
from locales import tr

NEAR = 0.3  # kilometres below which no distance is told
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def render_walk(walk: Walk, lang: str = "zh") -> bytes:
    """The map as PNG."""
    return png("walk.typ", view(walk, lang))


def view(walk: Walk, lang: str) -> dict[str, Any]:
    """Everything the map shows, worded."""
    counts = [len(station.stops) for station in walk.stations]
    firsts = accumulate([1, *counts[:-1]])
    return {
        "lang": lang,
        "name": tr("今天的路", lang),
        "who": walk.opened.by,
        "day": words.day(walk.day),
        "weekday": tr(WEEKDAYS[walk.day.weekday()], lang),
        "count": tr("{n} 户", lang, n=sum(counts)) if sum(counts) != 1 else tr("1 户", lang),
        "stations": [_station(s, n, lang) for s, n in zip(walk.stations, firsts, strict=True)],
        "more": tr("还有 {n} 户，今天先看这些。", lang, n=walk.more) if walk.more else "",
        "end": tr("走完了，辛苦了", lang),
        "foot": tr("示意图，只排先后，不按远近。{opened}", lang,
                   opened=words.opened(walk.opened, lang)),
    }  # fmt: skip


def _station(station: Station, first: int, lang: str) -> dict[str, Any]:
    far = station.away is not None and station.away >= NEAR
    return {
        "name": station.name,
        "town": station.town,
        "away": tr("约 {km} 公里", lang, km=f"{station.away:.0f}") if far else "",
        "stops": [_stop(stop, n, lang) for n, stop in enumerate(station.stops, first)],
    }


def _stop(stop: Stop, n: int, lang: str) -> dict[str, Any]:
    return {
        "n": n,
        "number": stop.number,
        "tone": stop.colour or "none",
        "word": tr(words.SHORT[stop.colour], lang) if stop.colour else "",
        "due": tr("过了时限", lang) if stop.late else stop.due,
        "late": stop.late,
    }
