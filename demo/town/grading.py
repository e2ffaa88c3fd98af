"""A replay against the truth: what was found in time, what was missed, what was found wrongly.

A must is found when its subject is open on a day from `visible_on` until the day after `surely_on`
(or the next judged day). A finding is right while its condition only holds when the truth lets it
(`visible_on` until `closed_by`); begun outside it is false, holding longer it is stale. What is only
kept open after that, since the need outlasts the news, is counted apart. Whoever had a wrong row
is excused while it was wrong and for what looks back on it afterwards.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

import polars as pl

from core.monitoring.interval import Share
from demo.town.replay import About, Episode, Replay
from scheduler.monitors.shelf import monitors

AFTER = timedelta(days=65)  # as long as most windows look back
DAY = timedelta(days=1)
ABOUT_PLACES = ("region", "source", "device")
UNGRADED = ("MON-45", "MON-46", "MON-54")  # they judge what we do ourselves: no town tells it


class Stretch(NamedTuple):
    """From a day until before another; None is never."""

    first: date
    over: date | None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.over is None or day < self.over)


class Must(NamedTuple):
    monitor: str
    subject: str
    key: str
    visible: date
    sure: date
    closes: date | None

    @property
    def about(self) -> About:
        return self.monitor, self.subject


@dataclass
class Truth:
    """The truth by subject, as monitors name subjects."""

    musts: list[Must] = field(default_factory=list)
    allowed: dict[About, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    excused: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    quiet: dict[str, list[tuple[str, str, Stretch]]] = field(default_factory=dict)


@dataclass
class Grade:
    """One monitor. *late*: days from visible to found; *unsure*: musts it could not tell; *kept*:
    findings kept open after the truth says they are over, though their condition is."""

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
            "delay_days": {"median": late[len(late) // 2], "most": late[-1]} if late else None,
        }


def truth_of(tables: Mapping[str, pl.DataFrame], marks: Mapping[str, str]) -> Truth:
    """The truth files; *marks* of people by ID number."""
    homes = dict(tables["people"].select("id_no", "household_no").iter_rows())
    found = Truth()
    for row in tables["findings"].iter_rows(named=True):
        subject = subject_of(row, homes, marks)
        about = row["monitor"], subject
        found.allowed[about].append(Stretch(row["visible_on"], row["closed_by"]))
        if row["level"] == "must":
            days = row["visible_on"], row["surely_on"], row["closes_on"]
            found.musts.append(Must(*about, row["key"] or "", *days))
    for row in tables["errors"].iter_rows(named=True):
        right = row["right_from"]
        stretch = Stretch(row["wrong_from"], right and right + AFTER)
        numbers = [n for n in (row["id_no"], row["wrong_id_no"]) if n in marks]
        of_rows = [row["household_no"], *map(marks.get, numbers), *map(homes.get, numbers)]
        for who in filter(None, of_rows):
            found.excused[who].append(stretch)
    return found


def subject_of(row: Mapping[str, Any], homes: Mapping[str, str], marks: Mapping[str, str]) -> str:
    """What a monitor calls the subject of a row of the truth."""
    grain = monitors()[row["monitor"]].watch.grain
    number = row["id_no"]
    household = row["household_no"] or homes.get(number or "", "")
    if row["monitor"] == "MON-40" and row["key"] == "gas":
        return f"M06-03/{household}"
    if grain in ABOUT_PLACES:
        return str(row["key"])
    return marks[number] if grain == "person" and number else household


def grade(replayed: Replay, truth: Truth) -> dict[str, Grade]:
    """Every monitor that has a truth."""
    names = sorted(n for n in monitors() if n not in UNGRADED)
    grades = {name: Grade() for name in names}
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
    days = _days(replayed.days, Stretch(must.visible, must.closes))
    due = must.sure + DAY if must.closes is None else min(must.sure + DAY, must.closes - DAY)
    until = bisect_left(days, due)
    open_ = [day for day in days[: until + 1] if any(e.first <= day <= e.last for e in episodes)]
    if open_:
        grade.found.append(must)
        grade.late.append((open_[0] - must.visible).days)
    elif until == len(days):
        grade.unchecked += 1
    elif _excused(truth, episodes, must, days[until]):
        grade.excused.append(must)
    elif days[until] in replayed.unsure[must.about]:
        grade.unsure.append(must)
    else:
        grade.missed.append(must)


def _excused(truth: Truth, episodes: list[Episode], must: Must, day: date) -> bool:
    return any(s.holds(day) or s.holds(must.visible) for s in truth.excused[must.subject])


def _grade_episode(grade: Grade, episode: Episode, truth: Truth) -> None:
    grade.episodes += 1
    allowed = truth.allowed.get((episode.monitor, episode.subject), [])
    outside = [day for day in episode.hits if not any(s.holds(day) for s in allowed)]
    if not outside:
        grade.kept += not any(s.holds(episode.last) for s in allowed)
        return
    about = {episode.subject, episode.household, episode.person} - {None}
    excuses = [s for who in about for s in truth.excused.get(str(who), [])]
    if any(s.holds(day) for s in excuses for day in outside[:1]):
        grade.forgiven += 1
    elif outside[0] == episode.first:
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
