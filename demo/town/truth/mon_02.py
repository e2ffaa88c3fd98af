"""MON-02 零就业家庭：有劳动力，60 天里没有一个人有参保、个税、就业登记或公益岗的痕迹。

Day by day for every home: how many could work, how many can be seen at work, under the narrowest
and the widest reading (who counts as able; how long a last month of pay is remembered).
"""

import numpy as np
import polars as pl
from polars import col, lit

from demo.town.life.work import retiring
from demo.town.span import Days, Flags, Numbers, birthday
from demo.town.truth.gone import gone_seen
from demo.town.truth.kit import alive_until, findings, home_of, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-03": (), "P03-04": (), "P11-01": ()}
REMEMBERED = 60
ELSEWHERE = ("army", "study", "business", "away")  # what became of graduates who are not idle
LONGEST_GRACE = (
    70  # days more: 60 days without work counted after the traces have ended, and a week
)


def counted(world: World, homes: Numbers, start: Days, end: Days) -> Numbers:
    """How many of these spells cover each home and day: homes x days."""
    first, many = world.span.first, len(world.span.days())
    table = np.zeros((world.homes.height, many + 1), np.int16)
    begin = np.clip((start - first).astype(np.int64), 0, many)
    stop = np.where(np.isnat(end), many, np.clip((end - first).astype(np.int64), 0, many))
    real = stop > begin
    np.add.at(table, (homes[real], begin[real]), 1)
    np.add.at(table, (homes[real], stop[real]), -1)
    found: Numbers = np.cumsum(table, axis=1, dtype=np.int64)[:, :many]
    return found


def able(world: World, seen: Seen, *, surely: bool) -> Numbers:
    """Members of working age who do not study and are not severely disabled, per home and day."""
    left_school = birthday(world.days("born"), 16 if not surely else 18)
    college = world["college"].sort("person", "enrolled").unique("person", keep="last")
    done = np.full(world.people.height, np.datetime64("NaT", "D"))
    done[college["person"].to_numpy()] = college["graduated"].to_numpy() + (45 if surely else -1)
    if surely:  # that somebody studies on is told months after the degree
        masters = world["masters"]
        done[masters["person"].to_numpy()] = masters["expected"].to_numpy()
    start = np.fmax(np.fmax(left_school, done), world.days("since"))
    gone = np.full(world.people.height, np.datetime64("NaT", "D"))
    shown = gone_seen(world, seen)
    if surely:
        gone[shown["person"].to_numpy()] = world.days("until")[shown["person"].to_numpy()]
    else:
        dead = shown.filter(col("how") == "去世")
        gone[dead["person"].to_numpy()] = dead["gone_seen"].to_numpy()
    end = np.fmin(retiring(world), gone)
    if not surely:
        return counted(world, world.numbers("home"), start, end)
    chosen = world.is_("trait", None)
    for table in ("certificates", "serious", "prison", "rehab"):
        chosen[world[table]["person"].to_numpy()] = False
    elsewhere = world["graduates"].filter(col("then").is_in(ELSEWHERE))
    chosen[elsewhere["person"].to_numpy()] = False
    chosen &= ~world.is_("role", "parent", "grandchild") & ~world.away().to_numpy()
    chosen &= ~world.kind_is(np.arange(world.people.height), "migrant")
    chosen &= world.days("since") < world.span.first
    who = np.flatnonzero(chosen)
    return counted(world, world.numbers("home")[who], start[who], end[who])


def at_work(world: World, seen: Seen, *, surely: bool) -> Numbers:
    """Members whose work the data show, per home and day.

    Surely: from the first insured month seen until the month before the last is forgotten, of
    members who are there, on the family's list and of working age. Else as long as could be.
    """
    jobs = world["jobs"].with_columns(month=col("start").dt.strftime("%Y%m"))
    if surely:  # insurance in another province arrives late, if at all
        elsewhere = world["apart"][
            "person"
        ].implode()  # whom the register has moved out of the home
        jobs = jobs.filter(col("kind") != "外省", ~col("person").is_in(elsewhere))
    jobs = seen.day_of(jobs, "P03-03", form("SB-{}-{}-养老", "row", "month"), "insured")
    person, start = jobs["person"].to_numpy(), jobs["start"].to_numpy()
    insured = np.where(np.isnat(jobs["insured"].to_numpy()), start + 45, jobs["insured"].to_numpy())
    months = jobs["end"].to_numpy().astype("M8[M]")
    homes = world.numbers("home")[person]
    if not surely:
        return counted(world, homes, np.fmin(insured, start), (months + 1).astype("M8[D]") + 105)
    gone = np.fmin(retiring(world), world.days("until"))[person]
    end = np.fmin(months.astype("M8[D]") + REMEMBERED - 1, gone)
    old = world.days("since")[person] < world.span.first
    return counted(world, homes[old], insured[old], end[old])


