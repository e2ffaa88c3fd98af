"""What the monitors find of a made-up town's truth, what they find wrongly, and how long nights take.

A must is what every reading of the data shows; recall is over the musts that the nights looked at
could show in time. A finding is false when it begins where no reading allows it, stale when its
condition holds longer than one does. The town is looked at as an installation would on each night,
in memory: files, cases and messages are left out (`jpf bench sweep` has them).
"""

import resource
from typing import Any

from demo.town.checked import Checked, check, known, nights
from demo.town.grading import Grade, totals

HOUSEHOLDS = 600
NIGHTS = 30
TWO_YEARS = 730


def run(
    *, households: int = HOUSEHOLDS, days: int = NIGHTS, years: int = 2, seed: int = 1
) -> dict[str, Any]:
    """The last *days* nights of a town; 730 are its two years."""
    found = check(known(households, years, seed), nights(years, days))
    pace = found.seconds / days
    return {
        "households": households,
        "nights": days,
        "seed": seed,
        "replay_s": round(found.seconds, 1),
        "s_per_night": round(pace, 3),
        "730_nights_at_this_pace_s": round(pace * TWO_YEARS),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "all": totals(found.grades.values()).to_json(),
        "monitors": {name: _line(found, name) for name in found.grades},
    }


def _line(found: Checked, name: str) -> str:
    """One monitor in a line of name=value."""
    grade: Grade = found.grades[name]
    recall = grade.recall.to_json()
    told = {
        "musts": grade.recall.n,
        "found": grade.recall.right,
        **{f"recall_{part}": recall[part] for part in ("share", "low", "high")},
        "findings": grade.episodes,
        "false": len(grade.false),
        "stale": len(grade.stale),
        "silences": grade.silences,
        "broken": len(grade.broken),
        "cannot_tell": found.replay.cannot_tell[name],
        "of": found.replay.asked[name],
    }
    return " ".join(f"{key}={value}" for key, value in told.items())
