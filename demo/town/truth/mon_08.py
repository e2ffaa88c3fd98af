"""MON-08 高额医疗自付：12 个月自付三万元以上；不在册的家庭也查。

Whether aid is taken off first, and whether bills of a whole family are added up, readings differ:
must is one person above the line after everything was taken off.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.mon_07 import bills
from demo.town.truth.seen import Seen
from demo.town.views.p04 import WARN, aid_paid
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P04-06": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    paid = aid_paid(world).select("row", "paid")
    rows = (
        bills(world, seen)
        .join(paid, on="row", how="left")
        .with_columns(net=col("own") - 2 * col("paid").fill_null(0))
    )
    return pl.concat([_persons(world, seen, rows), _homes(world)])


def _persons(world: World, seen: Seen, rows: pl.DataFrame) -> pl.DataFrame:
    summed = _rolled(rows, "person").filter(col("own") >= WARN)
    summed = summed.with_columns(
        key=form("YJ-{}-{}", "person", col("settled").dt.strftime("%y%m%d"))
    )
    summed = seen.day_of(summed, "P04-06", col("key"), "warned")
    must = (col("net") >= WARN * 11 // 10) & col("warned").is_not_null()
    held = pl.concat([world[t].select("person") for t in ("prison", "rehab")])["person"]
    must &= ~col("person").is_in(held.unique().implode())
    return findings(
        summed, person="person", home="home", key="key", true_on="settled", visible_on="told_on",
        level=pl.when(must).then(lit("must")).otherwise(lit("may")), surely_on=plus(pl.coalesce("warned", "told_on"), 8),
        closes_on=plus("settled", 200), closed_by=plus("settled", 400), why_closed=lit("已过十二个月"),
    )  # fmt: skip


def _homes(world: World) -> pl.DataFrame:
    """Families with any bills: half of what a poor family has is little, and whose half is meant
    (the family's or the city's average) readings differ."""
    ill = pl.concat([world["stays"].select("person"), world["long_treatments"].select("person")])
    homes = ill.unique(maintain_order=True).with_columns(home=home_of(world)).sort("home")
    return findings(
        homes.unique("home", keep="first", maintain_order=True), home="home", key=lit("family"),
        level=lit("may"), visible_on=lit(world.span.first.item()), note=lit("占家庭收入一半的读法"),
    )  # fmt: skip


def _rolled(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    rows = rows.sort(by, "settled").with_columns(home_="home")
    sums = rows.rolling("settled", period="365d", group_by=by).agg(
        own=col("own").sum(),
        net=col("net").sum(),
        told_on=col("told_on").max(),
        home_=col("home_").last(),
    )
    sums = sums.unique([by, "settled"], keep="last", maintain_order=True)
    return sums.with_columns(home="home_") if by == "person" else sums


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Nobody of the family was ever in hospital or under long treatment."""
    ill = [world[t].select(home=home_of(world)) for t in ("stays", "long_treatments", "serious")]
    well = world.homes.join(pl.concat(ill), on="home", how="anti").sort("home")
    return silences(well, "没有大额医疗支出", home="home")
