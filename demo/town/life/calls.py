"""What people tell the town: hotline calls, what grid workers see on their rounds, disputes."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.assistance import ON_LISTS
from demo.town.life.housing import head_of
from demo.town.life.trouble import grown, moments, on_lists, some_people, span_days
from demo.town.world import World

SUBJECTS = ("低保政策", "医疗费用", "住房维修", "邻里纠纷", "养老服务", "水电气")
CALLS, ROUNDS, EVENTS, DISPUTES = 420, 9000, 500, 60  # a year, per 3,489 households
REPEATED = 6


def calls(world: World) -> None:
    """Tables `tickets`, `rounds`, `events`, `disputes`."""
    dice = world.dice("calls")
    heads = head_of(world)
    world.add("tickets", **_tickets(dice, world, heads).to_dict())
    for table, yearly in (("rounds", ROUNDS), ("events", EVENTS), ("disputes", DISPUTES)):
        home, on = _some_homes(dice, world, heads, yearly)
        world.add(
            table, home=home, person=heads[home], on=on, at=moments(dice, on, 8, 18),
            kind=dice.pick(["走访", "安全隐患", "环境", "民生诉求"], len(home)),
        )  # fmt: skip


def _some_homes(
    dice: Dice, world: World, heads: np.ndarray, yearly: float
) -> tuple[np.ndarray, np.ndarray]:
    many = max(2, world.scaled(yearly * span_days(world) / 365))
    home = dice.whole(0, world.homes.height - 1, many)
    on = np.sort(world.span.first + dice.whole(0, span_days(world) - 2, many).astype("m8[D]"))
    there = world.here(heads[home], on)
    return home[there], on[there]


def _tickets(dice: Dice, world: World, heads: np.ndarray) -> pl.DataFrame:
    """Hotline calls: mostly one per household and subject; some call three times in two months.

    A household that calls by chance is kept from doing so too often, so that only those count.
    """
    home, on = _some_homes(dice, world, heads, CALLS)
    often = _often(dice, world)
    single = ~np.isin(home, often["home"].to_numpy())
    home, on = home[single], on[single]
    home, once = np.unique(home, return_index=True)
    rows = pl.DataFrame({"home": home, "on": on[once], "subject": dice.pick(SUBJECTS, len(home)),
                         "often": False, "satisfied": dice.chance(0.8, len(home))})  # fmt: skip
    both = pl.concat([rows, often.select(rows.columns)]).sort("on", "home")
    at = moments(dice, both["on"].to_numpy(), 8, 18)
    return both.with_columns(
        pl.Series("at", at), pl.Series("person", heads[both["home"].to_numpy()])
    )


def _often(dice: Dice, world: World) -> pl.DataFrame:
    heads = np.intersect1d(head_of(world), grown(world, 25))
    heads = on_lists(world, heads)
    listed = heads[world.kind_is(heads, *ON_LISTS)]
    who, on = some_people(dice, world, listed, REPEATED, 80)
    close_miss = np.arange(len(who)) % 4 == 3
    gaps = np.where(close_miss, 60, dice.whole(12, 26, len(who)))
    frames = [
        pl.DataFrame({"home": world.numbers("home")[who], "on": on + (n * gaps).astype("m8[D]"),
                      "subject": pl.Series(np.array(SUBJECTS)[who % len(SUBJECTS)]),
                      "often": ~close_miss, "satisfied": False})
        for n in range(3)
    ]  # fmt: skip
    return pl.concat(frames, how="vertical_relaxed").filter(pl.col("on") <= world.span.last.item())
