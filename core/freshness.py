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
    title_en: str
    department: str
    last: date | None

    def named(self, lang: str) -> str:
        return self.title_en if lang == "en" else self.title


def late_sources(view: View) -> list[Late]:
    """The classes that delivered before and are stale now, in catalogue order."""
    return [
        Late(name, source.title, source.title_en, source.department, view.last_delivery(name))
        for name, source in sources().items()
        if view.fresh(name) is False
    ]
