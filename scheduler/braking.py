"""Before anything opens: does a monitor fire far above its usual count? MON-54 says so.

Its new findings are then held until a person lets them go. Alarms of devices are told of, and never
held: no brake stands between a fall and a helper.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from core.city import City
from core.city.standards import NotInForce
from core.monitoring import flood, nights
from core.store.database import atomically, raw
from scheduler.conduct import OPEN
from scheduler.monitors.frames.alarms import alarms
from scheduler.monitors.judging import Verdicts, judge_frame
from scheduler.monitors.shelf import Monitor, monitors
from scheduler.opening import New

BRAKE = "MON-54"


@dataclass(frozen=True)
class Braked:
    """The monitors that are held, and what MON-54 says of all that found something."""

    held: frozenset[str] = frozenset()
    verdicts: Verdicts | None = None


async def brake(found: list[New], city: City, *, at: date, now: datetime) -> Braked:
    """Judge today's counts; note what is held and tell who may let it go."""
    guard = monitors()[BRAKE]
    today = Counter(new.monitor.id for new in found if new.way == OPEN)
    if not guard.label.holds(at):
        return Braked()
    for monitor, count in (await _opened_today(at)).items():
        today[monitor] += count
    for batch in await flood.held():
        today.setdefault(batch.monitor, 0)
    verdicts = await _judge(guard, today, city, at)
    hit = set(verdicts.frame.filter(verdicts.frame["says"].fill_null(False))["subject"])
    held = {m for m in hit if monitors()[m].watch.grain != "device"} & {n.monitor.id for n in found}
    usual = await nights.usual(at)
    for monitor in sorted(held):
        told = {**vars(usual.get(monitor, nights.Usual())), **_about(monitor, found)}
        await atomically(
            partial(flood.hold, monitor, at, today[monitor], told, at=now, city=city.code)
        )
    return Braked(frozenset(held), verdicts)


def _about(monitor: str, found: list[New]) -> dict[str, Any]:
    """What a person needs to see before letting it go: its titles, how many by town."""
    label = monitors()[monitor].label
    towns = Counter((n.row["region"] or "")[:9] for n in found if n.monitor.id == monitor)
    return {"title": label.title, "title_en": label.title_en, "places": towns.most_common(3)}


async def _judge(guard: Monitor, today: Counter[str], city: City, at: date) -> Verdicts:
    frame = alarms(
        today,
        await nights.usual(at),
        await flood.released_on(at),
        cap=cap(city, at),
        city=city.code,
    )
    return judge_frame(guard, frame, city.standards(at))


def cap(city: City, at: date) -> int:
    """Above this a monitor is held whatever is usual."""
    try:
        return city.standards(at).integer("alert_flood_cap")
    except NotInForce:
        return 1 << 40


async def _opened_today(at: date) -> dict[str, int]:
    rows = await raw(
        "SELECT monitor, COUNT(*) AS n FROM finding WHERE opened_on = ? AND held = '' "
        "GROUP BY monitor",
        [at],
    )
    return {row["monitor"]: int(row["n"]) for row in rows}
