"""Which sources have not delivered in time: a fact that the digest and the doctor tell."""

from dataclasses import dataclass
from datetime import date

from core.facts import View
from core.sources import sources


@dataclass(frozen=True)
class Late:
    """A class that is overdue on the day of the view."""

    class_id: str
    title: str
    department: str
    last: date | None


def late_sources(view: View) -> list[Late]:
    """The classes that delivered before and are stale now, in catalogue order."""
    return [
        Late(name, source.title, source.department, view.last_delivery(name))
        for name, source in sources().items()
        if view.fresh(name) is False
    ]
