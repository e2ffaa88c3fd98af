"""MON-13 设备离线超过 24 小时，或电量低于 15%。"""

import polars as pl
from polars import col, lit

from demo.town.truth.alarms import NEEDS, alarms, not_real, real
from demo.town.truth.kit import plus
from demo.town.truth.seen import Seen
from demo.town.world import World


def found(world: World, seen: Seen) -> pl.DataFrame:
    offline, battery = alarms(world, seen, "离线"), alarms(world, seen, "低电")
    smoke = alarms(world, seen, "离线", "故障", smoke=True)
    may = real(world, smoke, person="person", level=lit("may"), surely_on=plus("told", 2))
    return pl.concat([
        real(world, offline, person="person", surely_on=plus("told", 2)),
        real(world, battery, person="person"), may,
    ])  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = alarms(world, seen, "离线")
    return not_real(rows.filter(col("cause") == "power cut"))


__all__ = ["NEEDS", "found", "silent"]
