"""Jobs found and lost: one row per spell of work, with what is paid and how it is insured."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.life.families import story_home
from demo.town.span import NEVER, Days, Flags, Numbers, birthday
from demo.town.world import World

PLACES = (
    "设备制造公司",
    "箱包厂",
    "服装厂",
    "光机电公司",
    "物流公司",
    "超市",
    "家政公司",
    "食品厂",
    "童车厂",
)
# Share of working people among those who could, and how long a job lasts.
EMPLOYED = {"dibao": 0.35, "danrenbao": 0.6, "edge": 0.75, "rigid": 0.75, "disabled": 0.5,
            "tekun": 0.0, "elder": 0.9, "child": 0.97, "migrant": 0.97, "plain": 0.97}  # fmt: skip
JOB_DAYS = 1000
ROUNDS = 4


def work(world: World) -> None:
    """Table `jobs`: person, start, end (null: still there), kind, employer, wage, why_ended."""
    dice = world.dice("work")
    people = _able(world)
    spells = pl.concat([_spells(dice, world, people), _graduate_jobs(dice, world)])
    spells = _one_flexible(_clipped(world, spells).sort("person", "start"))
    person = spells["person"].to_numpy()
    world.add(
        "jobs",
        **spells.to_dict(),
        employer=_employers(dice, world, spells.height),
        wage=_wages(dice, world, person),
        why_ended=dice.pick(["合同期满", "企业裁员", "本人离职", "企业关闭"], spells.height),
    )


def retiring(world: World) -> Days:
    """The day working age ends: men 60, women 55 (parameters labor_age_max)."""
    born, male = world.days("born"), world.numbers("male")
    return np.where(male == 1, birthday(born, 60), birthday(born, 55))


def _able(world: World) -> Numbers:
    """People who could work without being students; of a family on dibao only one does."""
    age = world.age(world.span.first)
    graduates = np.isin(np.arange(len(age)), world["college"]["person"].to_numpy())
    able = (
        world.is_("trait", None) & ~graduates & (age >= 18) & (world.span.before < retiring(world))
    )
    able &= world.is_("role", "head", "spouse", "child")
    able[world["prison"]["person"].to_numpy()] = False
    able[world["rehab"]["person"].to_numpy()] = False
    persons = np.flatnonzero(able)
    home = world.numbers("home")[persons]
    first = np.r_[True, home[1:] != home[:-1]]
    found: Numbers = persons[first | ~world.kind_is(persons, "dibao")]
    return found


def _spells(dice: Dice, world: World, people: Numbers) -> pl.DataFrame:
    """Work and idleness by turns."""
    share = world.kind(people).replace_strict(EMPLOYED).to_numpy()
    idle_days = JOB_DAYS * (1 - share) / np.maximum(share, 0.02)
    start = np.where(
        dice.chance(share, len(people)),
        world.span.before - dice.whole(0, 1500, len(people)).astype("m8[D]"),
        world.span.before + dice.gaps(idle_days, len(people)).astype("m8[D]"),
    )
    frames = []
    for _ in range(ROUNDS):
        first = np.maximum(world.span.before, start)
        end = first + dice.gaps(JOB_DAYS, len(people)).astype("m8[D]") + 45
        frames.append(_rows(dice, people, start, end))
        start = end + dice.gaps(np.maximum(idle_days, 20), len(people)).astype("m8[D]") + 10
    return pl.concat(frames, how="vertical_relaxed")


def _rows(dice: Dice, people: Numbers, start: Days, end: Days) -> pl.DataFrame:
    kind = dice.pick(["职工", "灵活就业"], len(people), [88, 12])
    return pl.DataFrame({"person": people, "start": start, "end": end, "kind": kind})


def _graduate_jobs(dice: Dice, world: World) -> pl.DataFrame:
    """First jobs of those who left college; what each does is told in `graduates`."""
    left = world["graduates"]
    then, graduated = left["then"].to_numpy(), left["graduated"].to_numpy()
    wait = {"job": (10, 40), "later": (150, 320), "eleven": (325, 340), "away": (20, 200)}
    chosen = np.flatnonzero(np.isin(then, [*wait, "story"]))
    low = np.array([wait.get(t, (0, 0))[0] for t in then[chosen]])
    high = np.array([wait.get(t, (0, 0))[1] for t in then[chosen]])
    start = graduated[chosen] + dice.whole(low, high, len(chosen)).astype("m8[D]")
    start = np.where(then[chosen] == "away", left["away_since"].to_numpy()[chosen], start)
    start[then[chosen] == "story"] = np.datetime64("2022-09-05")
    kind = np.where(then[chosen] == "away", "外省", "职工")
    people = left["person"].to_numpy()[chosen]
    earlier = _before_graduation(dice, world, people)
    rows = pl.DataFrame({"person": people, "start": start, "end": start + 3000, "kind": kind})
    return pl.concat([rows, earlier])


def _before_graduation(dice: Dice, world: World, people: Numbers) -> pl.DataFrame:
    """Those who left college before the town's summer and are in nobody's list: all at work."""
    college = world["college"].filter(
        pl.col("graduated") < world.span.first.item(),
        ~pl.col("person").is_in(world["graduates"]["person"].implode()),
    )
    start = college["graduated"].to_numpy() + 30
    return pl.DataFrame(
        {"person": college["person"], "start": start, "end": start + 4000, "kind": "职工"}
    )


def _clipped(world: World, spells: pl.DataFrame) -> pl.DataFrame:
    """Nobody works before coming, after going, or beyond working age; what is over long ago goes."""
    person = spells["person"].to_numpy()
    start = np.maximum(spells["start"].to_numpy(), world.days("since")[person])
    end = np.fmin(spells["end"].to_numpy(), retiring(world)[person])
    end = np.fmin(end, world.days("until")[person])
    end[end > world.span.last] = NEVER
    real = (np.isnat(end) | (start < end)) & (start <= world.span.last)
    real &= np.isnat(end) | (end > world.span.before)
    return spells.with_columns(pl.Series("start", start), pl.Series("end", end)).filter(
        pl.Series(real)
    )


def _one_flexible(spells: pl.DataFrame) -> pl.DataFrame:
    """However small the town, somebody works on their own account."""
    lasting = spells.with_row_index("n").filter(pl.col("kind") == "职工", pl.col("end").is_null())
    first = lasting["n"].max()
    kind = pl.when(pl.int_range(pl.len()) == first).then(pl.lit("灵活就业")).otherwise("kind")
    return spells.with_columns(kind=kind)


def _employers(dice: Dice, world: World, many: int) -> pl.Series:
    towns = world.homes["town_name"].unique().sort().str.slice(0, 2).to_list()
    place = dice.pick(towns, many) + dice.pick(["禾", "泰", "恒", "远", "新", "益"], many)
    return place + dice.pick(PLACES, many)


def _wages(dice: Dice, world: World, person: Numbers) -> Numbers:
    """Monthly pay in fen, low enough for the kind of help the family has."""
    kind = world.kind(person)
    pay = dice.around(5600, 0.3, len(person))
    pay = np.where(kind == "dibao", dice.whole(2100, 2900, len(person)), pay)
    pay = np.where(kind == "edge", dice.whole(2400, 3300, len(person)), pay)
    pay = np.where(kind == "danrenbao", dice.whole(3200, 4200, len(person)), pay)
    story = world.numbers("home")[person] == story_home(world)
    return np.where(story, 3200, np.round(pay)).astype(np.int64) * 100


def at_work(world: World, day: np.datetime64, persons: Numbers) -> Flags:
    """Who has a job on that day."""
    jobs = world["jobs"].filter(
        (pl.col("start") <= day.item()) & (pl.col("end").is_null() | (pl.col("end") > day.item()))
    )
    return np.isin(persons, jobs["person"].to_numpy())


def job_months(world: World) -> pl.DataFrame:
    """One row per job and month worked in: row, person, month, and the job's columns."""
    jobs = world["jobs"].with_columns(
        first=pl.max_horizontal("start", pl.lit(world.span.before.item())).dt.truncate("1mo"),
        final=(pl.col("end").fill_null(world.span.last.item())).dt.truncate("1mo"),
    )
    months = jobs.with_columns(month=pl.date_ranges("first", "final", "1mo")).explode("month")
    return months.drop("first", "final")
