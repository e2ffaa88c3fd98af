"""One file per job of the timetable, and the timetable itself."""

from scheduler.jobs import (
    advice,
    auditor,
    clocks,
    compare,
    digest,
    figures,
    improve,
    learn,
    roster,
    rounds,
    sensors,
    sweep,
    turns,
    watches,
)
from scheduler.timetable import Entry

ENTRIES = [
    Entry(auditor.NAME, auditor.EVERY, auditor.run, "latest"),
    Entry(sweep.NAME, sweep.EVERY, sweep.run, "all"),
    *watches.entries(),
    Entry(sensors.NAME, sensors.EVERY, sensors.run, "latest"),
    Entry(learn.NAME, learn.EVERY, learn.run, "latest"),
    Entry(improve.NAME, improve.EVERY, improve.run, "latest"),
    Entry(advice.NAME, advice.EVERY, advice.run, "latest"),
    Entry(roster.NAME, roster.EVERY, roster.run, "latest"),
    Entry(turns.NAME, turns.EVERY, turns.run, "latest"),
    Entry(compare.NAME, compare.EVERY, compare.run, "latest"),
    Entry(figures.WEEKLY, figures.EVERY_WEEK, figures.run_week, "latest"),
    Entry(figures.MONTHLY, figures.EVERY_MONTH, figures.run_month, "latest"),
    Entry(figures.NAME, figures.EVERY, figures.run, "latest"),
    Entry(rounds.NAME, rounds.EVERY, rounds.run, "latest"),
    Entry(digest.NAME, digest.EVERY, digest.run, "latest"),
    Entry(clocks.NAME, clocks.EVERY, clocks.run, "latest"),
]
