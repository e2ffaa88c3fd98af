"""Help on its way: service orders, joint applications, the ledger of projects, visits to families."""

import numpy as np
import polars as pl
from polars import col

from demo.town.dice import Dice
from demo.town.life.housing import head_of
from demo.town.life.trouble import span_days
from demo.town.span import NEVER
from demo.town.world import World

NEEDS = ("助洁", "助浴", "助医", "康复", "代办", "陪诊", "维修")
ORDERS = 1400  # a year, per 3,489 households
OVERDUE = 0.012


def help(world: World) -> None:
    """Tables `orders`, `applications`, `visits`, `deliveries`."""
    for part in (_orders, _applications, _visits, _deliveries):
        part(world.dice(part.__name__), world)


def _orders(dice: Dice, world: World) -> None:
    """Orders to the assistance consortium: planned, and done within some days; a few are forgotten."""
    persons = np.unique(
        np.r_[world["special"]["person"].to_numpy(), world["certificates"]["person"].to_numpy()]
    )
    many = world.scaled(ORDERS * span_days(world) / 365)
    who = persons[dice.whole(0, len(persons) - 1, many)]
    on = world.span.first + dice.whole(0, span_days(world) - 20, many).astype("m8[D]")
    on = np.sort(on)
    forgotten = dice.chance(OVERDUE, many)
    forgotten[np.flatnonzero(np.isnat(world.days("until")[who]))[many // 3 : many // 3 + 1]] = True
    planned = on + dice.whole(2, 9, many).astype("m8[D]")
    done = planned + np.where(
        forgotten, dice.whole(150, 260, many), dice.whole(-2, 5, many)
    ).astype("m8[D]")
    done[done > world.span.last] = NEVER
    until = world.days("until")[who]
    kept = world.here(who, on) & (np.isnat(until) | (until > planned + 300) | ~forgotten)
    rows = pl.DataFrame(
        {"person": who, "on": on, "planned": planned, "done": done, "forgotten": forgotten,
         "need": dice.pick(NEEDS, many), "satisfaction": dice.whole(3, 5, many)}
    )  # fmt: skip
    world.add("orders", **rows.filter(pl.Series(kept)).to_dict())


def _applications(dice: Dice, world: World) -> None:
    """Joint applications: of families that came on a list in the town's time, and some refused ones."""
    came = world["aid"].filter(col("since") > world.span.first.item())
    others = np.setdiff1d(np.arange(world.homes.height), world["aid"]["home"].to_numpy())
    refused = dice.some(others, world.scaled(60))
    on = np.r_[
        came["since"].to_numpy() - 34,
        world.span.first + dice.whole(5, span_days(world) - 40, len(refused)),
    ]
    world.add(
        "applications",
        home=np.r_[came["home"].to_numpy(), refused], on=on,
        granted=np.arange(len(on)) < came.height,
    )  # fmt: skip


def _visits(dice: Dice, world: World) -> None:
    """A visit to every listed family each quarter, besides the reviews."""
    aid = world["aid"]
    frames = []
    for start in np.arange(world.span.first - 92, world.span.last, 91):
        on = start + dice.whole(0, 85, aid.height).astype("m8[D]")
        frames.append(
            pl.DataFrame(
                {"home": aid["home"], "on": on, "until": aid["until"], "since": aid["since"]}
            )
        )
    rows = pl.concat(frames, how="vertical_relaxed").filter(
        col("on") >= col("since"), col("until").is_null() | (col("on") < col("until")),
        col("on") <= world.span.last.item(),
    )  # fmt: skip
    world.add("visits", **rows.sort("on", "home").select("home", "on").to_dict())


def _deliveries(dice: Dice, world: World) -> None:
    """What projects gave to whom: gift packs to every listed family once a year, and single things."""
    heads = head_of(world)
    aid = world["aid"]
    frames = []
    for year in world.span.years:
        packs = aid.filter(pl.Series(dice.chance(0.98, aid.height)))
        on = np.datetime64(f"{year}-01-12") + dice.whole(0, 12, packs.height).astype("m8[D]")
        frames.append(pl.DataFrame({"home": packs["home"], "on": on, "project": "HP-29"}))
        others = dice.some(aid["home"].to_numpy(), world.scaled(500))
        when = np.datetime64(f"{year}-02-01") + dice.whole(0, 320, len(others)).astype("m8[D]")
        project = dice.pick(["HP-05", "HP-13", "HP-21", "HP-22", "HP-28", "HP-16"], len(others))
        frames.append(pl.DataFrame({"home": others, "on": when, "project": project}))
    rows = pl.concat(frames, how="vertical_relaxed").filter(col("on") <= world.span.last.item())
    there = world.here(heads[rows["home"].to_numpy()], rows["on"].to_numpy())
    world.add("deliveries", **rows.filter(pl.Series(there)).sort("on", "home").to_dict())
