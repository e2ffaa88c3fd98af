"""Births, deaths, marriages and moves: who belongs to a household from when until when."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.families import RELATION, shared_surnames
from demo.town.life.fate import destined, kept
from demo.town.names import given_name, names
from demo.town.numbers import id_numbers
from demo.town.span import NEVER, Days, Numbers
from demo.town.world import NOBODY, World

YEARLY_BIRTHS = 0.035  # per woman of 20 to 42 with a family
TWINS = 0.12
YEARLY_LEAVING = 0.006
YEARLY_MOVING_HOMES = 0.003
YEARLY_MARRIAGES = 0.03  # per single person of 24 to 40
YEARLY_DIVORCES = 0.008
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
    _gone(dice, world)
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
    who, on = dice.happen(YEARLY_BIRTHS, len(women), world.span.first, _days(world) - 40)
    who, first = np.unique(who, return_index=True)
    mothers, on = women[who], on[first]
    mothers, on = _at_least_one(world, women, mothers, on)
    twins = dice.chance(TWINS, len(mothers))
    twins[:1] = True
    mothers, on = np.repeat(mothers, 1 + twins), np.repeat(on, 1 + twins)
    father = world.numbers("spouse")[mothers]
    return _joining(dice, world, world.numbers("home")[mothers], "child", on, on).with_columns(
        mother=mothers, father=father
    )


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
    who, on = dice.happen(YEARLY_MARRIAGES, len(single), world.span.first, _days(world) - 120)
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
                          "relation": pl.String},
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


def _gone(dice: Dice, world: World) -> None:
    """Deaths and moves: each person's last day; whoever comes first wins."""
    died = _deaths(dice, world)
    left, whole_home = _moves(dice, world)
    _divorces(dice, world, left)
    staying, laid_down = kept(world), destined(world, len(died))
    died[staying], left[staying] = NEVER, NEVER
    died = np.where(np.isnat(laid_down), died, laid_down)
    left[died <= left] = NEVER
    died[left < died] = NEVER
    until = np.fmin(died, left)
    world.people = world.people.with_columns(
        pl.Series("died", died), pl.Series("left", left), pl.Series("until", until)
    )
    _death_table(dice, world)
    gone = np.flatnonzero(~np.isnat(left))
    world.add("departures", person=gone, on=left[gone], whole_home=whole_home[gone])


def _deaths(dice: Dice, world: World) -> Days:
    """Mortality rises with age (Gompertz), and more for the sick and severely disabled."""
    age = world.age(world.span.first).astype(float)
    trait = world.is_("trait", "severe", "ill")
    yearly = np.minimum(0.00004 * np.exp(0.093 * age) * np.where(trait, 3.0, 1.2), 0.6)
    died = world.span.first + dice.gaps(365 / yearly, len(age)).astype("m8[D]")
    died[(died > world.span.last) | (died <= world.days("since"))] = NEVER
    return died


def _moves(dice: Dice, world: World) -> tuple[Days, Numbers]:
    """Days on which people, or whole households, move their registration away."""
    age, home = world.age(world.span.first), world.numbers("home")
    last = world.span.last
    grown = (age >= 19) & (age <= 45)
    single = world.span.first + dice.gaps(365 / YEARLY_LEAVING, len(age)).astype("m8[D]")
    single[~grown] = NEVER
    homes = world.span.first + dice.gaps(365 / YEARLY_MOVING_HOMES, world.homes.height).astype(
        "m8[D]"
    )
    together = homes[home]
    together[world.kind_is(np.arange(len(age)), "tekun")] = NEVER
    left = np.fmin(single, together)
    left[(left > last) | (left <= world.days("since"))] = NEVER
    return left, (left == together).astype(np.int64)


def _divorces(dice: Dice, world: World, left: Days) -> None:
    """Some couples under 60 part; one of the two moves away some weeks later."""
    ties = world.numbers("spouse")
    couples = np.flatnonzero(
        world.is_("role", "spouse") & (ties >= 0) & (world.age(world.span.first) < 60)
    )
    who, on = dice.happen(YEARLY_DIVORCES, len(couples), world.span.first, _days(world) - 100)
    who, first = np.unique(who, return_index=True)
    if not len(who):
        who, first, on = np.arange(1), np.arange(1), np.array([world.span.first + 300])
    going, on = couples[who], on[first]
    on = np.maximum(on, world.days("since")[going] + 30)
    gone = on + dice.whole(30, 90, len(going)).astype("m8[D]")
    left[going] = np.where(gone <= world.span.last, gone, NEVER)
    world.add("divorces", person=ties[going], spouse=going, on=on)


def _death_table(dice: Dice, world: World) -> None:
    died = world.days("died")
    who = np.flatnonzero(~np.isnat(died))
    on, many = died[who], len(who)
    slow = dice.chance(0.1, many)
    world.add(
        "deaths",
        person=who, on=on,
        place=dice.pick(["医院", "家中", "养老机构", "其他"], many, [5, 4, 1, 0.3]),
        certified=on + dice.whole(0, 2, many).astype("m8[D]"),
        cancelled=on + np.where(slow, dice.whole(40, 75, many), dice.whole(2, 9, many)).astype("m8[D]"),
        cremated=on + dice.whole(2, 4, many).astype("m8[D]"),
    )  # fmt: skip


def _renames(dice: Dice, world: World) -> None:
    who, on = dice.happen(YEARLY_RENAMES, world.people.height, world.span.first, _days(world))
    who, first = np.unique(who, return_index=True)
    on = on[first]
    if not len(who):
        who, on = np.array([0]), np.array([world.span.first + 150])
    there = world.here(who, on)
    who, on = who[there], on[there]
    new = world.words("name")[who].str.slice(0, 1) + given_name(dice, world.numbers("male")[who])
    world.add("renames", person=who, on=on, name=new)


def _days(world: World) -> int:
    return int((world.span.last - world.span.first).astype(int)) + 1
