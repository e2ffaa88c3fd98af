"""The truth of a town in the words of monitors: whom they must find and when, whom never."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

import polars as pl

from demo.town.replay import About
from scheduler.monitors.shelf import monitors

AFTER = timedelta(days=65)  # as long as most windows look back
EVERY = "*"
ABOUT_PLACES = ("region", "source", "device")


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
    """The truth by subject, as monitors name subjects. *quiet*: named false alarms, on which a
    monitor must not speak; those of EVERY are of people who are gone."""

    musts: list[Must] = field(default_factory=list)
    allowed: dict[About, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    excused: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    quiet: dict[About, list[Stretch]] = field(default_factory=lambda: defaultdict(list))


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
    for row in tables["silences"].iter_rows(named=True):
        about = row["monitor"], subject_of(row, homes, marks)
        found.quiet[about].append(Stretch(row["from"], row["until"]))
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
    grain = monitors()[row["monitor"]].watch.grain if row["monitor"] != EVERY else "person"
    number = row["id_no"]
    household = row["household_no"] or homes.get(number or "", "")
    if row["monitor"] == "MON-40" and row["key"] == "gas":
        return f"M06-03/{household}"
    if grain in ABOUT_PLACES:
        return str(row["key"])
    return marks[number] if grain == "person" and number else household
