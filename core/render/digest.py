"""The supervisor's morning on one picture: what is new, what to watch, who is better off.

A published digest keeps to figures: no notes, no names, nothing that could point at a family.
The Alkire-Foster figures of a week or month are in the workbook.
"""

from typing import Any

from core.render import words
from core.render.data import Digest, Figure, Gain, Load, Stale, Town, Whistle
from core.render.figures import (
    HELD_BACK,
    SLOW,
    cell,
    grade,
    named,
    percent,
    rate,
    split,
    told,
    town_column,
    town_rate,
)
from core.render.small_cells import SMALLEST
from core.render.typeset import png
from locales import tr

WATCH = 3
GAINS = 3
LOADS = 3
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
NO_BREAK = "\N{NO-BREAK SPACE}"


def render_digest(digest: Digest, lang: str = "zh") -> bytes:
    """The digest as PNG; two lines when nothing needs the supervisor."""
    return png("digest.typ", view(digest, lang))


def view(digest: Digest, lang: str) -> dict[str, Any]:
    """Everything the picture shows, worded."""
    return {
        "lang": lang,
        "name": tr("今日救助日报", lang),
        "area": digest.area,
        "day": words.day(digest.day),
        "weekday": tr(WEEKDAYS[digest.day.weekday()], lang),
        "data": tr("数据到 {when}", lang, when=words.moment(digest.data_until)),
        "calm": calm_lines(digest, lang) if digest.calm else [],
        "figures": _figures(digest, lang),
        "watch": watch(digest, lang),
        "towns": _towns(digest, lang),
        "whistles": _whistles(digest, lang),
        "better": _better(digest, lang),
        "visits": _visits(digest, lang),
        "stale": _stale(digest, lang),
        "reach": reach(digest, lang),
        "foot": foot(digest, lang),
    }


def calm_lines(digest: Digest, lang: str) -> list[str]:
    return [
        tr("都按时，没有要您操心的。", lang),
        tr(
            "新发现 {new}，昨天办结 {closed}。",
            lang,
            new=told(digest.new.count, digest, lang),
            closed=told(digest.closed.count, digest, lang),
        ),
    ]


def _figures(digest: Digest, lang: str) -> list[dict[str, Any]]:
    return [_figure(tr(name, lang), figure, digest, lang) for name, figure in named(digest).items()]


def _figure(name: str, figure: Figure, digest: Digest, lang: str) -> dict[str, Any]:
    return {
        "name": name,
        **split(figure.count, digest, lang),
        "note": "" if digest.published else figure.note,
        "late": figure.late,
    }


def watch(digest: Digest, lang: str) -> dict[str, Any]:
    lines = () if digest.published else digest.watch
    rest = len(lines) - WATCH
    return {
        "title": tr("请您盯一下", lang),
        "lines": list(lines[:WATCH]),
        "more": tr("还有 {n} 件，在 Excel 表里", lang, n=rest) if rest > 0 else "",
    }


def _towns(digest: Digest, lang: str) -> dict[str, Any]:
    quiet = _quiet(digest)
    columns = {c: town_column(digest, c) for c in words.SHORT}
    rows = [
        {
            "name": town.name,
            "parts": [
                {"tone": c, "n": column[i], "text": cell(column[i])}
                for c, column in columns.items()
            ],
            "rate": percent(town_rate(town, digest)),
            "grade": grade(town_rate(town, digest)),
        }
        for i, town in enumerate(digest.towns)
    ]
    return {
        "title": tr("各镇街道", lang),
        "legend": [{"tone": c, "text": tr(name, lang)} for c, name in words.SHORT.items()],
        "note": tr("户数，右边是没超时的", lang),
        "max": max([*(t.red + t.yellow + t.green for t in digest.towns), 1]),
        "rows": [row for row, town in zip(rows, digest.towns, strict=True) if town not in quiet],
        "quiet": tr("另外 {n} 个镇街道没有在办的", lang, n=len(quiet)) if quiet else "",
    }


