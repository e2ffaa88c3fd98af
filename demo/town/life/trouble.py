"""Misfortune: accidents, injuries at work, fires, storms, violence, people missing, fraud."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.assistance import ON_LISTS
from demo.town.span import Days, Numbers
from demo.town.world import World

STORMS = (("台风", "2022-09-14"), ("台风", "2023-07-27"), ("暴雨", "2023-06-20"))


def trouble(world: World) -> None:
    """Tables `accidents`, `work_injuries`, `fires`, `storms`, `police`, `missing`, `fraud`,
    `complaints`, `ambulances`, `mental`."""
    for part in (
        _accidents,
        _work_injuries,
        _fires,
        _storms,
        _police,
        _fraud,
        _ambulances,
        _mental,
    ):
        part(world.dice(part.__name__), world)


def span_days(world: World) -> int:
    return int((world.span.last - world.span.first).astype(int))


def some_people(
    dice: Dice, world: World, among: Numbers, yearly: float, margin: int = 20
) -> tuple[Numbers, Days]:
    """About *yearly* people a year (per 3,489 households) and a day for each; one at least, and
    late enough that the watches are on. Nobody twice; everybody in town that day."""
    days = span_days(world) - margin
    many = min(world.scaled(yearly * days / 365), len(among))
    who = dice.shuffled(among)[:many]
    on = world.span.first + dice.whole(5, days, len(who)).astype("m8[D]")
    on[:1] = world.span.first + dice.whole(175, 330, 1)[0]
    there = world.here(who, on) & world.here(who, on + margin)
    return who[there], on[there]


def grown(world: World, low: int = 18, high: int = 200) -> Numbers:
    """People of that age who neither come nor go while the town lives."""
    age = world.age(world.span.first)
    stays = np.isnat(world.days("until")) & (world.days("since") < world.span.first)
    found: Numbers = np.flatnonzero((age >= low) & (age <= high) & stays)
    return found


def on_lists(world: World, persons: Numbers) -> Numbers:
    """Those of families on a list, first."""
    low = world.kind_is(persons, *ON_LISTS)
    found: Numbers = np.r_[persons[low], persons[~low]]
    return found


def moments(dice: Dice, on: Days, first_hour: int = 6, last_hour: int = 22) -> Days:
    minutes = dice.whole(first_hour * 60, last_hour * 60, len(on))
    found: Days = on.astype("M8[us]") + minutes.astype("m8[m]")
    return found


def _accidents(dice: Dice, world: World) -> None:
    who, on = some_people(dice, world, grown(world, 16, 80), 16)
    many = len(who)
    injury = dice.pick(["重伤", "轻伤", "未受伤"], many, [4, 4, 2]).to_numpy()
    injury[:1] = "重伤"
    world.add(
        "accidents",
        person=who, on=on, at=moments(dice, on), injury=injury,
        role=dice.pick(["驾驶人", "乘员", "行人", "非机动车"], many, [2, 1, 3, 4]),
        liability=dice.pick(["次责", "无责", "同责", "主责"], many),
        insured=dice.chance(0.8, many), fled=dice.chance(0.08, many),
        aided=on + dice.whole(35, 110, many).astype("m8[D]"),
    )  # fmt: skip


def _work_injuries(dice: Dice, world: World) -> None:
    first = world.span.first.item()
    steady = pl.col("end").is_null() & (pl.col("start") < first)
    jobs = world["jobs"].filter(steady | (pl.col("end") > world.span.last.item()))
    among = np.intersect1d(jobs["person"].to_numpy(), grown(world))
    who, on = some_people(dice, world, on_lists(world, among), 8)
    finding = dice.pick(["认定", "不予认定"], len(who), [4, 1]).to_numpy()
    world.add(
        "work_injuries",
        person=who, on=on, at=moments(dice, on, 8, 18), finding=finding,
        found=on + dice.whole(20, 50, len(who)).astype("m8[D]"),
        grade=dice.whole(5, 10, len(who)), benefit=dice.whole(8, 60, len(who)) * 100_000,
        reported=dice.chance(0.5, len(who)) | (np.arange(len(who)) == 0),
    )  # fmt: skip


def _fires(dice: Dice, world: World) -> None:
    who, on = some_people(dice, world, grown(world, 30), 12)
    migrants = np.intersect1d(world.who(kind="migrant", role="head"), grown(world))[:1]
    who = np.r_[who, migrants]
    on = np.r_[on, np.repeat(world.span.first + 320, len(migrants))]
    world.add(
        "fires",
        person=who, on=on, at=moments(dice, on, 0, 23), loss=dice.whole(3, 90, len(who)) * 100_000,
        injured=dice.whole(0, 1, len(who)), cause=dice.pick(["电气", "用火不慎", "遗留火种"], len(who)),
    )  # fmt: skip


def _storms(dice: Dice, world: World) -> None:
    frames = []
    heads = np.intersect1d(np.flatnonzero(world.is_("role", "head")), grown(world))
    for kind, day in STORMS:
        on = np.datetime64(day)
        if on > world.span.last - 20:
            continue
        who = dice.some(heads, world.scaled(16))
        state = dice.pick(["一般损坏", "严重损坏", "倒塌", "无"], len(who), [5, 2, 1, 8]).to_numpy()
        state[:1] = "严重损坏"
        frames.append(
            pl.DataFrame({"person": who, "on": on.item(), "kind": kind, "house": pl.Series(state),
                          "days": dice.whole(2, 9, len(who))})
        )  # fmt: skip
    world.add("storms", **pl.concat(frames, how="vertical_relaxed").to_dict())


def _police(dice: Dice, world: World) -> None:
    """Calls for violence at home, some of them mistaken; and people who got lost."""
    women = grown(world, 20, 80)[world.numbers("male")[grown(world, 20, 80)] == 0]
    homes = np.bincount(world.numbers("home"), minlength=world.homes.height)
    among = on_lists(world, women[homes[world.numbers("home")[women]] > 1])
    who, on = some_people(dice, world, among, 9)
    result = dice.pick(["已处置", "告诫", "误报"], len(who), [3, 2, 2]).to_numpy()
    role = dice.pick(["受害", "报警"], len(who), [5, 1]).to_numpy()
    result[:1], role[:1] = "告诫", "受害"
    world.add(
        "police", person=who, on=on, at=moments(dice, on, 0, 23), result=result, role=role,
        closed=on + dice.whole(6, 40, len(who)).astype("m8[D]"),
    )  # fmt: skip
    lost, day = some_people(dice, world, grown(world, 68), 5)
    at = moments(dice, day)
    world.add(
        "missing",
        person=lost,
        on=day,
        at=at,
        found=at + dice.whole(90, 1500, len(lost)).astype("m8[m]"),
    )


def _fraud(dice: Dice, world: World) -> None:
    who, on = some_people(dice, world, grown(world, 50), 18)
    world.add(
        "fraud", person=who, on=on, loss=np.where(dice.chance(0.6, len(who)),
        dice.whole(60, 500, len(who)), dice.whole(5, 40, len(who))) * 10_000,
    )  # fmt: skip
    old, day = some_people(dice, world, grown(world, 62), 12)
    world.add("complaints", person=old, on=day, amount=dice.whole(8, 90, len(old)) * 10_000)


def _ambulances(dice: Dice, world: World) -> None:
    """Every second heavy stay begins with an ambulance; some calls end at home."""
    stays = world["stays"].filter("heavy", pl.col("admitted") >= world.span.before.item())
    stays = stays.filter(pl.Series(dice.chance(0.5, stays.height)))
    who, on = some_people(dice, world, grown(world, 60), 40)
    person = np.r_[stays["person"].to_numpy(), who]
    day = np.r_[stays["admitted"].to_numpy(), on]
    brought = np.arange(len(person)) < stays.height
    world.add(
        "ambulances", person=person, on=day, at=moments(dice, day, 0, 23),
        outcome=np.where(brought, "送医", "现场处置"),
    )  # fmt: skip


def _mental(dice: Dice, world: World) -> None:
    """People followed up for serious mental illness; some are lost or stop their medicine."""
    ill = (
        world["certificates"].filter(pl.col("kind") == "精神")["person"].unique().sort().to_numpy()
    )
    steady = np.intersect1d(ill, grown(world))
    steady = steady if len(steady) else grown(world)[:1]
    lost = dice.chance(0.12, len(steady))
    lost[:1] = True
    days = span_days(world) - 120
    world.add(
        "mental", person=steady, risk=dice.whole(0, 3, len(steady)), lost=lost,
        lost_since=world.span.first + dice.whole(150, max(days, 151), len(steady)).astype("m8[D]"),
        lost_days=dice.whole(60, 110, len(steady)), stops=dice.chance(0.5, len(steady)),
        offset=dice.whole(0, 13, len(steady)),
    )  # fmt: skip
