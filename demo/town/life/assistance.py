"""Who is on assistance: dibao, single-person dibao, tekun, low-income edge, rigid expenditure.

Amounts follow the city's standards (seed: 1070 yuan dibao, 21153 yuan a year tekun); everything
else about who gets what is assumed.
"""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.families import story_home
from demo.town.span import NEVER, Days, Flags, Numbers, months_later
from demo.town.world import NOBODY, World

LATE_COMERS = 0.05  # families that were not on the list when the town began
LEAVERS = 0.04
LATE_REVIEWS = 0.06
STOPPED = ("收入超过标准", "财产超过标准", "家庭成员变化")
ON_LISTS = ("dibao", "danrenbao", "edge", "tekun", "rigid")


def assistance(world: World) -> None:
    """Tables `aid` (who, since, until), `reviews`, `terms` (edge and rigid, year by year)."""
    dice = world.dice("assistance")
    homes = np.flatnonzero(world.home_is(np.arange(world.homes.height), "kind", *ON_LISTS))
    kind = world.homes["kind"].to_numpy()[homes]
    since, until, leaving = _from_to(dice, world, homes)
    person = _for_whom(world, homes, kind)
    labour = np.isin(homes, _homes_with_labour(world))
    income = _income(dice, world, homes, kind)
    world.add(
        "aid",
        home=homes, kind=kind, person=person, since=since, until=until, leaving=leaving,
        why=_why(dice, world, homes, until),
        income_pc=income, amount=_amounts(dice, world, homes, kind, income),
        months=np.where(labour, 6, 12),
    )  # fmt: skip
    _reviews(dice, world)
    _terms(dice, world)


def _from_to(dice: Dice, world: World, homes: Numbers) -> tuple[Days, Days, Days]:
    """On the list since, off it from, and since when payment runs out (渐退)."""
    first, last = world.span.first, world.span.last
    days = int((last - first).astype(int))
    since = first - dice.whole(90, 2400, len(homes)).astype("m8[D]")
    came = dice.chance(LATE_COMERS, len(homes))
    later = first + dice.whole(40, max(days - 120, 41), len(homes)).astype("m8[D]")
    empty = _last_member_gone(world)[homes]
    came &= ~(empty <= later + 60) & (homes != story_home(world))
    since = np.where(came, later, since)
    goes = dice.chance(LEAVERS, len(homes)) & ~came & (homes != story_home(world))
    goes &= ~world.home_is(homes, "kind", "tekun", "rigid")
    off = first + dice.whole(100, max(days, 101), len(homes)).astype("m8[D]")
    until = np.where(goes, off, NEVER)
    until = np.fmin(until, empty)
    leaving = np.where(goes & dice.chance(0.5, len(homes)), off - 90, NEVER)
    return since.astype("M8[M]").astype("M8[D]"), until, leaving


def _last_member_gone(world: World) -> Days:
    """The day each household is empty; null while somebody lives there."""
    people = world.people.group_by("home").agg(
        pl.when(pl.col("until").is_not_null().all()).then(pl.col("until").max())
    )
    found: Days = people.sort("home")["until"].to_numpy()
    return found


def _why(dice: Dice, world: World, homes: Numbers, until: Days) -> pl.Series:
    gone = _last_member_gone(world)[homes]
    died = world.people.group_by("home").agg(pl.col("died").is_not_null().any()).sort("home")
    over = dice.pick(STOPPED, len(homes)).to_numpy()
    how = np.where(died["died"].to_numpy()[homes], "死亡", "户口迁出")
    why = np.where(gone == until, how, over)
    return pl.Series(np.where(np.isnat(until), "", why)).replace("", None)


def _for_whom(world: World, homes: Numbers, kind: Numbers) -> Numbers:
    """The one person a single-person dibao or tekun award is for; nobody for a whole family."""
    people = world.people.with_columns(first=pl.col("trait") == "severe").sort(
        "home", pl.col("first").fill_null(False), "place", descending=[False, True, False]
    )
    one = people.group_by("home", maintain_order=True).agg(pl.col("person").first())
    single = np.isin(kind, ["danrenbao", "tekun"])
    return np.where(single, one["person"].to_numpy()[homes], NOBODY)


def _homes_with_labour(world: World) -> Numbers:
    age = world.age(world.span.first)
    able = (age >= 18) & (age < 55) & world.is_("trait", None)
    return np.unique(world.numbers("home")[able])


def _income(dice: Dice, world: World, homes: Numbers, kind: Numbers) -> Numbers:
    """What the town found the family to have per head and month, in fen."""
    middle = dice.whole(1120, 1560, len(homes)) * 100
    small = dice.whole(0, 600, len(homes)) * 100
    return np.where(np.isin(kind, ["dibao", "tekun"]), small, middle)


