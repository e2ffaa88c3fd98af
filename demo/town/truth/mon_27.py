"""MON-27 道路交通事故伤亡：重伤，家庭在册；救助基金拨付后关闭。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import LOW, low, off_list, on_list
from demo.town.truth.seen import LIVE, Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P02-06": (), "M09-03": ("paid_at",)}


def accidents(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["accidents"].with_columns(home=home_of(world), key=form("SG-{}", "row"))
    rows = seen.day_of(rows, "P02-06", col("key"), "told")
    paid = col("paid_at").is_not_null()
    return seen.day_of(rows, "M09-03", form("DLJJ-{}", "row"), "paid", paid).drop_nulls("told")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = findings(
        accidents(world, seen).filter(col("injury") == "重伤"), person="person", home="home", key="key",
        true_on="on", visible_on="told", closes_on="paid", closed_by=plus("on", 190), why_closed=lit("救助基金已拨付"),
    )  # fmt: skip
    lists = low(world, seen, *LOW, "rigid")
    always = lists.filter(col("low_from") <= lit(LIVE), col("low_to").is_null())
    doubtful = off_list(rows, always).with_columns(level=lit("may"), note=lit("不在册，收入不明"))
    return pl.concat([on_list(rows, lists), doubtful])


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = accidents(world, seen).filter(col("injury") != "重伤")
    return silences(
        rows, "没有伤亡或只是轻伤", person="person", home="home", key="key", **{"from": "told"}
    )
