"""What each monitor may do in this run: its stage, its hour, who put it off, whether it is braked."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from core.monitoring.life import Life
from scheduler.monitors.shelf import Monitor

RED = "红"
OPEN, SILENT, ELSEWHERE, FLOOD = "open", "silent", "elsewhere", "flood"
LIVE = Life("live")


@dataclass(frozen=True)
class Conduct:
    """*lives* of monitors (live where nothing is said); *due*: who may begin something new now,
    None everybody; *quiet*: (monitor, household) that were put off."""

    lives: Mapping[str, Life] = field(default_factory=dict)
    due: Set[str] | None = None
    quiet: Set[tuple[str, str]] = frozenset()

    def life(self, monitor: str) -> Life:
        return self.lives.get(monitor, LIVE)

    def way(self, monitor: Monitor, row: Mapping[str, Any]) -> str:
        """What becomes of a hit that has no case: open, silent, elsewhere, or "" nothing at all."""
        life = self.life(monitor.id)
        if not life.counts or (self.due is not None and monitor.id not in self.due):
            return ""
        if (monitor.id, row["household"]) in self.quiet and row["colour"] != RED:
            return ""
        if life.stage == "silent":
            return SILENT
        return OPEN if life.opens_in(monitor.id, row["region"] or "") else ELSEWHERE
