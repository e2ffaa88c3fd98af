"""MON-29 自然灾害受灾：房屋受损，或缺基本生活物资；只损了庄稼的不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, plus, silences
from demo.town.truth.mon_26 import storms
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M15-01": (), "M15-02": ("out_date",)}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = storms(world, seen).filter(col("house") != "无")
    home_again = form("BZ-{}", "row")
    rows = seen.day_of(rows, "M15-02", home_again, "back", col("out_date").is_not_null())
    return findings(
        rows, person="person", home="home", key="key", true_on="on", visible_on="told",
        closes_on=pl.coalesce("back", plus("told", 15)), closed_by=plus("told", 190), why_closed=lit("返家或补助发放"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = storms(world, seen).filter(col("house") == "无")
    return silences(rows, "只损了庄稼", person="person", home="home", key="key", **{"from": "told"})
