"""MON-32 低边家庭滑落风险：主要劳动力失业或大病（必）；人均在标准的 1.0 到 1.15 倍之间（或）。"""

import polars as pl
from polars import col, lit

from demo.town.life.work import retiring
from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import low, on_list
from demo.town.truth.mon_07 import diagnosed
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-04": (), "P03-03": ()}
BAND = (1070_00, 1231_00)


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = pl.concat([_lost(world, seen), _ill(world, seen), _near(world)])
    told = on_list(rows, low(world, seen, "edge"))
    single = told.join(low(world, seen, "danrenbao").select("home"), on="home", how="semi")
    family = told.join(single.select("home"), on="home", how="anti")
    return pl.concat([family, single.with_columns(level=lit("may"))])


def _lost(world: World, seen: Seen) -> pl.DataFrame:
    """The only earner registers as unemployed and finds nothing for three months; else may."""
    jobs = world["jobs"].with_columns(home=home_of(world)).sort("person", "start")
    jobs = jobs.with_columns(
        next_start=col("start").shift(-1).over("person"),
        earners=col("person").n_unique().over("home"),
    )
    jobs = seen.day_of(jobs.drop_nulls("end"), "P03-04", form("JY-失业-{}", "row"), "told")
    alone = (col("earners") == 1) & col("told").is_not_null()
    idle = col("next_start").is_null() | (col("next_start") > plus("end", 100))
    weak = pl.concat([world[t].select("person") for t in ("certificates", "serious")])["person"]
    idle &= ~col("person").is_in(weak.unique().implode())
    idle &= lit(pl.Series(retiring(world))).gather(col("person")) > plus("end", 130)
    return findings(
        jobs, home="home", person="person", key=form("JY-{}", "row"), true_on="end",
        level=pl.when(alone & idle).then(lit("must")).otherwise(lit("may")), visible_on=pl.coalesce("told", "end"),
        surely_on=pl.max_horizontal(pl.coalesce("told", "end"), plus(col("end").dt.month_end(), 95)),
        closes_on=pl.coalesce("next_start", plus("end", 200)), closed_by=plus(pl.coalesce("next_start", "end"), 420),
        why_closed=lit("有了新工作或等级已更新"), note=lit("失业"),
    )  # fmt: skip


def _ill(world: World, seen: Seen) -> pl.DataFrame:
    return findings(
        diagnosed(world, seen),
        home="home",
        person="person",
        key=lit("illness"),
        true_on="on",
        visible_on="told_on",
        surely_on=plus("told_on", 32),
        closes_on=plus("told_on", 33),
        why_closed=lit("等级已更新"),
        note=lit("大病"),
    )


def _near(world: World) -> pl.DataFrame:
    edge = world["aid"].filter(col("kind").is_in(["edge", "danrenbao"]))
    return findings(
        edge, home="home", key=lit("income"), level=lit("may"), true_on="since", visible_on=lit(world.span.first.item()),
        note=pl.when(col("income_pc").is_between(*BAND)).then(lit("核定人均接近标准"))
        .otherwise(lit("实测收入可能偏低")),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:

    rows = world.homes.filter(col("kind").is_in(["dibao", "tekun", "plain"])).sort("home")
    return silences(rows, "不是低边家庭", home="home")
