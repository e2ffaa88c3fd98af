"""MON-04 连续拒绝岗位：六个月里三次推荐没有去。

Every refusal is told twice: as an enrolment not taken up, and as a tag of the grid worker's visit.
From the earlier third one on a watch may speak, from the later one on it must.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, latest, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M02-03": (), "M22-02": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["refusals"].filter(col("times") == 3).with_columns(home=home_of(world))
    rows = seen.day_of(rows, "M02-03", form("JJ-{}-2", "row"), "offered").drop_nulls("offered")
    rows = seen.day_of(rows, "M22-02", form("ZFJ-{}-2", "row"), "tagged").drop_nulls("tagged")
    return findings(
        rows, person="person", home="home", key=lit("refused"), true_on=plus("on", 90), visible_on=earliest("offered", "tagged"),
        surely_on=latest("offered", "tagged"), closes_on=plus("on", 181), closed_by=plus("on", 200),
        why_closed=lit("第一次已过六个月"), note=lit("网格走访标签 refuses_work；报名未到为旁证"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["refusals"].filter(col("times") == 2).with_columns(home=home_of(world))
    return silences(rows, "只拒绝过两次", person="person", home="home")
