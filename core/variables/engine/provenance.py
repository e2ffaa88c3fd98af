"""Where the values of one household come from: class, record date, the day we learnt it."""

from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

import polars as pl
from polars import col

from core.city.standards import Standards
from core.facts import View
from core.household.order import collected_all
from core.household.spine import spine
from core.variables.engine.extract import class_of, extracts
from core.variables.engine.features import Features, features
from core.variables.engine.origin import class_of_column, classes_behind, columns_behind
from core.variables.engine.shelf import variables


@dataclass(frozen=True)
class Evidence:
    """What one class said, of one person or of the household, that a variable rests on.

    *value*: the columns it gave. Without a record *data_date* is None, *observed* the day of the
    last delivery (None: never delivered), and *value* what the absence of a record says.
    """

    class_id: str
    data_date: date | None
    observed: date | None
    value: dict[str, Any]
    person: str | None = None

    @property
    def department(self) -> str:
        return self.class_id.partition("-")[0]


Dates = dict[str, dict[str, tuple[date | None, date | None]]]


def provenance(view: View, std: Standards, household: str) -> dict[str, list[Evidence]]:
    """Every variable with its evidence: records of the family, and declared classes without any.

    Some evidence comes from restricted classes: who may see it, `sources()[class_id]` says.
    """
    found = features(view, std, [household])
    dates = _dates(view, std, household)
    home = class_of_column(std)
    return {name: _of_variable(view, std, name, found, dates, home) for name in variables()}


def _of_variable(
    view: View, std: Standards, name: str, found: Features, dates: Dates, home: dict[str, str]
) -> list[Evidence]:
    columns = columns_behind(name, std) & home.keys()
    evidence = []
    for class_id in sorted({*classes_behind(name, std), *variables()[name].classes}):
        own = sorted(c for c in columns if home[c] == class_id)
        evidence += _of_class(view, class_id, own, found, dates.get(class_id, {}))
        if not dates.get(class_id) and class_id in variables()[name].classes:
            evidence.append(_silence(view, class_id, own, found))
    return evidence


def _of_class(
    view: View, class_id: str, columns: list[str], found: Features, dates: dict[str, Any]
) -> list[Evidence]:
    person = class_id in extracts("person")
    evidence = []
    for holder, (data_date, observed) in dates.items():
        value = _value(found, columns, holder if person else None)
        if value:
            one = Evidence(class_id, data_date, observed, value, holder if person else None)
            evidence.append(one)
    return evidence


def _silence(view: View, class_id: str, columns: list[str], found: Features) -> Evidence:
    known: ModuleType | None = (extracts("person") | extracts("household")).get(class_id)
    absent = known.EXTRACT.absent if known and view.fresh(class_id) else {}
    value = {c: absent[c] for c in columns if c in absent}
    return Evidence(class_id, None, view.last_delivery(class_id), value)


def _value(found: Features, columns: list[str], person: str | None) -> dict[str, Any]:
    frame = found.households if person is None else found.persons.filter(col("person") == person)
    if not frame.height or not columns:
        return {}
    row = frame.select(columns).row(0, named=True)
    return {name: value for name, value in row.items() if value is not None}


def _dates(view: View, std: Standards, household: str) -> Dates:
    """class → person or household → newest data_date and observed of their records."""
    people = spine(view, std, [household]).persons["person"]
    read = {
        class_of(m): m.EXTRACT.per for p in ("person", "household") for m in extracts(p).values()
    }
    plans = [_newest(view, class_id, per, people, household) for class_id, per in read.items()]
    frames = collected_all(plans)
    return {
        class_id: {key: (data, seen) for key, data, seen in frame.rows() if seen is not None}
        for class_id, frame in zip(read, frames, strict=True)
    }


def _newest(view: View, class_id: str, per: str, people: pl.Series, household: str) -> pl.LazyFrame:
    records = view.records(class_id)
    theirs = col("person").is_in(people.implode())
    ours = theirs if per == "person" else (col("household") == household) | theirs.fill_null(False)
    key = col("person") if per == "person" else pl.lit(household)
    return (
        records.filter(ours)
        .group_by(key.alias("key"))
        .agg(col("data_date").max(), col("observed").max())
    )
