"""MON-07 低收入家庭新增重大疾病：确诊 30 天内，或一次住院自付 8000 元以上，家庭在册。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P05-02": (), "P04-02": ("settle_date",)}
LINE = 8000_00


def diagnosed(world: World, seen: Seen) -> pl.DataFrame:
    """New diagnoses with the day the data showed them."""
    rows = world["serious"].filter(~col("again")).with_columns(home=home_of(world))
    return seen.day_of(rows, "P05-02", form("DBZ-{}", "row"), "told_on").drop_nulls("told_on")


def bills(world: World, seen: Seen) -> pl.DataFrame:
    """Stays with the day the settled bill was seen."""
    rows = world["stays"].with_columns(home=home_of(world), own=col("self_pay") + col("self_fund"))
    settled = col("settle_date").is_not_null()
    return seen.day_of(rows, "P04-02", form("ZY-{}", "row"), "told_on", settled).drop_nulls(
        "told_on"
    )


def found(world: World, seen: Seen) -> pl.DataFrame:
    ill = diagnosed(world, seen).filter(col("told_on") <= plus("on", 30))
    new = findings(
        ill, person="person", home="home", key=lit("diagnosis"), true_on="on", visible_on="told_on",
        closes_on=plus("on", 31), closed_by=plus("on", 91), why_closed=lit("确诊已过 30 天"),
        level=pl.when(col("told_on") <= plus("on", 27)).then(lit("must")).otherwise(lit("may")),
    )  # fmt: skip
    dear = bills(world, seen).filter(col("own") >= LINE)
    sure = (col("self_pay") >= LINE) & (col("told_on") <= plus("admitted", 27))
    paid = findings(
        dear, person="person", home="home", key=form("ZY-{}", "row"), true_on="settled", visible_on="told_on",
        level=pl.when(sure).then(lit("must")).otherwise(lit("may")),
        closes_on=pl.max_horizontal(plus("admitted", 31), plus("told_on", 1)),
        closed_by=plus("settled", 100), why_closed=lit("住院已过 30 天"),
    )  # fmt: skip
    rows = pl.concat([new, paid])
    return low_or_maybe(rows, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["serious"].filter(col("again")).with_columns(home=home_of(world))
    bad = bills(world, seen).filter(col("own") >= LINE)["person"].implode()
    others = diagnosed(world, seen)["person"].implode()
    rows = rows.filter(~col("person").is_in(bad), ~col("person").is_in(others))
    return silences(rows, "旧病复诊，几年前就确诊了", person="person", home="home")
