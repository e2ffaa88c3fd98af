"""Disability: certificates issued, renewed, changed in level, and what is given for it."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.span import NEVER, Days, Numbers, months_later
from demo.town.world import World

KINDS = ("肢体", "视力", "听力", "言语", "智力", "精神", "多重")
YEARS_VALID = 10
NEW_PER_YEAR = 0.012  # of people over 18 without a certificate and without help for one
LEVEL_CHANGES = 0.012  # of certificates in a year
UNRENEWED = 0.15  # of certificates that run out


def disability(world: World) -> None:
    """Tables `certificates` (one row per issue), `subsidies` (person, kind, since, until)."""
    dice = world.dice("disability")
    first = _first_issues(dice, world)
    rows = pl.concat([first, _changes(dice, world, first)], how="vertical_relaxed")
    rows = pl.concat([rows, _renewals(dice, world, rows)]).sort("person", "issued")
    next_one = pl.col("issued").shift(-1).over("person")
    rows = rows.with_columns(replaced=next_one).filter(
        pl.col("replaced").is_null() | (pl.col("replaced") > pl.col("issued"))
    )
    world.add("certificates", **rows.to_dict())
    world.add("new_cards", person=rows.filter(pl.col("why") == "new")["person"])
    _subsidies(dice, world)


def _first_issues(dice: Dice, world: World) -> pl.DataFrame:
    """Old certificates of the disabled, and new ones of people who become disabled."""
    everybody = np.arange(world.people.height)
    age = world.age(world.span.first)
    severe = world.is_("trait", "severe")
    mild = ~severe & (age >= 18) & dice.chance(0.05, len(everybody)) & world.is_("trait", None)
    old = np.flatnonzero((severe | mild) & world.here(everybody, world.span.first))
    issued = world.span.first - dice.whole(30, YEARS_VALID * 365 - 20, len(old)).astype("m8[D]")
    healthy = np.flatnonzero(~severe & ~mild & (age >= 30))
    days = int((world.span.last - world.span.first).astype(int))
    who, on = dice.happen(NEW_PER_YEAR, len(healthy), world.span.first + 20, days - 20)
    who, once = np.unique(who, return_index=True)
    new, on = healthy[who], on[once]
    there = world.here(new, on)
    person = np.r_[old, new[there]]
    level = np.where(severe[person], dice.whole(1, 2, len(person)), dice.whole(3, 4, len(person)))
    fresh = np.arange(len(person)) >= len(old)
    level = np.where(fresh, dice.whole(1, 4, len(person)), level)
    return _rows(dice, person, np.r_[issued, on[there]], level, np.where(fresh, "new", "old"))


def severe() -> pl.Expr:
    """Who is paid for nursing: levels 1 and 2, of a mind disabled 3 as well."""
    mind = pl.col("kind").is_in(["智力", "精神"]) & (pl.col("level") == 3)
    return (pl.col("level") <= 2) | mind


def _rows(dice: Dice, person: Numbers, issued: Days, level: Numbers, why: Numbers) -> pl.DataFrame:
    kind = dice.pick(KINDS, len(person), [50, 10, 12, 3, 12, 10, 3])
    return pl.DataFrame(
        {"person": person, "issued": issued, "valid_to": months_later(issued, 12 * YEARS_VALID),
         "kind": kind, "level": level, "why": pl.Series(why, dtype=pl.String)}
    )  # fmt: skip


def _changes(dice: Dice, world: World, first: pl.DataFrame) -> pl.DataFrame:
    """Levels that get worse or better: another certificate takes the place of the first."""
    old = first.filter(pl.col("why") == "old")
    days = int((world.span.last - world.span.first).astype(int)) - 60
    who, on = dice.happen(LEVEL_CHANGES, old.height, world.span.first + 45, max(days, 1))
    who, once = np.unique(who, return_index=True)
    if not len(who) and old.height:
        who, on, once = np.array([0]), np.array([world.span.first + 200]), np.array([0])
    rows = old[who].with_columns(pl.Series("issued", on[once]), why=pl.lit("level"))
    there = world.here(rows["person"].to_numpy(), rows["issued"].to_numpy())
    worse = pl.when(pl.col("level") > 1).then(pl.col("level") - 1).otherwise(pl.lit(2))
    valid = months_later(rows["issued"].to_numpy(), 12 * YEARS_VALID)
    return rows.with_columns(level=worse, valid_to=pl.Series(valid)).filter(pl.Series(there))


def _renewals(dice: Dice, world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """Most certificates that run out are renewed some weeks before or after; some are not."""
    latest = rows.sort("person", "issued").unique("person", keep="last", maintain_order=True)
    ending = latest.filter(
        pl.col("valid_to").is_between((world.span.first + 10).item(), (world.span.last + 40).item())
    )
    on = ending["valid_to"].to_numpy() + dice.whole(-25, 40, ending.height).astype("m8[D]")
    renewed = ~dice.chance(UNRENEWED, ending.height) & (on <= world.span.last)
    renewed &= world.here(ending["person"].to_numpy(), on)
    return ending.with_columns(
        pl.Series("issued", on), pl.Series("valid_to", months_later(on, 12 * YEARS_VALID)),
        why=pl.lit("renewed"),
    ).filter(pl.Series(renewed))  # fmt: skip


def _subsidies(dice: Dice, world: World) -> None:
    """Who is paid for being disabled: poor people to live on, severely disabled ones for nursing.

    Some new cardholders are forgotten; people on tekun get their care from there.
    """
    cards = world["certificates"].filter(pl.col("why") != "renewed")
    firsts = cards.unique("person", keep="first", maintain_order=True)
    person = firsts["person"].to_numpy()
    since = months_later(np.maximum(firsts["issued"].to_numpy(), world.span.before), 1)
    since = since.astype("M8[M]").astype("M8[D]")
    fresh = (firsts["why"] == "new").to_numpy()
    forgotten = fresh & dice.chance(0.45, len(person))
    forgotten[np.flatnonzero(fresh)[:1]] = True
    since = np.where(forgotten, NEVER, since)
    poor = world.kind_is(person, "dibao", "danrenbao", "edge")
    nursed = firsts.select(severe()).to_series().to_numpy()
    tekun = world.kind_is(person, "tekun", "migrant")
    frames = [
        pl.DataFrame(
            {"person": person, "kind": kind, "since": since, "entitled": entitled & ~tekun,
             "level": firsts["level"], "until": world.days("until")[person]}
        )
        for kind, entitled in (("生活补贴", poor), ("护理补贴", nursed))
    ]  # fmt: skip
    rows = pl.concat(frames, how="vertical_relaxed").filter("entitled").drop("entitled")
    world.add("subsidies", **rows.to_dict())
