"""All monitors with their stage, their last night, what is open, how often they were right."""

from datetime import date
from typing import Any

from core.monitoring import flood, guards, life, nights
from core.monitoring.interval import Share
from core.monitoring.outcomes import precisions
from core.store.database import raw
from core.store.monitoring import MonitorNight
from scheduler.monitors.shelf import monitors


async def overview(at: date) -> list[dict[str, Any]]:
    """One line a monitor, in order of their numbers; held batches and guards are counted."""
    standing = await life.lives({m.id: m.watch.starts for m in monitors().values()})
    last, usual = await _last_nights(at), await nights.usual(at)
    open_, shares = await _open(), await precisions()
    held = {batch.monitor: batch.hits for batch in await flood.held()}
    added = await guards.in_force(at)
    return [
        {
            "id": m.id,
            "title": m.label.title,
            "title_en": m.label.title_en,
            "in_force": m.label.holds(at),
            **standing[m.id].to_json(),
            "every": m.watch.every,
            "last_night": last.get(m.id),
            "usual_new": _mean(usual.get(m.id)),
            "open": open_.get(m.id, 0),
            "precision": shares.get(m.id, Share(0, 0)).to_json(),
            "held": held.get(m.id, 0),
            "guards": [where.words() for where in added.get(m.id, ())],
        }
        for m in monitors().values()
    ]


def _mean(usual: nights.Usual | None) -> float | None:
    return round(usual.total / usual.days, 2) if usual and usual.days else None


async def _last_nights(at: date) -> dict[str, dict[str, Any]]:
    """What each monitor said on its newest night up to *at*."""
    found: dict[str, dict[str, Any]] = {}
    for night in await MonitorNight.filter(day__lte=at, day__gt=at - nights.LOOKS_BACK).order_by(
        "day"
    ):
        found[night.monitor] = night_of(night)
    return found


def night_of(night: MonitorNight) -> dict[str, Any]:
    return {
        "day": night.day.isoformat(),
        "hits": night.hits,
        "unknown": night.unknown,
        "new": night.new,
        "opened": night.opened,
        "closed": night.closed,
    }


async def _open() -> dict[str, int]:
    rows = await raw(
        "SELECT monitor, COUNT(*) AS n FROM finding WHERE closed_on IS NULL GROUP BY monitor"
    )
    return {row["monitor"]: int(row["n"]) for row in rows}
