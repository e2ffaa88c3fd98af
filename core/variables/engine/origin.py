"""Which columns and which classes of data stand behind a column, read off the expressions."""

from collections.abc import Mapping

from polars import Expr

from core.city.standards import Standards
from core.variables.engine.extract import class_of, extracts
from core.variables.engine.features import (
    PERSON_SHELVES,
    home_modules,
    household_shelf,
    person_shelf,
    tallies,
)
from core.variables.engine.reading import schema_of
from core.variables.engine.shelf import modules_of, variables

MEMBERSHIP = "member"
"""Behind every count there is also who belongs to the household; it is told of n_members only."""

BESIDE = {"support": ("M14-03", "M27-02"), "listed": ("P01-01", "P01-03", "P01-04")}
"""Columns that no extract reads, and the classes they come from."""

_GRAPHS: dict[tuple[object, int], tuple[object, Mapping[str, set[str]]]] = {}


def columns_behind(name: str, std: Standards) -> set[str]:
    """The columns of extracts that *name* is computed from, apart from who is a member."""
    graph = _graph(std)
    own = graph.get(name) == {MEMBERSHIP}
    found, waiting, seen = set(), [name], set() if own else {MEMBERSHIP}
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += graph.get(one, ())
            found |= set() if one in graph else {one}
    return found


def classes_behind(name: str, std: Standards) -> tuple[str, ...]:
    """The classes of data that *name* is computed from, in order."""
    home = class_of_column(std)
    found: set[str] = set()
    for column in columns_behind(name, std):
        found |= {home[column]} if column in home else set(BESIDE.get(column, ()))
    return tuple(sorted(found))


def class_of_column(std: Standards) -> dict[str, str]:
    """Every column of an extract with its class."""
    modules = (extracts("person") | extracts("household")).values()
    return {column: class_of(m) for m in modules for column in schema_of(m, std)}


def title_of(column: str, std: Standards) -> str:
    """What a column means, in Chinese: its own title, or what its class tells; "" for tallies."""
    if column in variables():
        return variables()[column].title
    made = home_modules() | {
        n: m for p in PERSON_SHELVES for n, m in modules_of(p, "COLUMN").items()
    }
    if column in made:
        title: str = made[column].COLUMN.title
        return title
    told = extracts("person") | extracts("household")
    class_id = class_of_column(std).get(column, "")
    return (told[class_id].__doc__ or "").splitlines()[0] if class_id else ""


def _graph(std: Standards) -> Mapping[str, set[str]]:
    """Every derived column with the columns it is computed from directly."""
    key = (std.at, id(std.parameters))
    if key not in _GRAPHS:
        _GRAPHS[key] = (std.parameters, _drawn(std))  # kept, so that the id stays theirs
    return _GRAPHS[key][1]


def _drawn(std: Standards) -> Mapping[str, set[str]]:
    graph = {n: _roots(e) for n, e in (person_shelf(std) | household_shelf(std)).items()}
    for name, tally in tallies(std).items():
        member = set() if tally.everyone else {MEMBERSHIP}
        for one in (name, f"{name}_unknown"):
            graph[one] = graph.get(one, set()) | _roots(tally.of) | member
    return {name: roots - {name} for name, roots in graph.items()}


def _roots(expression: Expr) -> set[str]:
    return {n for n in expression.meta.root_names() if not n.startswith("told_")}
