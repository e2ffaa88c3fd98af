"""Which sources have not delivered in time: a fact that the digest and the doctor tell."""

import asyncio
from dataclasses import dataclass
from datetime import date

from core.facts import View
from core.facts.here import facts_here
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


async def late_here(on: date) -> tuple[str, ...] | None:
    """The late classes as of *on*, asked in the middle of a chat; None where no house is open."""
    store = facts_here()
    if store is None:
        return None
    return tuple(late.class_id for late in await asyncio.to_thread(late_sources, store.view(on)))
