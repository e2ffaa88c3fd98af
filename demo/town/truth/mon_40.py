"""MON-40 独居户烟感、燃气告警：火警或漏气，还没有恢复；做饭油烟、测试不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.alarms import alarms, doubtful, not_real, real
from demo.town.truth.kit import findings, plus
from demo.town.truth.seen import Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M16-04": (), "M06-03": ("alarm",)}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = alarms(world, seen, "火警", smoke=True)
    return pl.concat([real(world, rows, person="person"), doubtful(rows, "油烟"), _gas(seen)])


def _gas(seen: Seen) -> pl.DataFrame:
    """A leak told with the month's reading: how long it stays open, readings differ."""
    leaks = (
        seen.rows["M06-03"]
        .filter(col("alarm") == "是")
        .with_columns(home=col("record_id").str.extract(r"RQ-(\d+)-").cast(pl.Int64))
    )
    return findings(
        leaks, home="home", key=lit("gas"), level=lit("may"), visible_on="observed", closes_on=plus("observed", 1),
        closed_by=plus("observed", 62), why_closed=lit("下月读数正常"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    return not_real(alarms(world, seen, "火警", smoke=True), person=False)
