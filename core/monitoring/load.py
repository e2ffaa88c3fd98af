"""What the alerts ask of people in an area: never what people do, only what is put on them."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.monitoring.interval import Share
from core.monitoring.outcomes import JUDGED, RIGHT
from core.store.casework import Case
from core.store.monitoring import Card, Outcome, Snooze

MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Load:
    """The last thirty days of an area: cards that went out, families they were about, how many cases
    wait their turn; *useful* of the cards somebody judged; *put_off*: alerts put off just now."""

    cards: int
    households: int
    waiting: int
    useful: Share
    put_off: int

    @property
    def per_household(self) -> float | None:
        """Cards per household and month, of the households that had any."""
        return round(self.cards / self.households, 2) if self.households else None


async def load(area: str, day: date) -> Load:
    """The load of *area* as of *day*. Cases of restricted lines count, and say nothing else."""
    cards = await Card.filter(
        day__gt=day - MONTH, day__lte=day, case__region__startswith=area
    ).values("case_id", "case__household")
    cases = {row["case_id"] for row in cards}
    return Load(
        cards=len(cards),
        households=len({row["case__household"] for row in cards}),
        waiting=await Case.filter(waits="turn", state="new", region__startswith=area).count(),
        useful=await _useful(sorted(cases)),
        put_off=await Snooze.filter(
            until__gt=day, cancelled_at=None, region__startswith=area
        ).count(),
    )


async def _useful(cases: list[int]) -> Share:
    judged = []
    for start in range(0, len(cases), 500):
        rows = Outcome.filter(case_id__in=cases[start : start + 500], leads=True)
        judged += [row["verdict"] for row in await rows.values("verdict")]
    judged = [verdict for verdict in judged if verdict in JUDGED]
    return Share(sum(verdict in RIGHT for verdict in judged), len(judged))
