"""A whole city through the rules: who is entitled, and who is entitled and not receiving.

Three-valued: true, false, and null where something is not known. Nobody is decided upon: what
comes out are hints that people follow up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.rules.engine.city import facts_frame, family_facts, household_facts, person_facts
from core.rules.engine.plan import Compiled, completed, plan, prepared
from core.rules.engine.shelf import is_personal

HOME = "home"
KEYS = {"household": ["household"], "person": ["person", "household"]}


@dataclass(frozen=True)
class City:
    """Facts of the rules for a city: *households* one row each; *persons* one row a member, with
    the row number of the household as `home`."""

    households: pl.DataFrame
    persons: pl.DataFrame


@dataclass(frozen=True)
class TakeUp:
    """A column a benefit, by id: *households* for benefits of a family, *persons* for the others."""

    households: pl.DataFrame
    persons: pl.DataFrame


def city_facts(
    households: pl.DataFrame,
    persons: pl.DataFrame,
    std: Standards,
    prices: tuple[int, int] | None = None,
) -> City:
    """From the frames of `features` (all persons; only members count).

    *prices*: consumer and food prices of the month on the year, in basis points.
    """
    members = persons.lazy().filter(col.member & ~col.dead.fill_null(False))
    homes = _homes(households.lazy(), members, std, prices).collect()
    people = facts_frame(_with_parents(members), person_facts(std), KEYS["person"])
    place = homes.lazy().select("household").with_row_index(HOME)
    numbered = people.join(place, on="household", how="left", maintain_order="left")
    return City(homes, numbered.collect())


def _homes(
    households: pl.LazyFrame,
    members: pl.LazyFrame,
    std: Standards,
    prices: tuple[int, int] | None,
) -> pl.LazyFrame:
    cpi, food = prices or (None, None)
    own = facts_frame(households, household_facts(std), KEYS["household"])
    months = (lit(std.at) - col.accident_on).dt.total_days() // 30
    return (
        own.join(family_facts(members, std), on="household", how="left", maintain_order="left")
        .with_columns(
            accident_months=months.cast(pl.Int64),
            cpi_yoy=lit(cpi, pl.Int64),
            food_yoy=lit(food, pl.Int64),
        )
        .drop("accident_on")
    )


def _with_parents(members: pl.LazyFrame) -> pl.LazyFrame:
    """`parent_here`: a minor lives with a father or mother of whom nothing grave is recorded."""
    homes = members.select(parent="person", parent_home="household")
    here = []
    for parent in ("father", "mother"):
        well = members.filter(col.age < 18, col(f"{parent}_state").is_null())
        pair = well.select("person", "household", parent=parent).join(homes, on="parent")
        here.append(pair.filter(col.household == col.parent_home).select("person"))
    cared = pl.concat(here).unique().with_columns(parent_here=lit(True))
    return members.join(cared, on="person", how="left", maintain_order="left")


def verdicts(city: City, std: Standards) -> TakeUp:
    """Every rule over the city: true entitled, false not, null cannot tell."""
    return evaluated(city, std, plan(std).rules.values(), Compiled.verdict)


def evaluated(
    city: City, std: Standards, of: Iterable[Compiled], what: Callable[[Compiled], Expr]
) -> TakeUp:
    """A column a rule: of families over the households, of persons over their members."""
    found: dict[str, list[Expr]] = {grain: [] for grain in KEYS}
    for compiled in of:
        found[compiled.rule.card.of].append(what(compiled).alias(compiled.rule.id))
    read = {name for expr in found["person"] for name in expr.meta.root_names()}
    shared = [col(name).alias(f"home.{name}") for name in sorted(read) if not is_personal(name)]
    homes = prepared(city.households.lazy(), std)
    both = homes.select(*KEYS["household"], *found["household"], *shared).collect()
    told = [c for c in both.columns if c.startswith("home.")]
    beside = both.select(col(c).gather(city.persons[HOME]).alias(c[5:]) for c in told)
    people = completed(city.persons.hstack(beside).lazy())
    return TakeUp(both.drop(told), people.select(*KEYS["person"], *found["person"]).collect())


def take_up(city: City, std: Standards) -> TakeUp:
    """Entitled and not receiving, benefit by benefit."""
    due = [c for c in plan(std).rules.values() if c.can_be_missed]
    return evaluated(city, std, due, lambda c: c.verdict() & ~c.received())


def missing_benefits(city: City, std: Standards) -> pl.DataFrame:
    """household, n_entitled_not_received: rights that are due for sure and not received.

    Services with limited places, charity and emergency aid are no rights and do not count, nor does
    what is not sure; null where nothing at all could be judged.
    """
    rights = [c for c in plan(std).rules.values() if c.can_be_missed and c.rule.is_right]
    found = evaluated(city, std, rights, lambda c: c.verdict() & ~c.received())
    own = found.households.select("household", *_counted(found.households))
    people = found.persons.select("household", *_counted(found.persons))
    of_members = people.group_by("household").agg(col("due").sum(), col("judged").any())
    both = own.join(
        of_members, on="household", how="left", suffix="_members", maintain_order="left"
    )
    due = col.due + col.due_members.fill_null(0)
    judged = col.judged | col.judged_members.fill_null(False)
    return both.select("household", n_entitled_not_received=when(judged).then(due.cast(pl.Int64)))


def entitlements(households: pl.DataFrame, persons: pl.DataFrame, std: Standards) -> pl.DataFrame:
    """The same out of the frames of `features`, as it takes it back."""
    return missing_benefits(city_facts(households, persons, std), std)


def _counted(frame: pl.DataFrame) -> list[Expr]:
    benefits = [name for name in frame.columns if name.startswith("R-")]
    due = pl.sum_horizontal(col(name).fill_null(False).cast(pl.Int64) for name in benefits)
    judged = pl.any_horizontal(col(name).is_not_null() for name in benefits)
    return [due.alias("due"), judged.alias("judged")]
