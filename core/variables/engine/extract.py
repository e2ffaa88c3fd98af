"""From the records of one class to columns per person or per household.

An extract is one file, called as its class: EXTRACT says how records are keyed and what no record
means, `columns` gives the columns, `where` (if there is one) which records count, `prepare` adds
what has to be known of other records of the same key. EXAMPLES prove it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import ModuleType
from typing import Any, Literal

from core.variables.engine.shelf import modules_of

SHELF = "core.variables.extracts"


@dataclass(frozen=True, kw_only=True)
class Extract:
    """How the records of a class become columns.

    *take*: "latest" gives `columns` one record a key (the newest by *by*), "all" lets them
    aggregate. *absent* holds what columns say when a fresh class has no record for a key; others
    are null then; why absence may mean that, the catalogue says (`core.sources`, absence_because).
    *lasting* columns keep what they know when the class is stale: an event that was reported has
    happened (a Boolean keeps only its true).
    *through_person*: a household's record may name a person; it goes where that person lives.
    """

    per: Literal["person", "household"] = "person"
    take: Literal["latest", "all"] = "all"
    by: str = "data_date"
    absent: Mapping[str, Any] = field(default_factory=dict)
    lasting: tuple[str, ...] = ()
    through_person: bool = False


@dataclass(frozen=True)
class Given:
    """An example: records of one key, and what some of the columns must then say."""

    name: str
    rows: tuple[dict[str, Any], ...]
    expect: dict[str, Any]
    fresh: bool = True


def given(name: str, *rows: dict[str, Any], **expect: Any) -> Given:
    return Given(name, rows, expect)


def stale(name: str, *rows: dict[str, Any], **expect: Any) -> Given:
    """The same while the class has not been delivered for too long."""
    return Given(name, rows, expect, fresh=False)


def moment(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment in an example: Shanghai wall time, as departments write it."""
    return datetime.combine(date(year, month, day), time(hour, minute))


def extracts(per: str) -> dict[str, ModuleType]:
    """The extracts keyed by person or by household, by class id."""
    shelf = modules_of(SHELF, "EXTRACT")
    return {class_of(m): m for m in shelf.values() if m.EXTRACT.per == per}


def class_of(module: ModuleType) -> str:
    """The class an extract reads: its file is called p01_01 for P01-01."""
    return module.__name__.rpartition(".")[2].upper().replace("_", "-")
