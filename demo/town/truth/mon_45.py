"""MON-45 帮扶任务超期：约好的日子过了很久，没有完成回执。

Orders carry no number of days they should take, and a product counts its own tasks: all may.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M01-08": ("done_at",)}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["orders"].with_columns(home=home_of(world), key=form("ZLT-{}", "row"))
    rows = seen.day_of(rows, "M01-08", col("key"), "told").drop_nulls("told")
    rows = seen.day_of(rows, "M01-08", col("key"), "finished", col("done_at").is_not_null())
    late = col("finished").is_null() | (col("finished") > plus("planned", 1))
    return findings(
        rows.filter(late | col("forgotten")), person="person", home="home", key="key",
        level=lit("may"), true_on=plus("planned", 1),
        visible_on=pl.max_horizontal(plus("planned", 1), "told"), surely_on=plus("planned", 90), closes_on="finished",
        closed_by=plus("finished", 1), why_closed=lit("完成回执到了"),
    )  # fmt: skip
