"""One file per job of the timetable, and the timetable itself."""

from scheduler.jobs import clocks, digest, improve, learn, sensors, sweep, turns, watches
from scheduler.timetable import Entry

ENTRIES = [
    Entry(sweep.NAME, sweep.EVERY, sweep.run, "all"),
    *watches.entries(),
    Entry(sensors.NAME, sensors.EVERY, sensors.run, "latest"),
    Entry(learn.NAME, learn.EVERY, learn.run, "latest"),
    Entry(improve.NAME, improve.EVERY, improve.run, "latest"),
    Entry(turns.NAME, turns.EVERY, turns.run, "latest"),
    Entry(digest.NAME, digest.EVERY, digest.run, "latest"),
    Entry(clocks.NAME, clocks.EVERY, clocks.run, "latest"),
]
