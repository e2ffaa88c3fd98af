"""What families own and buy: vehicles, homes, businesses."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.assistance import ON_LISTS
from demo.town.life.trouble import grown, some_people
from demo.town.span import NEVER, Days, Numbers
from demo.town.world import World

# Things that may be had (who buys them a year, per 3,489 households): what they mean for a family.
NEW = {
    "car": (6, "counts"), "scooter": (9, "exempt"), "motorcycle": (6, "exempt"),
    "flat": (3, "counts"), "shop": (7, "counts"), "co-operative": (5, "exempt"),
}  # fmt: skip


def assets(world: World) -> None:
    """Table `assets`: person, what, on (registered), until (given up), counts."""
    dice = world.dice("assets")
    frames = [_old(dice, world)] + [_new(dice, world, what) for what in NEW]
    rows = pl.concat(frames, how="vertical_relaxed")
    world.add("assets", **rows.to_dict())


def _old(dice: Dice, world: World) -> pl.DataFrame:
    """What was there before: old scooters, flats, shops of families that are not poor."""
    adults = grown(world, 25)
    rich = adults[~world.kind_is(adults, *ON_LISTS)]
    old_homes = dice.some(adults, round(0.35 * len(adults)))
    parts = [
        ("flat", old_homes), ("car", dice.some(rich, world.scaled(70))),
        ("shop", dice.some(rich, world.scaled(30))),
        ("scooter", dice.some(adults, world.scaled(160))),
        ("motorcycle", dice.some(adults, world.scaled(120))),
        ("co-operative", dice.some(adults, world.scaled(60))),
        ("scrapped car", dice.some(adults, world.scaled(20))),
    ]  # fmt: skip
    person = np.concatenate([p for _, p in parts])
    what = [name for name, p in parts for _ in range(len(p))]
    on = world.span.first - dice.whole(400, 4000, len(person)).astype("m8[D]")
    return _rows(person, what, on, np.full(len(person), NEVER), "old")


def _new(dice: Dice, world: World, what: str) -> pl.DataFrame:
    """Bought while the town lives, by families on a list; some are given up again."""
    adults = grown(world, 25, 75)
    poor = adults[world.kind_is(adults, *ON_LISTS)]
    yearly, meaning = NEW[what]
    who, on = some_people(dice, world, poor, yearly)
    given_up = np.where(dice.chance(0.4, len(who)), on + dice.whole(60, 150, len(who)), NEVER)
    given_up[given_up > world.span.last] = NEVER
    return _rows(who, [what] * len(who), on, given_up, meaning)


def _rows(person: Numbers, what: list[str], on: Days, until: Days, meaning: str) -> pl.DataFrame:
    return pl.DataFrame(
        {"person": person, "what": what, "on": on, "until": until, "meaning": meaning},
        schema_overrides={"what": pl.String, "meaning": pl.String},
    )
