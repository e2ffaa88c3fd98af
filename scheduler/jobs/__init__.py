"""One file per job of the timetable."""