def runs(table: Flags, least: int) -> tuple[Numbers, Numbers, Numbers]:
    """Home, first day and day after of every stretch of true days of that length."""
    padded = np.pad(table.astype(np.int8), ((0, 0), (1, 1)))
    step = np.diff(padded, axis=1)
    home, begin = np.nonzero(step == 1)
    _, stop = np.nonzero(step == -1)
    long = stop - begin >= least
    return home[long], begin[long], stop[long]


def found(world: World, seen: Seen) -> pl.DataFrame:
    surely = (able(world, seen, surely=True) > 0) & (at_work(world, seen, surely=False) == 0)
    maybe = (able(world, seen, surely=False) > 0) & (at_work(world, seen, surely=True) == 0)
    rows = _wide_and_narrow(runs(maybe | surely, 1), runs(surely, LONGEST_GRACE + 15))
    must = col("inside").fill_null(False)
    over = pl.when(must).then("s_stop").otherwise("stop")
    last = len(world.span.days())
    rows = rows.with_columns(
        begins=_day(world, col("begin")),
        sure=_day(world, pl.when(must).then(col("s_begin") + LONGEST_GRACE).otherwise("begin")),
        closes=pl.when(over < last).then(_day(world, over)),
        closed=pl.when(col("stop") < last).then(_day(world, col("stop"))),
    )
    told = findings(
        rows, home="home", key=lit("zero job"), visible_on="begins", surely_on="sure", closes_on="closes",
        level=pl.when(must).then(lit("must")).otherwise(lit("may")), closed_by="closed",
        why_closed=pl.when(col("closes").is_not_null()).then(lit("有人有了工作，或没有劳动力了")),
    )  # fmt: skip
    return low_or_maybe(told, world, seen)


Runs = tuple[Numbers, Numbers, Numbers]


def _wide_and_narrow(wide: Runs, narrow: Runs) -> pl.DataFrame:
    """Every wide stretch with the first narrow one that lies inside it."""
    outer = pl.DataFrame(dict(zip(("home", "begin", "stop"), wide, strict=True)))
    inner = pl.DataFrame(dict(zip(("home", "s_begin", "s_stop"), narrow, strict=True)))
    inside = (col("s_begin") >= col("begin")) & (col("s_stop") <= col("stop"))
    met = outer.join(inner, on="home", how="left").with_columns(inside=inside)
    order = (~col("inside").fill_null(False), "s_begin")
    return met.sort("home", "begin", *order).unique(
        ["home", "begin"], keep="first", maintain_order=True
    )


def _day(world: World, place: pl.Expr) -> pl.Expr:
    return lit(world.span.first_date) + pl.duration(days=place)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Nobody of working age is left; or somebody has had the same job all the time."""
    youngest = world.people.group_by("home").agg(col("born").max())
    retired = youngest.filter(col("born") < lit((world.span.first - 61 * 366).item())).sort("home")
    start, last = lit((world.span.first - 60).item()), lit(world.span.last.item())
    kept = world["jobs"].filter(col("kind") == "职工", col("start") < start, col("end").is_null())
    kept = kept.with_columns(home=home_of(world), gone=alive_until(world), old=birthday_60(world))
    kept = kept.join(world["apart"], on="person", how="anti")
    kept = kept.filter(col("gone").is_null(), col("old") > last).unique("home").sort("home")
    told = [
        silences(retired, "没有劳动力", home="home"),
        silences(kept, "一直有人上班", home="home"),
    ]
    return pl.concat(told)


def birthday_60(world: World) -> pl.Expr:
    """After which work is no reason to be silent: the data may call it a pensioner's."""
    return lit(pl.Series(retiring(world))).gather(col("person"))
