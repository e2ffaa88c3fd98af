"""Who could belong to which household, and whom the town has listed.

A person belongs to one household only: the one that lists them in a current registry of
assistance (共同生活成员, the town's own finding), else the one they are registered in.
"""

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl
from polars import LazyFrame, col

from core.city.standards import Standards
from core.facts import View
from core.household.order import collected

ACTIVE = {"P01-01": ("在保", "渐退"), "P01-03": ("在册",), "P01-04": ("在册",)}
"""Registries that list the members of a family, strongest first, with the states in force."""

REGISTERS = ("P02-01", "P02-02", "P02-03", "P02-04", "P01-02", "M01-11", "M01-01")
"""Classes that tell a person's household, most trusted first."""


@dataclass(frozen=True)
class Spine:
    """Persons and homes in a fixed order.

    *persons*: key (row number), person, household, home (row number of the household), listed
    (true on the household's list, false not on it, null no list). *homes*: key, household.
    """

    persons: pl.DataFrame
    homes: pl.DataFrame


def spine(view: View, std: Standards, households: Collection[str] | None = None) -> Spine:
    """The persons of *households*, or of everybody."""
    lists = _lists(view)
    chosen = None if households is None else pl.Series("household", sorted(households), pl.String)
    lived = _registered(view, lists, chosen)
    both = pl.concat([lists.select("person", "household"), lived])
    people = both.unique("person", keep="first", maintain_order=True)
    if chosen is not None:
        people = people.filter(col("household").is_in(chosen.implode()))
    return _numbered(people, lists, _homes(view, people, chosen))


def placed(view: View, persons: pl.Series) -> pl.DataFrame:
    """person, household: where these persons belong; who is in no register is left out."""
    wanted = persons.implode()
    lists = _lists(view).filter(col("person").is_in(wanted))
    every = [view.records(c).select("person", "household").drop_nulls() for c in REGISTERS]
    lived = collected(pl.concat([rows.filter(col("person").is_in(wanted)) for rows in every]))
    return pl.concat([lists, lived]).unique("person", keep="first", maintain_order=True)


def _lists(view: View) -> pl.DataFrame:
    """person, household of every list in force; one row a person."""
    found = [collected(_listed(view, class_id)) for class_id in ACTIVE]
    return pl.concat(found).unique("person", keep="first", maintain_order=True)


def _listed(view: View, class_id: str) -> LazyFrame:
    records = view.records(class_id).filter(
        col("status").is_in(ACTIVE[class_id]), col("household").is_not_null()
    )
    lists = records.sort("data_date", descending=True, maintain_order=True)
    people = lists.select("household", person="members").explode("person", empty_as_null=True)
    return people.filter(col("person").is_not_null()).select("person", "household")


def _registered(view: View, lists: pl.DataFrame, chosen: pl.Series | None) -> pl.DataFrame:
    """person, household of every register, most trusted first.

    For chosen households: everything the registers say of whoever any of them puts there.
    """
    every = [view.records(c).select("person", "household").drop_nulls() for c in REGISTERS]
    if chosen is None:
        return collected(pl.concat(every))
    there = col("household").is_in(chosen.implode())
    named = collected(pl.concat([rows.filter(there) for rows in every]))["person"]
    wanted = pl.concat([named, lists.filter(there)["person"]]).unique().implode()
    return collected(pl.concat([rows.filter(col("person").is_in(wanted)) for rows in every]))


def _homes(view: View, people: pl.DataFrame, chosen: pl.Series | None) -> pl.DataFrame:
    """Every household that has a person or stands in a registry."""
    standing = [
        view.records(c).filter(col("status").is_in(ACTIVE[c])).select("household") for c in ACTIVE
    ]
    named = collected(pl.concat(standing).drop_nulls())
    if chosen is not None:
        named = named.filter(col("household").is_in(chosen.implode()))
    every = pl.concat([people.select("household"), named])
    return every.unique().sort("household").with_row_index("key")


def _numbered(people: pl.DataFrame, lists: pl.DataFrame, homes: pl.DataFrame) -> Spine:
    named = lists.with_columns(listed=True)
    having = lists.select("household").unique().with_columns(has_list=True)
    persons = (
        people.lazy()
        .join(homes.lazy().rename({"key": "home"}), on="household", how="left")
        .join(named.lazy(), on=["person", "household"], how="left")
        .join(having.lazy(), on="household", how="left")
        .with_columns(listed=pl.when("has_list").then(col("listed").fill_null(False)))
        .sort("home", "person")
        .drop("has_list")
    )
    return Spine(collected(persons).with_row_index("key"), homes)
