"""Looking for work: benefit while out of work, public jobs, courses, offers not taken."""

import numpy as np
import polars as pl
from polars import col

from demo.town.dice import Dice
from demo.town.life.assistance import ON_LISTS
from demo.town.life.trouble import grown, some_people
from demo.town.span import Numbers
from demo.town.wording import form
from demo.town.world import World

COURSES = ("电工", "养老护理", "中式面点", "电子商务", "叉车", "家政服务", "焊工")
PUBLIC_JOBS = ("乡村保洁员", "护河员", "治安巡防员", "社区协理员")
REFUSALS = 4  # a year
BUSY = ("jobs", "masters", "college", "certificates", "serious", "prison", "rehab")  # or unable


def jobless(world: World) -> None:
    """Tables `unemployed`, `public_jobs`, `courses`, `refusals`."""
    for part in (_unemployed, _public_jobs, _courses, _refusals):
        part(world.dice(part.__name__), world)


def _next_job(world: World) -> pl.DataFrame:
    """Jobs beside the day the same person starts the next one."""
    jobs = world["jobs"].sort("person", "start")
    return jobs.with_columns(
        next_start=col("start").shift(-1).over("person"),
        gone=pl.lit(world.people["until"]).gather("person"),
    )


def _unemployed(dice: Dice, world: World) -> None:
    """Benefit for six to twelve months after a job was lost, until the next one."""
    lost = _next_job(world).filter(
        col("kind") == "职工", col("end").is_not_null(), col("why_ended") != "本人离职"
    )
    applied = dice.chance(0.5, lost.height)
    applied[:1] = True
    lost = lost.filter(pl.Series(applied))
    months = pl.Series(dice.whole(6, 12, lost.height))
    first = col("end").dt.truncate("1mo").dt.offset_by("1mo")
    ending = pl.coalesce("next_start", "gone", pl.lit(world.span.last.item())).dt.truncate("1mo")
    rows = lost.with_columns(months=months, first=first).with_columns(
        end_month=col("first").dt.offset_by(form("{}mo", col("months") - 1))
    )
    rows = rows.with_columns(final=pl.min_horizontal("end_month", ending))
    world.add(
        "unemployed",
        **rows.filter(col("first") <= col("final"), col("first") <= world.span.last.item())
        .select("person", "first", "final", "end_month", "months", "next_start", lost="end").to_dict(),
    )  # fmt: skip


def _public_jobs(dice: Dice, world: World) -> None:
    """Jobs of poor people that were public ones from the start: everybody knows when they end."""
    poor = _next_job(world).filter(
        col("kind") == "职工", col("start") >= world.span.before.item(),
        pl.Series(world.kind_is(_next_job(world)["person"].to_numpy(), "dibao", "edge", "danrenbao")),
    )  # fmt: skip
    rows = poor.filter(col("end").is_not_null(), pl.Series(dice.chance(0.45, poor.height)))
    if not rows.height:
        rows = _next_job(world).filter(col("end").is_not_null())[:1]
    world.add(
        "public_jobs",
        **rows.select("person", "employer", "start", "end", "next_start").to_dict(),
        post=dice.pick(PUBLIC_JOBS, rows.height),
    )


def _courses(dice: Dice, world: World) -> None:
    workers = world["jobs"]["person"].unique().sort().to_numpy()
    among = np.intersect1d(workers, grown(world, 20, 55))
    who, on = some_people(dice, world, among, 60)
    world.add(
        "courses",
        person=who, on=on, course=dice.pick(COURSES, len(who)), passed=dice.chance(0.7, len(who)),
    )  # fmt: skip


def _refusals(dice: Dice, world: World) -> None:
    """Three offers in six months not taken up, in some families only two."""
    idle = _without_work(world)
    listed = idle[world.kind_is(idle, *ON_LISTS)]
    who, on = some_people(dice, world, listed if len(listed) else idle, REFUSALS, 170)
    times = np.where(np.arange(len(who)) % 3 == 2, 2, 3)
    world.add("refusals", person=who, on=on, times=times)


def _without_work(world: World) -> Numbers:
    """People of working age who never had a job in the town's time."""
    everybody = grown(world, 20, 50)
    able = everybody[world.is_("trait", None)[everybody]]
    busy = pl.concat([world[t].select("person") for t in BUSY])["person"].to_numpy()
    idle = np.setdiff1d(able, busy)
    return idle if len(idle) else able
