"""MON-52 持居住证人员遭遇急难：居住证有效，遇到火灾或重伤。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, kind_of, plus, silences
from demo.town.truth.mon_26 import fires, storms
from demo.town.truth.mon_27 import accidents
from demo.town.truth.seen import Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P02-03": (), "M16-03": (), "P02-06": ()}
BLOWS = ("accidents", "fires", "storms", "stays", "deaths", "serious", "work_injuries")


def found(world: World, seen: Seen) -> pl.DataFrame:
    hurt = accidents(world, seen).select(
        "person", "home", "key", "on", "told", sure=col("injury") == "重伤"
    )
    burnt = fires(world, seen).select("person", "home", "key", "on", "told", sure=lit(True))
    ruined = storms(world, seen).select(
        "person", "home", "key", "on", "told", sure=col("house").is_in(["倒塌", "严重损坏"])
    )
    rows = pl.concat([hurt, burnt, ruined]).filter(kind_of(world) == "migrant")
    told = findings(
        rows, person="person", home="home", key="key", true_on="on", visible_on="told",
        level=pl.when("sure").then(lit("must")).otherwise(lit("may")), closes_on=plus("told", 15),
        closed_by=plus("on", 190), why_closed=lit("临时救助"),
    )  # fmt: skip
    return pl.concat([told, _others(world)])


def _others(world: World) -> pl.DataFrame:
    """Illness, death, or a job lost: whether these are an emergency too, readings differ."""
    events = [
        world["stays"].select("person", on="admitted"), world["deaths"].select("person", "on"),
        world["work_injuries"].select("person", "on"),
        world["jobs"].drop_nulls("end").select("person", on="end"), world["serious"].select("person", "on"),
    ]  # fmt: skip
    rows = pl.concat(events).filter(kind_of(world) == "migrant").with_columns(home=home_of(world))
    return findings(
        rows.sort("on", "person"),
        person="person",
        home="home",
        key=lit("other"),
        level=lit("may"),
        visible_on="on",
        closes_on=plus("on", 190),
        closed_by=plus("on", 260),
        why_closed=lit("已过半年"),
    )


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """People with a permit whom nothing has happened to."""
    met = [world[t].select(home=home_of(world)) for t in BLOWS]
    met.append(world["jobs"].drop_nulls("end").select(home=home_of(world)))
    calm = world.homes.filter(col("kind") == "migrant").join(pl.concat(met), on="home", how="anti")
    return silences(calm.sort("home"), "没有遇到急难", home="home")
