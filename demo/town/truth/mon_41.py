"""MON-41 反复求助未解决：90 天里同一户为同一类事求助三次。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M22-03": (), "M22-06": ()}


def calls(world: World, seen: Seen) -> pl.DataFrame:
    """home, subject, on, told of every call and event, in order."""
    tickets = world["tickets"].with_row_index("n").select("home", "subject", "on", "n")
    tickets = seen.day_of(tickets, "M22-03", form("RX-{}", "n"), "told")
    events = world["events"].select("home", "on", n="row", subject="kind")
    events = seen.day_of(events, "M22-06", form("SJ-{}", "n"), "told")
    rows = pl.concat(
        [
            tickets.select("home", "subject", "on", "told"),
            events.select("home", "subject", "on", "told"),
        ]
    )
    return rows.drop_nulls("told").sort("home", "subject", "on")


def thirds(world: World, seen: Seen) -> pl.DataFrame:
    """Every call that has two others before it, with the first of the three."""
    group = ["home", "subject"]
    rows = calls(world, seen).with_columns(
        first=col("on").shift(2).over(group), waits=col("told").rolling_max(3).over(group)
    )
    return rows.drop_nulls("first")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = thirds(world, seen).filter(col("on") <= plus("first", 90))
    sure = col("on") <= plus("first", 88)
    return findings(
        rows, home="home", key="subject", level=pl.when(sure).then(lit("must")).otherwise(lit("may")), true_on="on",
        visible_on="waits", surely_on=plus("waits", 1), closes_on=plus("first", 90), closed_by=plus("first", 92),
        why_closed=lit("九十天里不足三次了"),
    ).filter(col("visible_on") < col("closes_on"))  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = thirds(world, seen).filter(col("on") > plus("first", 95))
    return silences(
        rows,
        "三次，隔了九十天以上",
        home="home",
        key="subject",
        **{"from": "told", "until": plus("told", 20)},
    )
