"""Children in difficulty: who is registered, who is visited every month, who misses school."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.span import NEVER, Days, Flags, Numbers, birthday
from demo.town.world import NOBODY, World

SHARE_IN_DIBAO = 0.6  # of minors in families on dibao who are registered as in difficulty
UNVISITED = 0.03  # of child-months
ABSENCES = 24  # a year, per 3,489 households
WORKERS = ("儿童主任一", "儿童主任二", "儿童主任三", "儿童督导员一")


def children(world: World) -> None:
    """Tables `children`, `child_months`, `absences`, `watched`."""
    dice = world.dice("children")
    _registered(dice, world)
    _months(dice, world)
    _absences(dice, world)
    _watched(dice, world)


def minors(world: World, on: np.datetime64) -> Numbers:
    everybody = np.arange(world.people.height)
    return np.flatnonzero((world.age(on) < 17) & (world.age(on) >= 0) & world.here(everybody, on))


def _registered(dice: Dice, world: World) -> None:
    """Kinds as in the register; orphans of the town's own days are registered weeks later."""
    person = minors(world, world.span.first)
    with_grandparent = world.home_is(
        world.numbers("home")[person], "template", "grandparent and child"
    )
    kind = np.full(len(person), None, dtype=object)
    poor = world.kind_is(person, "dibao", "danrenbao") & dice.chance(SHARE_IN_DIBAO, len(person))
    kind[poor] = "困境"
    kind[with_grandparent] = "留守"
    alone = np.flatnonzero(with_grandparent)
    kind[alone[::3]], kind[alone[1::3]] = "孤儿", "事实无人抚养"
    kind[world.kind_is(person, "migrant")] = "流动"
    known = kind != None  # noqa: E711
    since = world.span.first - dice.whole(60, 1500, len(person)).astype("m8[D]")
    late = world["orphaned"].filter(~pl.col("short"))
    new = late["child"].to_numpy()
    person = np.r_[person[known], new]
    since = np.r_[since[known], late["jailed"].to_numpy() + dice.whole(40, 70, len(new))]
    until = np.fmin(birthday(world.days("born")[person], 18), world.days("until")[person])
    frame = pl.DataFrame(
        {"person": person, "kind": pl.Series([*kind[known], *["事实无人抚养"] * len(new)]),
         "since": since, "until": until, "new": np.arange(len(person)) >= known.sum(),
         "guardian": _guardian(world, person)}
    ).filter(pl.col("since") <= world.span.last.item())  # fmt: skip
    world.add("children", **frame.unique("person", keep="last", maintain_order=True).to_dict())


def _guardian(world: World, person: Numbers) -> Numbers:
    """The head of the child's household."""
    heads = world.people.filter(pl.col("role") == "head").sort("home")
    table = np.full(world.homes.height, NOBODY)
    table[heads["home"].to_numpy()] = heads["person"].to_numpy()
    return table[world.numbers("home")[person]]


def _months(dice: Dice, world: World) -> None:
    """One visit a month for every child in the register; some months are forgotten."""
    seen = world["children"].filter(pl.col("kind") != "流动")
    months = pl.DataFrame({"month": world.span.months()[13:]})
    rows = (
        seen.select("person", "since", "until")
        .join(months, how="cross")
        .filter(
            pl.col("since") < pl.col("month"),
            pl.col("until") > pl.col("month") + pl.duration(days=31),
        )
        .sort("month", "person")
    )
    missed = dice.chance(UNVISITED, rows.height)
    live = np.flatnonzero(rows["month"].to_numpy() > world.span.first + 170)
    missed[live[len(live) // 3 : len(live) // 3 + 1]] = True
    day = rows["month"].to_numpy() + dice.whole(0, 23, rows.height).astype("m8[D]")
    world.add(
        "child_months",
        person=rows["person"], month=rows["month"], visited=np.where(missed, NEVER, day),
        worker=dice.pick(WORKERS, rows.height),
    )  # fmt: skip


def school_days(days: Days) -> Flags:
    """Whether these days fall into term and week: not July, August or the weeks around new year."""
    month = (days.astype("M8[M]").astype(np.int64) % 12) + 1
    weekday = (days.astype("M8[D]").astype(np.int64) + 3) % 7
    return ((month >= 3) & (month <= 6) | (month >= 9) & (month <= 12)) & (weekday < 5)


def _absences(dice: Dice, world: World) -> None:
    """Pupils of primary and middle school missing lessons: without leave, ill, or already moved."""
    pupils = (
        world["school_years"]
        .filter(pl.col("stage").is_in(["小学", "初中"]))["person"]
        .unique()
        .sort()
    )
    person = pupils.to_numpy()
    person = person[world.age(world.span.last, person) < 15]
    days = int((world.span.last - world.span.first).astype(int)) - 40
    rate = world.scaled(ABSENCES) / max(len(person), 1)
    who, on = dice.happen(rate, len(person), world.span.first, days)
    on = np.where(
        school_days(on), on, (on.astype("M8[Y]").astype("M8[M]") + 9).astype("M8[D]") + 12
    )
    who, once = np.unique(who, return_index=True)
    who, on = person[who], on[once]
    if len(person):
        who, on = np.r_[who, person[-1]], np.r_[on, world.span.first + 291]
    there = world.here(who, on)
    why = dice.pick(["", "病假", "转学"], len(who), [5, 3, 1]).to_numpy()
    why[-1:] = ""
    missed = dice.whole(3, 9, len(who))
    frame = pl.DataFrame(
        {"person": who, "on": on, "why": pl.Series(why, dtype=pl.String), "days": missed,
         "back": on + (missed + dice.whole(2, 11, len(who))).astype("m8[D]")}
    ).filter(pl.Series(there))  # fmt: skip
    world.add(
        "absences", **frame.unique("person", keep="last", maintain_order=True).sort("on").to_dict()
    )


def _watched(dice: Dice, world: World) -> None:
    """Pupils whose state of mind the school watches."""
    person = minors(world, world.span.first)
    person = person[world.age(world.span.first, person) >= 9]
    person = dice.some(person, world.scaled(22))
    since = world.span.first + dice.whole(-200, 400, len(person)).astype("m8[D]")
    world.add(
        "watched",
        person=person, since=since, level=dice.pick(["关注", "重点"], len(person), [4, 1]),
        until=world.days("until")[person],
    )  # fmt: skip
