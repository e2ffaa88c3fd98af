"""Illness: stays in hospital and what they cost, long treatment, serious diagnoses, insurance."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.assistance import ON_LISTS
from demo.town.span import NEVER, Days, Numbers
from demo.town.world import World

HOSPITALS = ("平湖市第一人民医院", "平湖市中医院", "平湖市第二人民医院", "嘉兴市第一医院")
DIAGNOSES = ("I63.9", "J18.9", "I25.1", "E11.9", "J44.1", "K80.2", "S72.0", "N18.9", "M51.2", "I10")
SERIOUS = ("C34", "C16", "C50", "C18", "N18.0", "I21", "C22", "C91")
YEARLY_SERIOUS = 0.004
WORST = 140_000  # yuan: one bill of every town, however small, is far beyond all lines


def illness(world: World) -> None:
    """Tables `stays`, `serious`, `long_treatments`, `insurance`."""
    dice = world.dice("illness")
    _serious(dice, world)
    _stays(dice, world)
    _long_treatments(dice, world)
    _insurance(dice, world)


def _history(world: World) -> int:
    return int((world.span.last - world.span.before).astype(int))


def _serious(dice: Dice, world: World) -> None:
    """Serious diagnoses: *told* late for some, who were found ill years before (旧病复诊)."""
    age = world.age(world.span.first)
    ill = np.flatnonzero(world.is_("trait", "ill"))
    before = world.span.before - dice.whole(10, 600, len(ill)).astype("m8[D]")
    rate = YEARLY_SERIOUS * np.where(age > 55, 2.2, 0.6) * (age > 4)
    who, on = dice.happen(rate, len(age), world.span.before, _history(world))
    who, once = np.unique(who, return_index=True)
    on = on[once]
    kept = world.here(who, on) & ~np.isin(who, ill)
    who, on = _in_both_worlds(world, who[kept], on[kept])
    person, on = np.r_[ill, who], np.r_[before, on]
    old = dice.chance(0.08, len(person)) & (on > world.span.first)
    told = on + 5
    world.add(
        "serious",
        person=person, told=told,
        on=np.where(old, on - dice.whole(700, 1800, len(person)), on),
        again=old, disease=dice.pick(SERIOUS, len(person)),
        hospital=dice.pick(HOSPITALS, len(person)),
    )  # fmt: skip


def _in_both_worlds(world: World, who: Numbers, on: Days) -> tuple[Numbers, Days]:
    """However small the town, somebody on dibao falls seriously ill after it went live."""
    live = world.span.first + 200
    if (world.kind_is(who, "dibao") & (on > live)).any():
        return who, on
    healthy = world.who(kind="dibao", role="head")
    healthy = healthy[np.isnat(world.days("until")[healthy]) & ~np.isin(healthy, who)]
    return np.r_[who, healthy[-1:]], np.r_[on, np.repeat(live + 30, len(healthy[-1:]))]


def _stays(dice: Dice, world: World) -> None:
    """Stays in hospital: by age and trait, and once more for every serious diagnosis."""
    age = world.age(world.span.first)
    ill = world.is_("trait", "ill", "severe")
    rate = np.select([age >= 75, age >= 60, age >= 40], [0.28, 0.16, 0.06], 0.025) * np.where(
        ill, 2, 1
    )
    who, on = dice.happen(rate, len(age), world.span.before, _history(world))
    found = world["serious"].filter(~pl.col("again"))
    who = np.r_[who, found["person"].to_numpy()]
    on = np.r_[on, found["on"].to_numpy() + 3]
    heavy = np.arange(len(who)) >= len(who) - found.height
    kept = (on >= world.span.before) & (on <= world.span.last) & world.here(who, on)
    who, on, heavy = who[kept], on[kept], heavy[kept]
    length = np.where(dice.chance(0.12, len(who)), 0, 2 + dice.gaps(7.0, len(who)))
    length = np.minimum(np.where(heavy, 8 + length, length), 45)
    _costs(dice, world, who, on, length, heavy)


def _costs(
    dice: Dice, world: World, who: Numbers, on: Days, length: Numbers, heavy: Numbers
) -> None:
    """Total fee, what the fund pays, what the patient pays; and the medical aid for those listed.

    Fees keep a distance from the lines rules draw, so that nobody is a borderline case by chance.
    """
    many = len(who)
    fee = np.where(heavy, dice.around(85_000, 0.45, many), dice.around(6500, 0.6, many))
    listed = world.kind_is(who, *ON_LISTS)
    fee = np.where(heavy & ~listed, fee * 1.9, fee)
    fee = np.minimum(fee * np.where(length == 0, 0.2, 1), 260_000)
    fee[np.flatnonzero(heavy & listed & (on > world.span.first))[:1]] = WORST
    share = np.where(listed, 0.72, 0.65)
    fund, own = fee * share, fee * (1 - share)
    free = own * dice.share(many) * 0.35
    fund, paid, free = ((np.round(x * 100)).astype(np.int64) for x in (fund, own - free, free))
    out = on + length
    until = world.days("until")[who]
    out = np.where(~np.isnat(until) & (until < out), until, out)
    world.add(
        "stays",
        person=who, admitted=on, discharged=out,
        settled=out + dice.whole(0, 3, many).astype("m8[D]"), heavy=heavy,
        hospital=dice.pick(HOSPITALS, many), diagnosis=dice.pick(DIAGNOSES, many),
        fee=fund + paid + free, fund=fund, self_pay=paid, self_fund=free,
        aided=listed & ~dice.chance(0.04, many),
    )  # fmt: skip


def _long_treatments(dice: Dice, world: World) -> None:
    """Registered long-term outpatient treatment, with a payment every other month."""
    age = world.age(world.span.first)
    many = len(age)
    rate = np.where(world.is_("trait", "ill"), 0.9, np.where(age >= 60, 0.16, 0.03))
    person = np.flatnonzero(dice.chance(rate, many))
    filed = world.span.first - dice.whole(30, 1000, len(person)).astype("m8[D]")
    there = world.here(person, world.span.first)
    person, filed = person[there], filed[there]
    world.add(
        "long_treatments",
        person=person, filed=filed, disease=dice.pick(["M01601", "M03900", "M07800", "M00500"], len(person)),
        monthly=dice.whole(40, 260, len(person)) * 100, until=world.days("until")[person],
    )  # fmt: skip


def _insurance(dice: Dice, world: World) -> None:
    """Medical insurance year by year: a few of those on assistance lapse, some of them come back."""
    everybody = np.arange(world.people.height)
    for year in world.span.years:
        start = np.datetime64(f"{year}-01-01")
        born = world.days("born")
        there = np.flatnonzero(
            world.here(everybody, np.maximum(start, born)) & (born < start + 366)
        )
        lapse = dice.chance(0.008, len(there)) & (born[there] < start)
        lapse &= ~world.kind_is(there, "migrant", "tekun")
        low = np.flatnonzero(world.kind_is(there, "dibao") & (world.age(start, there) > 1))
        lapse[low[len(low) // 2 : len(low) // 2 + 1]] = True
        back = start + dice.whole(60, 300, len(there)).astype("m8[D]")
        back = np.where(lapse & dice.chance(0.5, len(there)), back, NEVER)
        frame = pl.DataFrame(
            {"person": there, "year": year, "lapsed": lapse, "back": back,
             "on": np.maximum(start, born[there])}
        )  # fmt: skip
        _append(world, "insurance", frame)


def _append(world: World, table: str, frame: pl.DataFrame) -> None:
    rows = [world[table].drop("row"), frame] if table in world.tables else [frame]
    world.add(table, **pl.concat(rows).to_dict())
