"""Births, deaths, marriages and moves: who belongs to a household from when until when."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.families import RELATION, shared_surnames
from demo.town.life.leaving import leaving, span_days
from demo.town.names import given_name, names
from demo.town.numbers import id_numbers
from demo.town.span import Days, Numbers
from demo.town.world import NOBODY, World

YEARLY_BIRTHS = 0.035  # per woman of 20 to 42 with a family
TWINS = 0.12
YEARLY_MARRIAGES = 0.03  # per single person of 24 to 40
YEARLY_RENAMES = 0.0012


def demography(world: World) -> None:
    """Newcomers join `people`; everybody gets the day they are gone, and a number."""
    dice = world.dice("demography")
    born = _births(dice, world)
    brides = _marriages(dice, world)
    joining = pl.concat([born, brides], how="diagonal")
    world.people = pl.concat([world.people, joining], how="diagonal").with_columns(
        pl.int_range(pl.len()).alias("person"),
        pl.col("father", "mother", "spouse").fill_null(NOBODY),
    )
    world.people = shared_surnames(world.people)
    _family_table(world, born, brides)
    leaving(dice, world)
    people = world.people
    area = areas(world)
    numbers = id_numbers(area, people["born"].to_numpy(), people["male"].to_numpy())
    world.people = people.with_columns(numbers)
    _renames(dice, world)


def areas(world: World) -> Numbers:
    """The four digits after 99 of everybody; migrants come from elsewhere."""
    towns = {code: 101 + n for n, code in enumerate(world.places.towns)}
    homes = world.homes.select(
        "home", area=pl.col("town").replace_strict(towns, return_dtype=pl.Int64)
        + pl.when(pl.col("kind") == "migrant").then(100).otherwise(0),
    )  # fmt: skip
    return world.people.join(homes, on="home", how="left", maintain_order="left")["area"].to_numpy()


def _births(dice: Dice, world: World) -> pl.DataFrame:
    """Children of women who live with a partner or a child; some are twins."""
    age = world.age(world.span.first)
    family = world.is_("role", "spouse", "head") & world.is_("trait", None)
    women = np.flatnonzero((world.numbers("male") == 0) & (age >= 20) & (age <= 42) & family)
    who, on = dice.happen(YEARLY_BIRTHS, len(women), world.span.first, span_days(world) - 40)
    who, first = np.unique(who, return_index=True)
    mothers, on = women[who], on[first]
    mothers, on = _at_least_one(world, women, mothers, on)
    twins = dice.chance(TWINS, len(mothers))
    twins[:1] = True
    mothers, on = np.repeat(mothers, 1 + twins), np.repeat(on, 1 + twins)
    father = world.numbers("spouse")[mothers]
    joining = _joining(dice, world, world.numbers("home")[mothers], "child", on, on)
    return joining.with_columns(mother=pl.Series(mothers), father=pl.Series(father))


def _at_least_one(world: World, women: Numbers, mothers: Numbers, on: Days) -> tuple[Numbers, Days]:
    """Every town has a newborn in a family on dibao, however small it is."""
    dibao = np.setdiff1d(women[world.kind_is(women, "dibao")], mothers)
    if world.kind_is(mothers, "dibao").any() or not len(dibao):
        return mothers, on
    return np.r_[mothers, dibao[:1]], np.r_[on, world.span.first + 200]


def _marriages(dice: Dice, world: World) -> pl.DataFrame:
    """Single people who marry; the wife or husband moves in some weeks later."""
    age = world.age(world.span.first)
    alone = (world.numbers("spouse") == NOBODY) & world.is_("role", "head", "child")
    single = np.flatnonzero(alone & (age >= 24) & (age <= 40))
    who, on = dice.happen(YEARLY_MARRIAGES, len(single), world.span.first, span_days(world) - 120)
    who, first = np.unique(who, return_index=True)
    married, on = single[who], on[first]
    since = on + dice.whole(20, 110, len(married)).astype("m8[D]")
    born = world.days("born")[married] + dice.whole(-900, 900, len(married)).astype("m8[D]")
    male = 1 - world.numbers("male")[married]
    joining = _joining(dice, world, world.numbers("home")[married], "spouse", born, since, male)
    return joining.with_columns(spouse=pl.Series(married), married=pl.Series(on))


def _joining(
    dice: Dice, world: World, homes: Numbers, role: str, born: Days, since: Days,
    male: Numbers | None = None,
) -> pl.DataFrame:  # fmt: skip
    male = dice.whole(0, 1, len(homes)) if male is None else male
    return pl.DataFrame(
        {"home": homes, "place": 9, "role": role, "male": male, "born": born, "since": since,
         "relation": np.where(male == 1, *RELATION[role]), "trait": None},
        schema_overrides={"place": pl.Int64, "trait": pl.String, "role": pl.String,
                          "relation": pl.String, "born": pl.Date, "since": pl.Date},
    ).with_columns(names(dice, born, male))  # fmt: skip


def _family_table(world: World, born: pl.DataFrame, brides: pl.DataFrame) -> None:
    start = world.people.height - born.height - brides.height
    dice = world.dice("registering births")
    world.add(
        "births",
        person=start + np.arange(born.height),
        mother=born["mother"], father=born["father"], on=born["born"],
        registered=born["born"].to_numpy() + dice.whole(8, 45, born.height).astype("m8[D]"),
    )  # fmt: skip
    world.add(
        "weddings",
        person=brides["spouse"], spouse=start + born.height + np.arange(brides.height),
        on=brides["married"],
    )  # fmt: skip
    world.people = world.people.drop("married")


def _renames(dice: Dice, world: World) -> None:
    who, on = dice.happen(YEARLY_RENAMES, world.people.height, world.span.first, span_days(world))
    who, first = np.unique(who, return_index=True)
    on = on[first]
    if not len(who):
        who, on = np.array([0]), np.array([world.span.first + 150])
    there = world.here(who, on)
    who, on = who[there], on[there]
    new = world.words("name")[who].str.slice(0, 1) + given_name(dice, world.numbers("male")[who])
    world.add("renames", person=who, on=on, name=new)
