"""Homes: how safe the house is, what is rented, fire hazards found and mended, light and water."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.assistance import ON_LISTS
from demo.town.life.trouble import grown, span_days
from demo.town.span import NEVER, Days, Flags, Numbers
from demo.town.world import World

GRADED = 0.12  # of homes
DANGEROUS = 26  # houses of grade C or D per 3,489 households
HAZARDS = 40  # families with something to mend in a sweep of 2,888 (seed)
PUBLIC_RENTALS = 60
ARREARS = 8
CUT_OFF = 12  # a year
READINGS = 34  # a year: sudden drops of electricity or water at lone elders'


def housing(world: World) -> None:
    """Tables `apart`, `houses`, `rentals`, `checks`, `hazards`, `cuts`, `water_arrears`, `drops`."""
    for part in (_apart, _houses, _rentals, _checks, _hazards, _cuts, _water_arrears, _drops):
        part(world.dice(part.__name__), world)


def steady_homes(world: World, *kinds: str) -> Numbers:
    """Homes of these kinds in which nobody comes or goes while the town lives."""
    people = world.people.group_by("home").agg(
        steady=(pl.col("until").is_null() & (pl.col("since") < world.span.first.item())).all()
    )
    steady = people.filter("steady")["home"].sort().to_numpy()
    return steady[world.home_is(steady, "kind", *kinds)] if kinds else steady


def head_of(world: World) -> Numbers:
    """The first member of every home."""
    people = world.people.sort("home", "place").unique("home", keep="first", maintain_order=True)
    return people.sort("home")["person"].to_numpy()


def _apart(dice: Dice, world: World) -> None:
    """A few grown people registered here live with somebody elsewhere."""
    adults = grown(world, 30, 75)
    world.add("apart", person=dice.some(adults, world.scaled(45)))


def _houses(dice: Dice, world: World) -> None:
    """Safety grades; the dangerous ones are lived in or empty, mended or not."""
    homes = np.flatnonzero(dice.chance(GRADED, world.homes.height))
    bad = dice.some(steady_homes(world, *ON_LISTS), world.scaled(DANGEROUS))
    homes = np.setdiff1d(homes, bad)
    everyone = np.r_[homes, bad]
    ill = np.arange(len(everyone)) >= len(homes)
    grade = np.where(
        ill,
        dice.pick(["C", "D"], len(everyone), [3, 2]).to_numpy(),
        dice.pick(["A", "B"], len(everyone), [7, 3]).to_numpy(),
    )
    on = world.span.first + dice.whole(-500, 420, len(everyone)).astype("m8[D]")
    mended = np.where(
        ill & dice.chance(0.4, len(everyone)), on + dice.whole(120, 260, len(everyone)), NEVER
    )
    mended[mended > world.span.last] = NEVER
    empty = ill & (np.arange(len(everyone)) % 6 == 5)
    world.add(
        "houses", home=everyone, grade=grade, on=on, mended=mended, lived_in=~empty,
        measure=np.where(ill, dice.pick(["修缮", "重建"], len(everyone)).to_numpy(), "无"),
    )  # fmt: skip


def _rentals(dice: Dice, world: World) -> None:
    """Public rentals with their rent; some fall behind."""
    homes = dice.some(
        steady_homes(world, "dibao", "edge", "danrenbao", "rigid"), world.scaled(PUBLIC_RENTALS)
    )
    world.add(
        "rentals", home=homes, rent=dice.whole(60, 420, len(homes)) * 100,
        area=dice.whole(38, 62, len(homes)),
        since=world.span.first - dice.whole(100, 1500, len(homes)).astype("m8[D]"),
        behind=np.where(dice.chance(0.08, len(homes)), dice.whole(1, 3, len(homes)), 0),
    )  # fmt: skip


def _checks(dice: Dice, world: World) -> None:
    """Every family in difficulty is checked for fire hazards once a year."""
    homes = np.flatnonzero(world.home_is(np.arange(world.homes.height), "kind", *ON_LISTS))
    steady = np.isin(homes, steady_homes(world))
    frames = []
    for year in world.span.years:
        start = np.datetime64(f"{year}-01-10")
        on = start + dice.whole(0, 330, len(homes)).astype("m8[D]")
        found = np.zeros(len(homes), bool)
        found[dice.some(np.flatnonzero(steady), world.scaled(HAZARDS))] = True
        frames.append(pl.DataFrame({"home": homes, "on": on, "found": found}))
    rows = pl.concat(frames, how="vertical_relaxed").sort("on", "home")
    there = _somebody_there(world, rows["home"].to_numpy(), rows["on"].to_numpy())
    world.add("checks", **rows.filter(pl.Series(there)).to_dict())


def _somebody_there(world: World, homes: Numbers, on: Days) -> Flags:
    gone = world.people.group_by("home").agg(
        pl.when(pl.col("until").is_not_null().all()).then(pl.col("until").max())
    )
    last = gone.sort("home")["until"].to_numpy()[homes]
    found: Flags = np.isnat(last) | (on < last)
    return found


def _hazards(dice: Dice, world: World) -> None:
    """Hazards found are due in thirty days: mended in time, late, or not yet."""
    found = world["checks"].filter("found")
    many = found.height
    due = found["on"].to_numpy() + 30
    how = dice.pick(["in time", "late", "open"], many, [60, 27, 13]).to_numpy()
    how[:2] = ["late", "open"][:many]
    wait = np.where(how == "late", dice.whole(6, 60, many), -dice.whole(2, 22, many))
    fixed = np.where(how == "open", NEVER, due + wait)
    world.add(
        "hazards", home=found["home"], found=found["on"], due=due, fixed=fixed,
        hazard=dice.pick(["电线老化", "煤气瓶存放不当", "杂物堆积", "私拉电线"], many),
        level=dice.pick(["一般", "较大", "重大"], many, [8, 3, 1]),
    )  # fmt: skip


def _cuts(dice: Dice, world: World) -> None:
    """Electricity cut for arrears, and given back."""
    among = steady_homes(world)
    listed = among[world.home_is(among, "kind", *ON_LISTS)]
    days = span_days(world) - 30
    many = max(2, world.scaled(CUT_OFF * days / 365))
    homes = np.r_[
        dice.some(listed, many * 3 // 4), dice.some(np.setdiff1d(among, listed), max(1, many // 4))
    ]
    on = world.span.first + dice.whole(10, days, len(homes)).astype("m8[D]")
    on[:1] = world.span.first + 210
    at = on.astype("M8[us]") + dice.whole(480, 1000, len(homes)).astype("m8[m]")
    world.add(
        "cuts", home=homes, at=at, arrears=dice.whole(120, 900, len(homes)) * 100,
        restored=at + dice.whole(2 * 1440, 12 * 1440, len(homes)).astype("m8[m]"),
    )  # fmt: skip


def _water_arrears(dice: Dice, world: World) -> None:
    """Water not paid for five months in a row."""
    homes = dice.some(steady_homes(world, *ON_LISTS), world.scaled(ARREARS))
    last = max((span_days(world) - 180) // 30, 1)
    month = world.span.first.astype("M8[M]") + dice.whole(1, last, len(homes))
    world.add(
        "water_arrears",
        home=homes,
        since=month.astype("M8[D]"),
        until=(month + 5).astype("M8[D]"),
        monthly=dice.whole(25, 60, len(homes)) * 100,
    )


def _drops(dice: Dice, world: World) -> None:
    """Readings that fall: something has happened, or nobody is at home and that is known, or the
    net was down for a day."""
    lone = world["special"].filter(pl.col("kind") != "空巢", pl.col("until").is_null())
    people = lone.filter(pl.col("since") < world.span.first.item())["person"].to_numpy()
    days = span_days(world) - 20
    many = min(max(4, world.scaled(READINGS * days / 365)), len(people))
    who = dice.shuffled(people)[:many]
    on = world.span.first + dice.whole(15, days, many).astype("m8[D]")
    on[:2] = world.span.first + np.array([190, 240])[:many]
    cause = dice.pick(["real", "maintenance"], many, [3, 1]).to_numpy()
    cause[:2] = "real"
    away, left = _away(dice, world, np.setdiff1d(people, who), many // 3 + 1)
    who, on = np.r_[who, away], np.r_[on, left]
    cause = np.r_[cause, np.repeat(np.array(["away"], dtype=object), len(away))]
    world.add(
        "drops", person=who, home=world.numbers("home")[who], on=on, cause=cause,
        meter=np.where(np.arange(len(who)) % 2 == 0, "electricity", "water"),
        days=np.select([cause == "maintenance", cause == "away"], [1, 3], dice.whole(3, 6, len(who))),
    )  # fmt: skip


def _away(dice: Dice, world: World, people: Numbers, many: int) -> tuple[Numbers, Days]:
    """Weeks in which patrols were told that somebody is away or in hospital: nothing is used then."""
    weeks = world["patrol_weeks"].filter(
        pl.col("how").is_in(["away", "hospital"]), pl.col("week") > world.span.first.item(),
        pl.col("person").is_in(pl.Series(people).implode()),
    )  # fmt: skip
    weeks = weeks.sort("week").unique("person", keep="first", maintain_order=True)
    chosen = weeks[dice.some(np.arange(weeks.height), many).tolist()]
    return chosen["person"].to_numpy(), chosen["week"].to_numpy() + 3
