"""Patrols: every special elder is seen twice a week; weeks in which that did not happen are known."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.span import Days, Flags, Numbers
from demo.town.world import World

MISSED = 0.006  # of weeks
AWAY = 0.01  # weeks with relatives, reported
LATE_IN_WEEK = 0.06  # weeks whose second visit falls on Friday or later
SENT_LATE = 0.002  # weeks whose visits are written down days later


def patrols(world: World) -> None:
    """Tables `patrol_weeks` (person, week, how) and `patrols` (person, at, mode, state, late)."""
    dice = world.dice("patrols")
    weeks = _weeks(world)
    world.add("patrol_weeks", **_how(dice, world, weeks).to_dict())
    _visits(dice, world)


def mondays(world: World) -> Days:
    """Mondays from two weeks before the town begins to its last whole week."""
    start = world.span.first - 14
    start = start - int((start.astype(np.int64) + 3) % 7)
    found: Days = np.arange(start, world.span.last - 5, 7)
    return found


def _weeks(world: World) -> pl.DataFrame:
    """Every whole week somebody is in the register."""
    weeks = pl.DataFrame({"week": mondays(world)})
    rows = world["special"].select("person", "since", "until", "risk").join(weeks, how="cross")
    whole = (pl.col("since") <= pl.col("week")) & (
        pl.col("until").is_null() | (pl.col("until") > pl.col("week") + pl.duration(days=6))
    )
    return rows.filter(whole).sort("week", "person").select("person", "week")


def _how(dice: Dice, world: World, weeks: pl.DataFrame) -> pl.DataFrame:
    """What became of each week: ok, late, away, hospital, one (visit) or none."""
    person, week = weeks["person"].to_numpy(), weeks["week"].to_numpy()
    draw = dice.share(len(person))
    how = np.select(
        [draw < MISSED / 2, draw < MISSED, draw < MISSED + AWAY, draw < MISSED + AWAY + SENT_LATE],
        ["one", "none", "away", "late"],
        "ok",
    )
    live = np.flatnonzero(week > world.span.first + 160)
    how[live[:: max(1, len(live) // 2)][:2]] = ["none", "one"][: len(live[:2])]
    how = np.where(_in_hospital(world, person, week), "hospital", how)
    return weeks.with_columns(how=pl.Series(how, dtype=pl.String))


def _in_hospital(world: World, person: Numbers, week: Days) -> Flags:
    """Weeks that touch a stay in hospital."""
    stays = world["stays"].filter(pl.col("discharged") > pl.col("admitted"))
    weeks = pl.DataFrame({"person": person, "week": week}).with_row_index("n")
    met = weeks.join(stays.select("person", "admitted", "discharged"), on="person").filter(
        pl.col("admitted") <= pl.col("week") + pl.duration(days=6),
        pl.col("discharged") >= pl.col("week"),
    )
    return np.isin(np.arange(len(person)), met["n"].to_numpy())


def _visits(dice: Dice, world: World) -> None:
    weeks = world["patrol_weeks"]
    many = weeks.height
    first = dice.whole(0, 1, many)
    second = np.where(
        dice.chance(LATE_IN_WEEK, many), dice.whole(4, 6, many), dice.whole(2, 3, many)
    )
    how = weeks["how"].to_numpy()
    frames = [
        _one_visit(dice, weeks.filter(pl.Series(how != "none")), first[how != "none"]),
        _one_visit(dice, weeks.filter(pl.Series(~np.isin(how, ["none", "one"]))),
                   second[~np.isin(how, ["none", "one"])]),
        _in_vain(dice, weeks),
    ]  # fmt: skip
    visits = pl.concat(frames, how="vertical_relaxed").sort("at", "person")
    until = pl.Series(world.days("until")).gather(visits["person"])
    world.add(
        "patrols", **visits.filter(until.is_null() | (visits["at"].dt.date() < until)).to_dict()
    )


def _one_visit(dice: Dice, weeks: pl.DataFrame, day: Numbers) -> pl.DataFrame:
    many = weeks.height
    minutes = dice.whole(8 * 60, 17 * 60, many)
    states = {"hospital": "住院", "away": "外出"}
    return _rows(
        dice, weeks, day, minutes,
        weeks["how"].replace_strict(states, default="见到本人"),
        np.where(weeks["how"] == "late", dice.whole(4, 6, many), 0),
    )  # fmt: skip


def _in_vain(dice: Dice, weeks: pl.DataFrame) -> pl.DataFrame:
    """Some visitors come a third time because nobody opened."""
    some = weeks.filter(pl.Series(dice.chance(0.03, weeks.height)), pl.col("how") == "ok")
    many = some.height
    state = dice.pick(["未见到", "拒绝"], many, [9, 1])
    return _rows(dice, some, dice.whole(0, 6, many), dice.whole(480, 1020, many), state,
                 np.zeros(many, np.int64))  # fmt: skip


def _rows(
    dice: Dice, weeks: pl.DataFrame, day: Numbers, minutes: Numbers, state: pl.Series, late: Numbers
) -> pl.DataFrame:
    at = (weeks["week"].to_numpy() + day.astype("m8[D]")).astype("M8[us]")
    return pl.DataFrame(
        {"person": weeks["person"], "at": at + minutes.astype("m8[m]"),
         "mode": dice.pick(["上门", "电话", "视频"], weeks.height, [80, 17, 3]),
         "state": state.cast(pl.String), "late": late.astype(np.int64)}
    )  # fmt: skip
