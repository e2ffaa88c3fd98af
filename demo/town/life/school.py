"""Growing up: a school year after another, college, graduation, and what comes after it."""

from typing import Any

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.families import story_home
from demo.town.span import Days, Flags, Numbers, years_old
from demo.town.world import World

STAGES = ((3, "学前"), (6, "小学"), (12, "初中"), (15, "高中"), (18, ""))
SCHOOLS = {
    "学前": "幼儿园",
    "小学": "小学",
    "初中": "初级中学",
    "普高": "高级中学",
    "中职": "职业中专",
}
MAJORS = ("机电一体化", "护理", "会计", "计算机应用", "电子商务", "汉语言文学", "土木工程", "旅游管理",
          "数控技术", "学前教育", "物流管理", "食品检测")  # fmt: skip
COLLEGES = ("嘉禾职业学院", "之江理工大学", "钱塘师范学院", "杭湾职业技术学院", "海宁财经学院")
# What graduates of families on assistance do next, dealt out in turn so that each happens somewhere.
AFTERWARDS = ("idle", "job", "study", "idle", "away", "later", "army", "idle", "eleven", "business",
              "job", "casual")  # fmt: skip
LOW = ("dibao", "edge", "danrenbao")


def school(world: World) -> None:
    """Tables `school_years`, `college` and `graduates`."""
    dice = world.dice("school")
    _school_years(dice, world)
    _college(dice, world)
    _graduates(dice, world)
    _afterwards_elsewhere(dice, world)


def autumns(world: World) -> Days:
    """The first of September of every school year that touches the town's days."""
    first = world.span.first.astype("M8[Y]") - 1
    years = np.arange(first, world.span.last.astype("M8[Y]") + 1)
    found: Days = (years.astype("M8[M]") + 8).astype("M8[D]")
    return found


def _school_years(dice: Dice, world: World) -> None:
    """One row per pupil and school year: stage and grade follow from age."""
    vocational = dice.chance(0.4, world.people.height)
    boards = dice.chance(0.15, world.people.height)
    frames = [_school_year(world, autumn, vocational) for autumn in autumns(world)]
    rows = pl.concat(frames, how="vertical_relaxed")
    person = rows["person"].to_numpy()
    town = world.homes["town_name"][world.numbers("home")[person]]
    behind = world.homes["template"][world.numbers("home")[person]] == "grandparent and child"
    kind = rows["stage"].replace_strict(SCHOOLS)
    world.add(
        "school_years",
        **rows.to_dict(),
        school=town.str.slice(0, 2) + "中心" + kind,
        boarding=boards[person] & rows["stage"].is_in(["普高", "中职"]).to_numpy(),
        left_behind=behind,
    )


def _school_year(world: World, autumn: np.datetime64, vocational: Flags) -> pl.DataFrame:
    age = years_old(world.days("born"), autumn)
    persons = np.flatnonzero((age >= 3) & (age < 18) & world.is_("trait", None))
    start = np.array([low for low, _ in STAGES])
    step = np.searchsorted(start, age[persons], side="right") - 1
    stage = np.array([name for _, name in STAGES])[step]
    stage = np.where(stage == "高中", np.where(vocational[persons], "中职", "普高"), stage)
    grade = age[persons] - start[step] + 1
    here = world.here(persons, np.maximum(autumn, world.span.first))
    frame = pl.DataFrame(
        {"person": persons, "on": np.full(len(persons), autumn), "stage": stage, "grade": grade}
    )
    return frame.filter(pl.Series(here))


def _college(dice: Dice, world: World) -> None:
    """Young people who go to college in the autumn of their eighteenth year."""
    born = world.days("born")
    youth = world.home_is(world.numbers("home"), "template", "old couple and youth")
    child = world.is_("role", "child") & world.is_("trait", None)
    goes = youth | dice.chance(0.55, len(born))
    enrolled = _first_autumn(born, 18)
    recent = (enrolled >= world.span.first - 5 * 365) & (enrolled <= world.span.last)
    persons = np.flatnonzero(goes & recent & child)
    length = np.where(dice.chance(0.6, len(persons)), 3, 4)
    enrolled = enrolled[persons]
    end = (enrolled.astype("M8[Y]") + length).astype("M8[M]") + 5
    graduated = end.astype("M8[D]") + dice.whole(15, 34, len(persons)).astype("m8[D]")
    major = dice.pick(MAJORS, len(persons)).to_numpy()
    _story(world, persons, enrolled, graduated, length, major)
    world.add(
        "college",
        person=persons, enrolled=enrolled, graduated=graduated,
        degree=np.where(length == 3, "专科", "本科"),
        major=pl.Series(major), school=dice.pick(COLLEGES, len(persons)),
    )  # fmt: skip


def _first_autumn(born: Days, age: int) -> Days:
    """The first September by which somebody is *age*."""
    year = (born.astype("M8[M]") + 4).astype("M8[Y]") + age
    found: Days = (year.astype("M8[M]") + 8).astype("M8[D]")
    return found


def _story(
    world: World, persons: Numbers, enrolled: Days, graduated: Days, length: Numbers, major: Any
) -> None:
    """The son of the seed's family left college in the summer of 2021."""
    son = np.flatnonzero(world.numbers("home")[persons] == story_home(world))
    enrolled[son], length[son], major[son] = np.datetime64("2018-09-01"), 3, "机电一体化"
    graduated[son] = np.datetime64("2021-07-01")


def _graduates(dice: Dice, world: World) -> None:
    """Who leaves college between the summer before the town begins and its end."""
    college = world["college"]
    summer = world.span.first.astype("M8[Y]").astype("M8[D]") - 215
    left = college.filter(pl.col("graduated").is_between(summer.item(), world.span.last.item()))
    persons = left["person"].to_numpy()
    there = world.here(persons, np.maximum(left["graduated"].to_numpy(), world.span.first))
    left = left.filter(pl.Series(there))
    persons = left["person"].to_numpy()
    world.add(
        "graduates",
        **left.select("person", "graduated", "degree", "major", "school").to_dict(),
        then=_what_then(dice, world, persons),
        away_since=_away(dice, left["graduated"].to_numpy()),
    )


def _what_then(dice: Dice, world: World, persons: Numbers) -> pl.Series:
    low = world.kind_is(persons, *LOW)
    then = np.where(dice.chance(0.25, len(persons)), "idle", "job").astype(object)
    order = dice.some(np.flatnonzero(low), len(persons))
    then[order] = [AFTERWARDS[n % len(AFTERWARDS)] for n in range(len(order))]
    son = world.numbers("home")[persons] == story_home(world)
    then[son] = "story"
    return pl.Series(then, dtype=pl.String)


def _away(dice: Dice, graduated: Days) -> Days:
    """When those who work in another province started there."""
    found: Days = graduated + dice.whole(20, 200, len(graduated)).astype("m8[D]")
    return found


def _afterwards_elsewhere(dice: Dice, world: World) -> None:
    """Graduates who go on to a master's degree enrol again."""
    more = world["graduates"].filter(pl.col("then") == "study")
    enrolled = (more["graduated"].to_numpy().astype("M8[M]") + 2).astype("M8[D]")
    world.add(
        "masters",
        person=more["person"], enrolled=enrolled,
        expected=(enrolled.astype("M8[M]") + 34).astype("M8[D]"), major=more["major"],
        school=dice.pick(COLLEGES, more.height),
    )  # fmt: skip
