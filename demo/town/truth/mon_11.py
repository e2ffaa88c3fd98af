"""MON-11 红外、门磁长时间无活动，没有报备外出。"""

import polars as pl

from demo.town.truth.alarms import NEEDS, alarms, doubtful, not_real, real
from demo.town.truth.seen import Seen
from demo.town.world import World

EVENTS = ("无活动", "门未开")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = alarms(world, seen, *EVENTS)
    return pl.concat([real(world, rows, person="person"), doubtful(rows, "误报，过一会儿就恢复")])


def silent(world: World, seen: Seen) -> pl.DataFrame:
    return not_real(alarms(world, seen, *EVENTS))


__all__ = ["NEEDS", "found", "silent"]
