"""Deaths, moves and partings: the day everybody is gone."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.fate import destined, kept
from demo.town.span import NEVER, Days, Numbers
from demo.town.world import World

YEARLY_LEAVING = 0.006


YEARLY_MOVING_HOMES = 0.003


YEARLY_DIVORCES = 0.008


def leaving(dice: Dice, world: World) -> None:
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
    who, on = dice.happen(YEARLY_DIVORCES, len(couples), world.span.first, span_days(world) - 100)
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


def span_days(world: World) -> int:
    return int((world.span.last - world.span.first).astype(int)) + 1
