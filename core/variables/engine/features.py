"""The whole calculation: from the facts as of a day to persons and households.

Records → columns per class (extracts) → columns per person (persons, core.household) → counts per
household → columns per household (homes) → the seventy variables. A few families take the same
way as a whole city; only less is read.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import ModuleType

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.facts import View
from core.household.kin import homes_of_kin, relatives
from core.household.order import collected
from core.household.spine import Spine, spine
from core.household.support import support
from core.variables.engine.extract import extracts
from core.variables.engine.reading import Keys, chosen, read
from core.variables.engine.shelf import household_schema, modules_of, variables
from core.variables.engine.stages import staged
from core.variables.engine.tally import Tally

PERSON_SHELVES = ("core.household", "core.variables.persons")
SHARED = ("dibao_listed", "dibao_since", "edge_listed", "rigid_listed", "reviewed_on")
"""Household facts that every person of the household carries too."""


@dataclass(frozen=True)
class Features:
    """*households*: one row a household, `household_schema()` first, then every column the
    variables are made of; *persons*: one row a person who belongs or belonged to one."""

    households: pl.DataFrame
    persons: pl.DataFrame


def features(
    view: View,
    std: Standards,
    households: Collection[str] | None = None,
    *,
    entitlements: pl.DataFrame | None = None,
    told: pl.DataFrame | None = None,
) -> Features:
    """Persons and households of the city, or of *households* only, as the facts of *view* tell
    them and as the parameters and the day of *std* judge them (both normally of the same day).

    *entitlements*: household, n_entitled_not_received, from the rules. *told*: household and any
    variables, as a visit or the family answered them; an answer counts where no record does.
    """
    place = _place(view, std, households)
    keys = _keys(view, place, households)
    facts = read(extracts("household").values(), view, std, keys)
    persons = _persons(view, std, keys, facts)
    homes = pl.concat(
        [place.homes, facts, _tallied(std, persons, place.homes.height)], how="horizontal"
    )
    homes = homes.with_columns(_support(view, std, persons, homes))
    homes = _beside(homes, entitlements, {"n_entitled_not_received": pl.Int64()}, "")
    homes = _told(homes, told)
    whole = collected(staged(homes.lazy(), household_shelf(std)))
    return _shown(whole, persons, households)


def _place(view: View, std: Standards, households: Collection[str] | None) -> Spine:
    """The persons of the chosen households and of their next of kin."""
    if households is None:
        return spine(view, std)
    near = spine(view, std, households)
    return spine(view, std, {*households, *homes_of_kin(view, near)})


def _keys(view: View, place: Spine, households: Collection[str] | None) -> Keys:
    few = None if households is None else chosen(view, place.persons, place.homes)
    return Keys(place.persons, place.homes, few)


def _persons(view: View, std: Standards, keys: Keys, facts: pl.DataFrame) -> pl.DataFrame:
    columns = read(extracts("person").values(), view, std, keys)
    shared = facts.select(pl.col(SHARED).gather(keys.persons["home"]))
    frame = pl.concat([keys.persons, columns, shared], how="horizontal")
    persons = collected(staged(frame.lazy(), person_shelf(std)))
    return pl.concat([persons, relatives(persons)], how="horizontal")


def _tallied(std: Standards, persons: pl.DataFrame, count: int) -> pl.DataFrame:
    """The tallies of every household, null where it has no person."""
    every = tallies(std)
    prepared = [e for name, tally in every.items() for e in tally.prepared(name)]
    grouped = [e for name, tally in every.items() for e in tally.grouped(name)]
    unflagged = (col("home") + 0).alias("home")  # polars groups a key flagged as sorted far slower
    plan = persons.lazy().select(unflagged, *prepared).group_by("home").agg(grouped)
    found = collected(plan)
    return spread(found, "home", count)


def spread(found: pl.DataFrame, key: str, count: int) -> pl.DataFrame:
    """The rows at the place their key says, null elsewhere."""
    row = pl.repeat(None, count, dtype=pl.UInt32, eager=True)
    row = row.scatter(found[key], pl.int_range(found.height, dtype=pl.UInt32, eager=True))
    return found.drop(key).select(pl.all().gather(row))


def _support(view: View, std: Standards, persons: pl.DataFrame, homes: pl.DataFrame) -> pl.Series:
    listed = [
        col(name).fill_null(False) for name in ("dibao_listed", "edge_listed", "rigid_listed")
    ]
    families = homes.select(
        home="key",
        n_members=col("n_members"),
        income=pl.when(col("gross_sum_unknown") == 0).then("gross_sum"),
        assisted=pl.any_horizontal(*listed, col("n_tekun").fill_null(0) > 0),
    )
    owed = support(view, std, persons, families)
    return spread(owed, "home", homes.height)["support"].fill_null(0)


def _beside(
    homes: pl.DataFrame, given: pl.DataFrame | None, types: Mapping[str, pl.DataType], prefix: str
) -> pl.DataFrame:
    """The given columns beside the homes, by household; columns not given are null."""
    nothing = pl.DataFrame(schema={"household": pl.String(), **types})
    rows = nothing if given is None else pl.concat([nothing, given], how="diagonal_relaxed")
    rows = rows.unique("household", keep="last", maintain_order=True)
    rows = rows.select("household", pl.col(list(types)).name.prefix(prefix))
    return homes.join(rows, on="household", how="left", maintain_order="left")


def _told(homes: pl.DataFrame, told: pl.DataFrame | None) -> pl.DataFrame:
    """The answers beside the homes; a count with members nobody could judge takes the answer."""
    homes = _beside(homes, told, {n: v.dtype for n, v in variables().items()}, "told_")
    for name, variable in variables().items():
        if told is not None and variable.kind == "count" and name in told.columns:
            answer, open_ = col(f"told_{name}"), f"{name}_unknown"
            taken = answer.is_not_null() & (col(open_).fill_null(1) > 0)
            homes = homes.with_columns(
                when(taken).then(pl.max_horizontal(answer, name)).otherwise(name).alias(name),
                when(taken).then(0).otherwise(open_).alias(open_),
            )
    return homes


def _shown(
    whole: pl.DataFrame, persons: pl.DataFrame, households: Collection[str] | None
) -> Features:
    first = list(household_schema())
    rest = [c for c in whole.columns if c not in first and not c.startswith("told_") and c != "key"]
    whole = whole.select(*(col(n).cast(t) for n, t in household_schema().items()), *rest)
    people = persons.drop("key", "home")
    if households is None:
        return Features(whole, people)
    ours = pl.Series(sorted(households), dtype=pl.String).implode()
    return Features(*(f.filter(col("household").is_in(ours)) for f in (whole, people)))


def person_shelf(std: Standards) -> dict[str, Expr]:
    """The derived columns of a person."""
    found = [modules_of(package, "COLUMN") for package in PERSON_SHELVES]
    return {n: m.value(std).cast(m.COLUMN.dtype) for shelf in found for n, m in shelf.items()}


def home_modules() -> dict[str, ModuleType]:
    return modules_of("core.variables.homes", "COLUMN") | modules_of("core.variables", "VARIABLE")


def household_shelf(std: Standards) -> dict[str, Expr]:
    """The derived columns of a household; an answer somebody gave fills an unknown variable."""
    shelf = {
        n: m.value(std).cast(_dtype(n, m)) for n, m in home_modules().items() if hasattr(m, "value")
    }
    for name, variable in variables().items():
        if name in shelf and variable.kind != "count":
            shelf[name] = pl.coalesce(shelf[name], col(f"told_{name}"))
        if variable.decays:
            shelf[f"{name}_days"] = home_modules()[name].value_days(std)
    return shelf


def _dtype(name: str, module: ModuleType) -> pl.DataType:
    dtype: pl.DataType = variables()[name].dtype if name in variables() else module.COLUMN.dtype
    return dtype


def tallies(std: Standards) -> dict[str, Tally]:
    """Everything that is counted over the persons of a household."""
    found: dict[str, Tally] = {}
    for module in home_modules().values():
        found |= module.members(std) if hasattr(module, "members") else {}
    return found
