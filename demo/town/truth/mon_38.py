"""MON-38 住危房：C、D 级，有人住，家庭低收入；治理完或搬空就不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P07-03": ("done_at",), "M10-05": ()}


def dangerous(world: World, seen: Seen) -> pl.DataFrame:
    """Houses of grade C and D with the days their grade, a patrol and their repair were seen."""
    rows = world["houses"].filter(col("grade").is_in(["C", "D"]))
    rows = seen.day_of(rows, "P07-03", form("WF-{}", "home"), "told")
    rows = seen.day_of(rows, "P07-03", form("WF-{}", "home"), "done", col("done_at").is_not_null())
    patrols = seen.rows["M10-05"].with_columns(
        home=col("record_id").str.extract(r"NF-(\d+)-").cast(pl.Int64)
    )
    first = patrols.group_by("home").agg(patrolled=col("observed").min())
    return rows.join(first, on="home", how="left", maintain_order="left").drop_nulls("told")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = dangerous(world, seen)
    empty = ~col("lived_in")
    until_seen = pl.max_horizontal("told", "patrolled")
    told = findings(
        rows.filter(~empty | (col("patrolled") > col("told"))), home="home", key=col("home").cast(pl.String),
        level=pl.when(empty).then(lit("may")).otherwise(lit("must")), true_on="on", visible_on="told",
        surely_on=plus(until_seen, 8), closes_on=pl.when(empty).then("patrolled").otherwise("done"),
        closed_by=pl.when(empty).then(plus("patrolled", 8)).otherwise(plus("done", 100)),
        why_closed=pl.when(empty).then(lit("看到已搬空")).otherwise(lit("治理完工")),
    )  # fmt: skip
    return low_or_maybe(told, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = dangerous(world, seen).filter(~col("lived_in"))
    return silences(
        rows,
        "已搬空",
        home="home",
        key=col("home").cast(pl.String),
        **{"from": plus(pl.max_horizontal("told", "patrolled"), 8)},
    )
