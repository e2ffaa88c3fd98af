"""What departments know of one family, as facts: a bound resident is not asked for these again."""

from collections.abc import Mapping
from typing import Any

from polars import col

from core.rules.engine.follows import Values
from core.rules.engine.stated import Facts, Person, completed, stated
from core.rules.engine.take_up import City


def known(city: City, household: str) -> Facts:
    """The facts of one household of the frames; its members in their order, called by their ids."""
    home = city.households.filter(col.household == household)
    rows = city.persons.filter(col.household == household).rows(named=True)
    people = [Person(str(row["person"]), _told(row)) for row in rows]
    return completed(_told(home.row(0, named=True)), tuple(people or [Person("family", {})]))


def with_told(facts: Facts, told: Mapping[str, Any], person: int = 0) -> Facts:
    """The same family with what was told on top: what people say now goes before old records."""
    more = stated(told)
    people = list(facts.people)
    first = people[person]
    said = {n: v for n, v in more.people[0].facts.items() if n not in more.taken}
    people[person] = Person(first.who, first.facts | said)
    home = {n: v for n, v in more.household.items() if n not in more.taken}
    return Facts(facts.household | home, tuple(people), facts.taken)


def _told(row: Mapping[str, Any]) -> Values:
    """The known facts of a row, without its keys."""
    return {n: v for n, v in row.items() if v is not None and n not in ("household", "person")}
