"""MON-37 公益岗到期：离期满不到 30 天，还没有新工作。A post told of only after its end is may."""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, latest, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M02-01": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["public_jobs"].with_columns(home=home_of(world), key=form("GYG-{}", "row"))
    rows = seen.day_of(rows, "M02-01", col("key"), "told").drop_nulls("told")
    soon = col("next_start").is_not_null() & (col("next_start") <= plus("end", 20))
    return findings(
        rows, person="person", home="home", key="key", true_on=plus("end", -30),
        level=pl.when(soon).then(lit("may")).otherwise(lit("must")), visible_on=latest(plus("end", -30), "told"),
        surely_on=latest(plus("end", -22), "told"), closes_on="end", closed_by=plus("end", 130),
        why_closed=lit("期满或有了新工作"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:

    rows = world["public_jobs"].with_columns(home=home_of(world), key=form("GYG-{}", "row"))
    rows = seen.day_of(rows, "M02-01", col("key"), "told").drop_nulls("told")
    rows = rows.unique("person", keep="none").filter(col("told") < plus("end", -32)).sort("person")
    days = {"from": "told", "until": plus("end", -31)}
    return silences(rows, "离期满还早", person="person", home="home", key="key", **days)