def members(world: World, on: np.datetime64) -> Numbers:
    """How many people belong to each household on that day."""
    everybody = np.arange(world.people.height)
    there = world.here(everybody, on)
    return np.bincount(world.numbers("home")[there], minlength=world.homes.height)


def _amounts(dice: Dice, world: World, homes: Numbers, kind: Numbers, income: Numbers) -> Numbers:
    """Monthly payment in fen: the gap to the standard, and a fifth more for some."""
    standard = world.standards(world.span.first).fen("dibao_std")
    size = np.maximum(members(world, world.span.first)[homes], 1)
    more = np.where(dice.chance(0.68, len(homes)), standard // 5, 0)
    gap = np.maximum(standard - income, 10_000) * size + more
    tekun = world.standards(world.span.first).fen("tekun_basic_year") // 12
    amount = np.select(
        [kind == "dibao", kind == "danrenbao", kind == "tekun"], [gap, standard, tekun]
    )
    story = homes == story_home(world)
    return np.where(story, 241_000, amount)


def _reviews(dice: Dice, world: World) -> None:
    """Every dibao family is looked at again twice a year, or once if nobody can work."""
    aid = world["aid"].filter(pl.col("kind").is_in(["dibao", "danrenbao"]))
    cycle = aid["months"].to_numpy()
    day = dice.whole(0, 27, aid.height).astype("m8[D]")
    start = np.maximum(aid["since"].to_numpy(), world.span.first.astype("M8[M]").astype("M8[D]"))
    due = months_later(start, np.minimum(dice.whole(1, 12, aid.height), cycle)) + day
    frames = []
    while (due <= world.span.last + 60).any():
        frames.append(_one_round(dice, aid, due, cycle))
        due = months_later(due, cycle)
    rows = pl.concat(frames, how="vertical_relaxed")
    world.add("reviews", **rows.sort("home", "due").to_dict())


def _one_round(dice: Dice, aid: pl.DataFrame, due: Days, cycle: Numbers) -> pl.DataFrame:
    many = aid.height
    late = dice.chance(LATE_REVIEWS, many)
    wait = np.where(late, dice.whole(8, 45, many), -dice.whole(1, 20, many))
    opinion = dice.pick(["维持", "增发", "减发"], many, [90, 6, 4])
    return pl.DataFrame(
        {"aid": aid["row"], "home": aid["home"], "due": due, "done": due + wait.astype("m8[D]"),
         "next_due": months_later(due, cycle), "opinion": opinion, "until": aid["until"]}
    )  # fmt: skip


def _terms(dice: Dice, world: World) -> None:
    """Edge and rigid-expenditure families are listed for twelve months at a time."""
    aid = world["aid"].filter(pl.col("kind").is_in(["edge", "danrenbao", "rigid"]))
    begin = _before_start(aid["since"].to_numpy(), world.span.first)
    frames = []
    number = 0
    while (begin <= world.span.last).any():
        frames.append(
            pl.DataFrame(
                {
                    "aid": aid["row"],
                    "home": aid["home"],
                    "kind": aid["kind"],
                    "number": number,
                    "begin": begin,
                    "end": months_later(begin, 12) - 1,
                    "until": aid["until"],
                    "renewed": begin - dice.whole(1, 20, aid.height).astype("m8[D]"),
                    "goes_on": dice.chance(0.93, aid.height),
                },
            )
        )
        begin, number = months_later(begin, 12), number + 1
    rows = pl.concat(frames, how="vertical_relaxed").sort("home", "begin")
    world.add("terms", **_while_renewed(rows, world.span.last).to_dict())


def _before_start(since: Days, first: np.datetime64) -> Days:
    """The beginning of the term that was running when the town began."""
    years = np.maximum((first - since).astype(np.int64) // 366, 0)
    found: Days = months_later(since, 12 * years)
    return found


def _while_renewed(rows: pl.DataFrame, last: np.datetime64) -> pl.DataFrame:
    """Terms up to the first that is not followed by another; those never begun are left out."""
    before = pl.col("goes_on").shift(1, fill_value=True).over("home").cum_min().over("home")
    begun = (pl.col("begin") <= last.item()) & (
        pl.col("until").is_null() | (pl.col("begin") < pl.col("until"))
    )
    final = pl.min_horizontal("end", pl.col("until") - pl.duration(days=1))
    return rows.filter(before, begun).with_columns(final=final)


def listed(world: World, *kinds: str) -> Flags:
    """Which homes are on one of these lists at some time."""
    found: Flags = np.isin(
        np.arange(world.homes.height),
        world["aid"].filter(pl.col("kind").is_in(kinds))["home"].to_numpy(),
    )
    return found
