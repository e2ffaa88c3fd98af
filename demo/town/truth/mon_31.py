"""MON-31 低保收入上升：就业豁免（12 个月）剩下不到一个月，或豁免后收入接近标准。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, months_on, plus
from demo.town.truth.listed import low, on_list
from demo.town.truth.seen import LIVE, Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-03": (), "P11-01": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    """Must: a job begun on the list has lasted eleven months; may: whoever on dibao earns at all."""
    jobs = world["jobs"].filter(col("kind") != "外省").with_columns(home=home_of(world))
    listed = low(world, seen, "dibao", "danrenbao")
    since = world["aid"].filter(col("kind") == "dibao").select("home", listed="since")
    jobs = jobs.join(since, on="home", how="left")
    lasting = col("end").is_null() | (col("end") > months_on("start", 14))
    exempt = (col("kind") == "职工") & lasting & (col("start") > plus("listed", 40))
    exempt &= months_on("start", 12) > lit(LIVE)
    must = findings(
        jobs.filter(exempt.fill_null(False)), home="home", person="person", key=lit("exemption"),
        true_on=months_on("start", 11), visible_on=months_on("start", 10), surely_on=months_on("start", 13),
        closes_on=months_on("start", 14), why_closed=lit("复核决定"), note=lit("就业豁免将满"),
    )  # fmt: skip
    may = findings(
        jobs, home="home", person="person", key=lit("earning"), level=lit("may"), true_on="start", visible_on="start",
        closes_on=plus("end", 240), closed_by=plus("end", 400), why_closed=lit("不再有工资"), note=lit("有工资收入"),
    )  # fmt: skip
    return on_list(pl.concat([must, may, _other_income(world)]), listed)


def _other_income(world: World) -> pl.DataFrame:
    """Shops: what their income is, readings differ."""
    shops = world["assets"].filter(col("what") == "shop").with_columns(home=home_of(world))
    return findings(
        shops, home="home", person="person", key=lit("shop"), level=lit("may"), true_on="on", visible_on="on",
        closes_on="until", closed_by=plus("until", 400), why_closed=lit("注销"), note=lit("有个体户"),
    )  # fmt: skip
