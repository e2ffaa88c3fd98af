"""One person's answers, merged over everything a range could be."""

from typing import Any

from core.rules.engine.stated import Facts
from core.rules.engine.values import Range


class Cells:
    """The columns of a family's rows, as they speak of one person."""

    def __init__(
        self, facts: Facts, person: int, place: slice, columns: dict[str, list[Any]], rows: int
    ) -> None:
        self.facts, self.person, self.columns = facts, person, columns
        self.place, self.rows = place, rows

    @property
    def who(self) -> str:
        return self.facts.people[self.person].who

    def _all(self, cell: str) -> list[Any]:
        values = self.columns[cell]
        return values[self.place] if len(values) == self.rows else values

    def truth(self, cell: str) -> Any:
        """The value where it is the same whatever the ranges are; else None."""
        values = self._all(cell)
        return values[0] if all(v is values[0] or v == values[0] for v in values) else None

    def span(self, cell: str) -> tuple[Any, Any]:
        """The least and the most; None where one of them cannot be told."""
        values = self._all(cell)
        return (None, None) if None in values else (min(values), max(values))

    def fact(self, name: str) -> Any:
        """A told fact, or a column worked out; a Range where it is one."""
        if name not in self.columns:
            return self.facts.value(name, self.person)
        low, high = self.span(name)
        return low if low == high else Range(low, high)
