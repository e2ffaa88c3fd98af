"""A replay against the truth: what was found in time, what was missed, what was found wrongly.

A must is found when its subject is open on a day from `visible_on` until the day after `surely_on`;
it counts when somebody looked on one of these two last days. A finding is right while its condition
only holds when the truth lets it (`visible_on` until `closed_by`); begun outside it is false,
holding longer it is stale. What is only kept open after that, since the need outlasts the news, is
counted apart. Whoever had a wrong row is excused while it was wrong and for what looks back on it
afterwards.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from core.monitoring.interval import Share
from demo.town.expected import EVERY, Must, Stretch, Truth
from demo.town.replay import About, Episode, Replay
from scheduler.monitors.shelf import monitors

DAY = timedelta(days=1)
UNGRADED = ("MON-45", "MON-46", "MON-54")  # they judge what we do ourselves: no town tells it


@dataclass
class Grade:
    """One monitor. *late*: days from visible to found; *unsure*: musts it could not tell; *kept*:
    findings kept open after the truth says they are over, though their condition is; *silences*:
    named false alarms of the days looked at, *broken*: findings that spoke on them."""

    found: list[Must] = field(default_factory=list)
    missed: list[Must] = field(default_factory=list)
    unsure: list[Must] = field(default_factory=list)
    excused: list[Must] = field(default_factory=list)
    unchecked: int = 0
    late: list[int] = field(default_factory=list)
    episodes: int = 0
    false: list[Episode] = field(default_factory=list)
    stale: list[Episode] = field(default_factory=list)
    kept: int = 0
    forgiven: int = 0
    silences: int = 0
    broken: list[Episode] = field(default_factory=list)

    @property
    def recall(self) -> Share:
        return Share(len(self.found), len(self.found) + len(self.missed) + len(self.unsure))

    @property
    def wrong(self) -> Share:
        return Share(len(self.false) + len(self.stale), self.episodes)

    def to_json(self) -> dict[str, Any]:
        late = sorted(self.late)
        return {
            "recall": self.recall.to_json(),
            "missed": len(self.missed),
            "cannot_tell": len(self.unsure),
            "excused": len(self.excused),
            "unchecked": self.unchecked,
            "findings": self.episodes,
            "false": len(self.false),
            "stale": len(self.stale),
            "kept": self.kept,
            "forgiven": self.forgiven,
            "silences": self.silences,
            "broken": len(self.broken),
            "delay_days": {"median": late[len(late) // 2], "most": late[-1]} if late else None,
        }


def grade(replayed: Replay, truth: Truth) -> dict[str, Grade]:
    """Every monitor that has a truth."""
    names = sorted(n for n in monitors() if n not in UNGRADED)
    grades = {name: Grade() for name in names}
    for (name, _), stretches in truth.quiet.items():
        if name != EVERY:
            grades[name].silences += sum(bool(_days(replayed.days, s)) for s in stretches)
    episodes: dict[About, list[Episode]] = defaultdict(list)
    for episode in replayed.episodes:
        episodes[episode.monitor, episode.subject].append(episode)
    for must in truth.musts:
        _grade_must(grades[must.monitor], must, episodes[must.about], replayed, truth)
    for episode in replayed.episodes:
        if episode.monitor in grades:
            _grade_episode(grades[episode.monitor], episode, truth)
    return grades


def _grade_must(
    grade: Grade, must: Must, episodes: list[Episode], replayed: Replay, truth: Truth
) -> None:
    over = must.sure + 2 * DAY
    until = over if must.closes is None else min(over, must.closes)
    days = _days(replayed.days, Stretch(must.visible, until))
    open_ = [day for day in days if any(e.first <= day <= e.last for e in episodes)]
    if not days or days[-1] < must.sure:
        grade.unchecked += bool(days)
    elif open_:
        grade.found.append(must)
        grade.late.append((open_[0] - must.visible).days)
    elif _excused(truth, must, days[-1]):
        grade.excused.append(must)
    elif days[-1] in replayed.unsure[must.about]:
        grade.unsure.append(must)
    else:
        grade.missed.append(must)


def _excused(truth: Truth, must: Must, day: date) -> bool:
    return any(s.holds(day) or s.holds(must.visible) for s in truth.excused[must.subject])


def _grade_episode(grade: Grade, episode: Episode, truth: Truth) -> None:
    grade.episodes += 1
    allowed = truth.allowed.get((episode.monitor, episode.subject), [])
    outside = [day for day in episode.hits if not any(s.holds(day) for s in allowed)]
    if not outside:
        grade.kept += not any(s.holds(episode.last) for s in allowed)
        return
    named = ((name, episode.subject) for name in (episode.monitor, EVERY))
    silent = [s for about in named for s in truth.quiet.get(about, [])]
    about = {episode.subject, episode.household, episode.person} - {None}
    excuses = [s for who in about for s in truth.excused.get(str(who), [])]
    if any(s.holds(day) for s in excuses for day in outside[:1]):
        grade.forgiven += 1
        return
    if any(s.holds(day) for s in silent for day in outside):
        grade.broken.append(episode)
    if outside[0] == episode.first:
        grade.false.append(episode)
    else:
        grade.stale.append(episode)


def _days(days: list[date], stretch: Stretch) -> list[date]:
    first = bisect_left(days, stretch.first)
    last = len(days) if stretch.over is None else bisect_left(days, stretch.over)
    return days[first:last]


def totals(grades: Iterable[Grade]) -> Grade:
    """All of them as one."""
    whole = Grade()
    for one in grades:
        for name, value in vars(one).items():
            setattr(whole, name, getattr(whole, name) + value)
    return whole
