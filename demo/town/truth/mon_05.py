"""MON-05 新增残疾证未享补贴：发证 60 天内，没有一项两项补贴在发。

Whoever is paid some weeks later is a finding until the payment shows (正在走流程: may); people not
entitled to either subsidy are may, so are cards renewed or changed; those on tekun are covered.
"""

import polars as pl
from polars import col, lit

from demo.town.life.disability import severe
from demo.town.truth.kit import earliest, findings, home_of, kind_of, plus, silences
from demo.town.truth.listed import low
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P10-01": (), "P01-10": ()}


def new_cards(world: World, seen: Seen) -> pl.DataFrame:
    """Cards issued in the town's time, with the day of the first payment to their holder."""
    rows = (
        world["certificates"]
        .filter(col("why") != "old")
        .with_columns(home=home_of(world), kind_=kind_of(world))
    )
    rows = seen.day_of(rows, "P10-01", form("CJ-{}-{}", "person", "row"), "told").drop_nulls("told")
    first_paid = seen.rows["P01-10"].with_columns(
        person=col("record_id").str.extract(r"BT-(\d+)-").cast(pl.Int64)
    )
    paid = first_paid.group_by("person").agg(paid=col("observed").min())
    return rows.join(paid, on="person", how="left", maintain_order="left")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = new_cards(world, seen).filter(~col("kind_").is_in(["tekun", "migrant"]))
    rows = rows.join(low(world, seen), on="home", how="left", maintain_order="left")
    listed = (col("low_from") <= col("told")) & (
        col("low_to").is_null() | (col("low_to") > plus("issued", 61))
    )
    entitled = severe() | listed.fill_null(False)
    never = col("paid").is_null() | (col("paid") > plus("issued", 61))
    must = entitled & never & (col("why") == "new")
    return findings(
        rows, person="person", home="home", key=form("CJ-{}-{}", "person", "row"), true_on="issued",
        visible_on="told", level=pl.when(must).then(lit("must")).otherwise(lit("may")),
        surely_on=pl.max_horizontal("told", plus("issued", 45)),
        closes_on=earliest("paid", plus("issued", 61)), closed_by=earliest("paid", plus("issued", 62)),
        why_closed=pl.when(never).then(lit("发证已过 60 天")).otherwise(lit("补贴在发")),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = new_cards(world, seen).filter(col("kind_") == "tekun", col("why") == "new")
    return silences(rows, "特困供养已全覆盖", person="person", home="home")
