"""One file per job of the timetable, and the timetable itself."""

from scheduler.jobs import clocks, digest, sweep
from scheduler.timetable import Entry

ENTRIES = [
    Entry(sweep.NAME, sweep.EVERY, sweep.run, "all"),
    Entry(digest.NAME, digest.EVERY, digest.run, "latest"),
    Entry(clocks.NAME, clocks.EVERY, clocks.run, "latest"),
]
