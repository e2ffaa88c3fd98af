"""MON-28 工伤或安全生产事故：新增，家庭低收入；不予认定的不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-07": ("finding",), "M15-03": ()}


def injuries(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["work_injuries"].with_columns(home=home_of(world), key=form("GS-{}", "row"))
    rows = seen.day_of(rows, "P03-07", col("key"), "told")
    rows = seen.day_of(rows, "P03-07", col("key"), "decided", col("finding") != "办理中")
    return seen.day_of(rows, "M15-03", form("AQ-{}", "row"), "reported_on")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = (
        injuries(world, seen)
        .with_columns(first=earliest("told", "reported_on"))
        .drop_nulls("first")
    )
    refused = col("finding") == "不予认定"
    told = findings(
        rows, person="person", home="home", key="key", true_on="on", visible_on="first",
        surely_on=pl.coalesce("decided", "told", "first"),
        level=pl.when(refused).then(lit("may")).otherwise(lit("must")),
        closes_on=pl.when(refused).then("decided").otherwise(plus(pl.coalesce("decided", "told", "first"), 1)),
        closed_by=plus("on", 190), why_closed=pl.when(refused).then(lit("不予认定")).otherwise(lit("待遇发放")),
    )  # fmt: skip
    return low_or_maybe(told, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = injuries(world, seen).filter(col("finding") == "不予认定", col("decided").is_not_null())
    return silences(
        rows, "不予认定", person="person", home="home", key="key", **{"from": plus("decided", 8)}
    )
