"""The brake over replayed days: what each monitor opened, against the thirty days before.

What is open already on the first day is a backlog and no day's count. Nobody let anything go in a
replay, so nothing is released.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from core.city import City
from core.monitoring.nights import LOOKS_BACK, Usual
from scheduler.backtest.replay import Day, Open, Replayed
from scheduler.braking import BRAKE, cap
from scheduler.monitors.frames.alarms import alarms
from scheduler.monitors.judging import Verdicts, judge_frame
from scheduler.monitors.shelf import monitors


def braked(told: Replayed, days: Sequence[date], city: City) -> Replayed:
    """What the brake would have said on each of *days*, over what all others opened."""
    seen, open_, guard = Replayed(ms=told.ms), Open(), monitors()[BRAKE]
    for day in sorted(days)[1:]:
        if guard.label.holds(day):
            verdict = _judged(told.days, day, city)
            new = open_.take(verdict, day, due=True)
            judged = verdict.frame.height
            seen.days[BRAKE].append(Day(day, verdict.hits, len(new), verdict.unknown, judged))
    seen.openings = open_.told
    return seen


def _judged(counts: Mapping[str, Sequence[Day]], day: date, city: City) -> Verdicts:
    today = {name: one.new for name, some in counts.items() for one in some if one.day == day}
    usual = {name: _usual(some[1:], day) for name, some in counts.items()}
    frame = alarms(today, usual, {}, cap=cap(city, day), city=city.code)
    return judge_frame(monitors()[BRAKE], frame, city.standards(day))


def _usual(some: Sequence[Day], before: date) -> Usual:
    new = [one.new for one in some if before - LOOKS_BACK <= one.day < before]
    return Usual(len(new), sum(new), sum(n * n for n in new))
