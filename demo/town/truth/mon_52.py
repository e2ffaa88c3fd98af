"""MON-52 持居住证人员遭遇急难：居住证有效，遇到火灾或重伤。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, kind_of, plus
from demo.town.truth.mon_26 import fires, storms
from demo.town.truth.mon_27 import accidents
from demo.town.truth.seen import Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P02-03": (), "M16-03": (), "P02-06": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    hurt = accidents(world, seen).select(
        "person", "home", "key", "on", "told", sure=col("injury") == "重伤"
    )
    burnt = fires(world, seen).select("person", "home", "key", "on", "told", sure=lit(True))
    ruined = storms(world, seen).select(
        "person", "home", "key", "on", "told", sure=col("house").is_in(["倒塌", "严重损坏"])
    )
    rows = pl.concat([hurt, burnt, ruined]).filter(kind_of(world) == "migrant")
    return findings(
        rows, person="person", home="home", key="key", true_on="on", visible_on="told",
        level=pl.when("sure").then(lit("must")).otherwise(lit("may")), closes_on=plus("told", 15),
        closed_by=plus("on", 190), why_closed=lit("临时救助"),
    )  # fmt: skip