def _quiet(digest: Digest) -> list[Town]:
    """Towns with nothing under way are counted in one line; published figures show every town."""
    if digest.published:
        return []
    return [t for t in digest.towns if not (t.red or t.yellow or t.green or t.due)]


def _whistles(digest: Digest, lang: str) -> dict[str, Any]:
    return {
        "title": tr("吹哨报到", lang),
        "note": tr("按时报到 / 该报到的", lang),
        "rows": [_whistle(w, digest) for w in digest.whistles],
    }


def _whistle(whistle: Whistle, digest: Digest) -> dict[str, Any]:
    few = digest.published and whistle.called < SMALLEST
    share = None if few else rate(whistle.in_time, whistle.called)
    return {
        "name": whistle.department,
        "text": HELD_BACK if few else f"{whistle.in_time} / {whistle.called}",
        "share": share or 0,
        "rate": percent(share),
        "grade": grade(share),
    }


def _better(digest: Digest, lang: str) -> dict[str, Any]:
    return {
        "title": tr("日子好起来的", lang),
        "rows": [_gain(g, digest, lang) for g in digest.better[:GAINS]],
    }


def _gain(gain: Gain, digest: Digest, lang: str) -> dict[str, str]:
    note = "" if digest.published else gain.note
    return {"name": gain.name, **split(gain.count, digest, lang), "note": note}


def _visits(digest: Digest, lang: str) -> dict[str, Any]:
    share = rate(digest.useful, digest.visits)
    loads = () if digest.published else digest.loads[:LOADS]
    return {
        "title": tr("上门和手上的活", lang),
        "share": share or 0,
        "rate": percent(share),
        "note": tr("{n} 次上门，{m} 次有用", lang, n=digest.visits, m=digest.useful),
        "seen": bool(digest.visits or loads or digest.cards is not None),
        "rated": bool(digest.visits),
        "cards": "" if digest.cards is None else cards(digest.cards, lang),
        "load": _burden(digest, lang) if loads else "",
        "loads": [_load(load) for load in loads],
    }


def cards(per_household: float, lang: str) -> str:
    return tr("一户一个月 {n} 张卡", lang, n=f"{per_household:g}")


def _burden(digest: Digest, lang: str) -> str:
    """How many have something in hand, how many more than a day can carry."""
    over = sum(load.open > load.limit for load in digest.loads)
    held = tr("{n} 人手上有活", lang, n=len(digest.loads))
    return held + (tr("，{n} 人太多了", lang, n=over) if over else "")


def _load(load: Load) -> dict[str, Any]:
    share = rate(load.open, load.limit) or 0
    full = "red" if share > 100 else "yellow" if share > SLOW else "green"
    return {
        "name": load.worker,
        "text": f"{load.open} / {load.limit}",
        "share": min(share, 100),
        "grade": full,
    }


def _stale(digest: Digest, lang: str) -> dict[str, Any]:
    return {
        "title": tr("数据没到", lang),
        "rows": [stale_line(s, lang) for s in digest.stale],
    }


def stale_line(stale: Stale, lang: str) -> str:
    said = tr("{source}：{days} 天没更新", lang, source=stale.source, days=stale.days)
    return f"{said}{tr('，', lang)}{stale.note}" if stale.note else said


def reach(digest: Digest, lang: str) -> str:
    """How far help reached, each unit by itself."""
    if not digest.reach:
        return ""
    counts = " · ".join(told(c, digest, lang).replace(" ", NO_BREAK) for c in digest.reach)
    return tr("{day} 以来帮了 {counts}", lang, day=words.day(digest.reach_since), counts=counts)


def foot(digest: Digest, lang: str) -> list[str]:
    counted = tr("户和人只数一次，户次和人次按次数。", lang)
    if digest.published:
        return [counted, tr("少于 10 的数，还有能推出它的数，不公开（*）。", lang)]
    return [counted, tr("{opened} · 内部使用", lang, opened=words.opened(digest.opened, lang))]
