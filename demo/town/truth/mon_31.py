"""MON-31 低保收入上升：就业豁免（12 个月）剩下不到一个月，或豁免后收入接近标准。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, months_on, plus, silences
from demo.town.truth.listed import low, on_list
from demo.town.truth.seen import LIVE, Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-03": (), "P11-01": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    """Must: a job begun on the list has lasted eleven months; may: whoever on dibao earns at all,
    or has a pension, which alone may come near the standard."""
    jobs = world["jobs"].filter(col("kind") != "外省").with_columns(home=home_of(world))
    listed = low(world, seen, "dibao", "danrenbao")
    since = world["aid"].filter(col("kind") == "dibao").select("home", listed="since")
    jobs = jobs.join(since, on="home", how="left")
    lasting = col("end").is_null() | (col("end") > months_on("start", 14))
    exempt = (col("kind") == "职工") & lasting & (col("start") > plus("listed", 40))
    exempt &= months_on("start", 12) > lit(LIVE)
    jobs = jobs.join(_looked_at(world, jobs), on="row", how="left", maintain_order="left")
    must = findings(
        jobs.filter(exempt.fill_null(False)), home="home", person="person", key=lit("exemption"),
        level=pl.when("reviewed").then(lit("may")).otherwise(lit("must")),
        true_on=months_on("start", 11), visible_on=months_on("start", 10), surely_on=plus(months_on("start", 11), 5),
        closes_on=months_on("start", 12).dt.truncate("1mo"), closed_by=months_on("start", 14), why_closed=lit("豁免期满"),
        note=lit("就业豁免将满"),
    )  # fmt: skip
    may = findings(
        jobs, home="home", person="person", key=lit("earning"), level=lit("may"), true_on="start", visible_on="start",
        closes_on=plus("end", 240), closed_by=plus("end", 400), why_closed=lit("不再有工资"), note=lit("有工资收入"),
    )  # fmt: skip
    return on_list(pl.concat([must, may, _other_income(world), _pensioned(world)]), listed)


def _looked_at(world: World, jobs: pl.DataFrame) -> pl.DataFrame:
    """row, reviewed: jobs whose family was reviewed shortly before the exemption ends."""
    reviews = world["reviews"].select("home", "done")
    met = jobs.select("row", "home", "start").join(reviews, on="home")
    near = col("done").is_between(months_on("start", 10), months_on("start", 12))
    return met.group_by("row").agg(reviewed=near.any())


def _other_income(world: World) -> pl.DataFrame:
    """Shops: what their income is, readings differ."""
    shops = world["assets"].filter(col("what") == "shop").with_columns(home=home_of(world))
    return findings(
        shops, home="home", person="person", key=lit("shop"), level=lit("may"), true_on="on", visible_on="on",
        closes_on="until", closed_by=plus("until", 400), why_closed=lit("注销"), note=lit("有个体户"),
    )  # fmt: skip


def _pensioned(world: World) -> pl.DataFrame:
    rows = world["pensions"].with_columns(home=home_of(world))
    return findings(
        rows, home="home", person="person", key=lit("pension"), level=lit("may"), true_on="since", visible_on="since",
        closes_on=lit(None, pl.Date), closed_by=lit(None, pl.Date), why_closed=lit(None, pl.String), note=lit("有养老金"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """On dibao, and nobody has a job, a shop or a pension."""
    earning = [world["jobs"], world["pensions"], world["assets"].filter(col("what") == "shop")]
    homes = pl.concat([frame.select(home=home_of(world)) for frame in earning])
    rows = world.homes.filter(col("kind") == "dibao").join(homes, on="home", how="anti")
    return silences(rows.sort("home"), "没有人挣钱", home="home")
