"""MON-10 SOS呼叫：按了铃，还没有人确认平安。"""

import polars as pl

from demo.town.truth.alarms import NEEDS, alarms, doubtful, not_real, real
from demo.town.truth.seen import Seen
from demo.town.world import World

EVENTS = ("SOS",)


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = alarms(world, seen, *EVENTS)
    return pl.concat([real(world, rows, person="person"), doubtful(rows, "误报，过一会儿就恢复")])


def silent(world: World, seen: Seen) -> pl.DataFrame:
    return not_real(alarms(world, seen, *EVENTS))


__all__ = ["NEEDS", "found", "silent"]
