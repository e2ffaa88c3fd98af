"""Views of one day after another: a class in which nothing came is read once and stays in memory.

For replays. Yesterday's records are today's unless a delivery brought rows, somebody was recognised or
a place got another code; freshness and everything judged by the day is asked anew each day.
"""

from datetime import date

from polars import DataFrame, LazyFrame

from core.facts import View
from core.household.order import collected
from core.matching.view import MatchedView

MOST_ROWS = 200_000  # of a class: bigger ones are read anew, column by column


class Lasting:
    """What was read last of each class; hand every day's view through `view`."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[MatchedView, DataFrame | None]] = {}

    def view(self, of: View) -> View:
        return _Day(self, of) if isinstance(of, MatchedView) else of

    def records(self, view: MatchedView, class_id: str) -> LazyFrame:
        """Kept when asked for a second time: what comes anew every day is not worth it."""
        before, rows = self._read.get(class_id, (None, None))
        if before is None or not view.reads_as(before, class_id):
            self._read[class_id] = view, None
            return view.records(class_id)
        if rows is None:
            if view.rows(class_id) > MOST_ROWS:
                return view.records(class_id)
            rows = collected(view.records(class_id))
            self._read[class_id] = before, rows
        return rows.lazy()


class _Day:
    """One day of them; fulfils core.facts.View."""

    def __init__(self, lasting: Lasting, view: MatchedView) -> None:
        self.at: date = view.at
        self._lasting, self._view = lasting, view

    def records(self, class_id: str) -> LazyFrame:
        return self._lasting.records(self._view, class_id)

    def last_delivery(self, class_id: str) -> date | None:
        return self._view.last_delivery(class_id)

    def fresh(self, class_id: str) -> bool | None:
        return self._view.fresh(class_id)
