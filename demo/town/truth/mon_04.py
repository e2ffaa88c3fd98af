"""MON-04 连续拒绝岗位：六个月里三次推荐没有去（报名未到；网格走访记“不愿上班”）。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M02-03": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["refusals"].filter(col("times") == 3).with_columns(home=home_of(world))
    rows = seen.day_of(rows, "M02-03", form("JJ-{}-2", "row"), "third").drop_nulls("third")
    return findings(
        rows, person="person", home="home", key=lit("refused"), true_on=plus("on", 90), visible_on="third",
        surely_on=plus("third", 7), closes_on=plus("on", 181), closed_by=plus("on", 186),
        why_closed=lit("第一次已过六个月"), note=lit("目录里没有“拒绝”一项，以报名未到代表"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["refusals"].filter(col("times") == 2).with_columns(home=home_of(world))
    return silences(rows, "只拒绝过两次", person="person", home="home")
