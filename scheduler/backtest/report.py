"""A backtest as one document: hits, cannot-tells, right or wrong, overlap, what it asks of people."""

import asyncio
from datetime import date
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import Any

from core.clock import at_time
from core.house import House
from core.matching import MatchedFacts
from core.monitoring import guards, life
from core.monitoring.outcomes import JUDGED, RIGHT
from core.problems import Problem
from core.store.casework import Finding
from core.store.monitoring import Outcome
from scheduler.backtest.braked import braked
from scheduler.backtest.burden import burden
from scheduler.backtest.replay import NOT_REPLAYED, PROMISES, Day, Replayed, replay, span
from scheduler.backtest.truth import Names, against_outcomes, judged, read_truth
from scheduler.braking import BRAKE
from scheduler.monitors.shelf import Monitor, in_force, monitors
from scheduler.rhythm import days_between

TOP = 5


class CannotBacktest(Problem, ValueError):
    """This monitor, or these days, cannot be tried over the past."""


async def backtest(
    house: House,
    monitor: str,
    first: date,
    last: date,
    *,
    step: int = 1,
    truth: Path | None = None,
    beside: bool = True,
) -> dict[str, Any]:
    """Try *monitor* over stored days; a draft that was tried may go on to be silent.

    *truth*: the truth folder of a made-up town; *beside*: look at the others too, for overlap.
    """
    watch, days = monitors()[monitor], span(first, last, step)
    _check(watch, days)
    told = await _replayed(house, watch, days, beside=beside)
    document = _document(watch, told, days)
    document["against"] = {"outcomes": await _outcomes(monitor, told, first, last)}
    if truth is not None:
        known = read_truth(truth, names_of(house, last))
        late = max(step, days_between(watch.watch.every, first))
        right = judged(told.frame(), known, monitor, first, last, late)
        document["against"]["truth"] = right.to_json()
    begins = {monitor: watch.watch.starts}
    now = (await life.lives(begins))[monitor]
    figures = f"{len(days)} 天，新发现 {len(told.openings)} 件"
    await life.backtested(monitor, now, at=at_time(last, 0), figures=figures)
    return document


async def _replayed(house: House, watch: Monitor, days: list[date], *, beside: bool) -> Replayed:
    last, brake = days[-1], watch.id == BRAKE
    others = {m.id for m in in_force(last) if m.watch.grain not in NOT_REPLAYED}
    asked = None if brake else {watch.id}
    told = await asyncio.to_thread(
        partial(replay, house, days, guards=await guards.in_force(last), only=asked,
                beside=others if beside else set())
    )  # fmt: skip
    return braked(told, days, house.city) if brake else told


def names_of(house: House, at: date) -> Names:
    """How this installation calls people and homes on a day, whoever they turned out to be."""
    blind = partial(house.vault.blind, "id")
    if not isinstance(house.facts, MatchedFacts):
        return Names(blind, str)
    known = house.facts.matching(at)
    return Names(lambda number: known.person(blind(number)), known.household)


def _check(watch: Monitor, days: list[date]) -> None:
    if watch.watch.grain == PROMISES:
        raise CannotBacktest(
            f"{watch.id} 看的是答应各家的帮扶办到哪一步，这是我们自己的记录，过去的日子没有逐日留底，"
            "不能回测。请先让它静默几夜，再看 jpf monitor show 里的数。"
        )
    if not days or not any(watch.label.holds(day) for day in days):
        raise CannotBacktest(f"{watch.id} 在这些天还没有施行，从 {watch.label.since} 起才有。")


def _document(watch: Monitor, told: Replayed, days: list[date]) -> dict[str, Any]:
    seen: list[Day] = told.days[watch.id]
    new = [day.new for day in seen]
    doubt = [day.unknown / day.judged for day in seen if day.judged]
    return {
        "monitor": watch.id,
        "title": watch.label.title,
        "from": days[0].isoformat(),
        "to": days[-1].isoformat(),
        "days": len(seen),
        "opened": len(told.openings),
        "first_day": new[0] if new else 0,
        "per_day": {
            "mean": round(mean(new[1:]), 2) if len(new) > 1 else None,
            "median": median(new[1:]) if len(new) > 1 else None,
            "most": max(new[1:], default=None),
        },
        "hits_a_day": round(mean(day.hits for day in seen), 1) if seen else None,
        "cannot_tell": {
            "a_day": round(mean(day.unknown for day in seen), 1) if seen else None,
            "share": round(mean(doubt), 4) if doubt else None,
        },
        "overlap": _overlap(told, watch.id),
        "burden": burden(told.frame(), days),
        "by_day": [
            {"day": d.day.isoformat(), "hits": d.hits, "new": d.new, "unknown": d.unknown}
            for d in seen
        ],
    }  # fmt: skip


def _overlap(told: Replayed, monitor: str) -> list[dict[str, Any]]:
    """The monitors that pointed at the same families on the day it opened something there."""
    whole = len(told.openings)
    most = sorted(told.met[monitor].items(), key=lambda pair: -pair[1])[:TOP]
    return [{"monitor": m, "openings": n, "share": round(n / whole, 3)} for m, n in most]


async def _outcomes(monitor: str, told: Replayed, first: date, last: date) -> Any:
    """Against what people found in cases that this monitor led."""
    rows = await Outcome.filter(monitor=monitor, leads=True, verdict__in=JUDGED)
    right = {row.case_id: row.verdict in RIGHT for row in rows}
    found = Finding.filter(monitor=monitor, opened_on__gte=first, opened_on__lte=last)
    known = [
        (f.subject, f.opened_on, right[f.case_id])
        for f in await found.exclude(case_id=None)
        if f.case_id in right
    ]
    return against_outcomes(told.frame(), known)
