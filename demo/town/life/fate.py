"""What is laid down before chance begins: a few deaths and sentences every town must know.

Small towns would otherwise hardly ever have a fatherless child whose mother is imprisoned, a new
widow, or a death on tekun; numbers are per 3,489 households and assumed.
"""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.families import story_home
from demo.town.span import NEVER, Days, Numbers
from demo.town.world import World

ORPHANED, JAILED, RELEASED, REHAB = 6, 9, 9, 5
LONG, SHORT = 700, 120  # days of a sentence; a short one leaves nobody unattended for good


def fate(world: World) -> None:
    """Tables `orphaned`, `destined` (deaths), `prison`, `rehab`."""
    dice = world.dice("fate")
    parents = _families_with_children(world)
    orphaned = dice.some(parents, min(world.scaled(ORPHANED), max(len(parents) // 2, 1)))
    _orphaned(dice, world, orphaned)
    _destined(dice, world, orphaned)
    _prison(dice, world, np.setdiff1d(parents, orphaned))


def _families_with_children(world: World) -> Numbers:
    """Homes of two parents and a child under twelve, on assistance or not."""
    age = world.age(world.span.first)
    young = world.numbers("home")[
        world.is_("role", "child") & (age < 12) & world.is_("trait", None)
    ]
    homes = world.where(template="parents and child")
    return np.intersect1d(homes[~world.home_is(homes, "kind", "migrant")], young)


def _member(world: World, homes: Numbers, role: str) -> Numbers:
    found = world.people.filter(pl.col("role") == role).select("home", "person")
    table = np.full(world.homes.height, -1)
    table[found["home"].to_numpy()] = found["person"].to_numpy()
    return table[homes]


def _orphaned(dice: Dice, world: World, homes: Numbers) -> None:
    """The father dies, the mother is sentenced soon after; every third time only for months."""
    many = len(homes)
    days = int((world.span.last - world.span.first).astype(int))
    died = world.span.first + dice.whole(150, max(days - 220, 151), many).astype("m8[D]")
    world.add(
        "orphaned",
        home=homes, father=_member(world, homes, "head"), mother=_member(world, homes, "spouse"),
        child=_member(world, homes, "child"), died=died,
        jailed=died + dice.whole(15, 60, many).astype("m8[D]"),
        short=np.arange(many) % 3 == 2,
    )  # fmt: skip


def _destined(dice: Dice, world: World, orphaned: Numbers) -> None:
    """Deaths on given days: those fathers, one old husband, one person on tekun."""
    fathers = world["orphaned"]
    couple = world.where(kind="dibao", template="old couple")[:1]
    tekun = world.where(kind="tekun", template="lone elder")[-1:]
    person = np.r_[fathers["father"].to_numpy(), _member(world, np.r_[couple, tekun], "head")]
    later = world.span.first + np.array([230, 260])[: len(couple) + len(tekun)]
    on = np.r_[fathers["died"].to_numpy(), later]
    world.add("destined", person=person, on=on)


def _prison(dice: Dice, world: World, homes: Numbers) -> None:
    """Sentences: mothers of the orphaned, fathers who go in, and fathers who come out."""
    ends = np.cumsum([world.scaled(n) for n in (JAILED, RELEASED, REHAB)])
    others = world.where(template=["single parent", "ill parent and family", "young couple"])
    going, coming, rehab, _ = np.split(np.r_[dice.shuffled(homes), others], ends)
    days = int((world.span.last - world.span.first).astype(int))
    mothers = world["orphaned"]
    jailed = world.span.first + dice.whole(100, max(days - 60, 101), len(going)).astype("m8[D]")
    freed = world.span.first + dice.whole(150, max(days - 40, 151), len(coming)).astype("m8[D]")
    sentence = np.where(mothers["short"].to_numpy(), SHORT, LONG)
    person = np.r_[mothers["mother"].to_numpy(), _member(world, np.r_[going, coming], "head")]
    world.add(
        "prison",
        person=person,
        since=np.r_[mothers["jailed"].to_numpy(), jailed, freed - dice.whole(300, 900, len(coming))],
        until=np.r_[mothers["jailed"].to_numpy() + sentence,
                    jailed + dice.whole(400, 1200, len(going)), freed],
        why=["mother"] * mothers.height + ["sentenced"] * len(going) + ["released"] * len(coming),
        homeless=np.r_[np.zeros(mothers.height + len(going), bool), dice.chance(0.4, len(coming))],
    )  # fmt: skip
    _rehab(dice, world, rehab, days)


def _rehab(dice: Dice, world: World, homes: Numbers, days: int) -> None:
    since = world.span.first + dice.whole(100, max(days - 60, 101), len(homes)).astype("m8[D]")
    until = since + 730
    world.add("rehab", person=_member(world, homes, "head"), since=since, until=until)


def kept(world: World) -> Numbers:
    """People whom chance must not carry off: the seed's family, and those fate has plans for."""
    oldest = int(np.argmin(world.days("born").astype(np.int64)))
    homes = np.r_[
        story_home(world), world.numbers("home")[oldest], world["orphaned"]["home"].to_numpy(),
        world.numbers("home")[world["prison"]["person"].to_numpy()],
        world.numbers("home")[world["rehab"]["person"].to_numpy()],
    ]  # fmt: skip
    return np.flatnonzero(np.isin(world.numbers("home"), homes))


def destined(world: World, many: int) -> Days:
    """The day of death laid down for each person; mostly none."""
    found = np.full(many, NEVER)
    found[world["destined"]["person"].to_numpy()] = world["destined"]["on"].to_numpy()
    return found
