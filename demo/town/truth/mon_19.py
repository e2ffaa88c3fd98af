"""MON-19 配偶去世后新独居：配偶去世 30 天内，留下的人 60 岁以上，家里只剩老人。"""

import polars as pl
from polars import col, lit

from demo.town.truth.gone import deaths_seen
from demo.town.truth.kit import alive_until, birthday, findings, home_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P02-04": ()}


def widowed(world: World, seen: Seen) -> pl.DataFrame:
    """Survivors (person) of couples, with the death seen."""
    ties = world.people.select("person", mate="spouse").filter(col("mate") >= 0)
    rows = (
        deaths_seen(world, seen)
        .join(ties, on="person")
        .rename({"person": "dead", "mate": "person"})
    )
    rows = rows.with_columns(home=home_of(world), until=alive_until(world), old=birthday(world, 60))
    rows = rows.filter(
        col("until").is_null() | (col("until") > col("died")), col("old") <= col("died")
    )
    young = world.people.filter(col("born") > lit((world.span.first - 58 * 365).item()))[
        "home"
    ].unique()
    return rows.filter(~col("home").is_in(young.implode()))


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = widowed(world, seen).filter(~_elsewhere(world))
    must = col("registered") <= plus("died", 27)
    return findings(
        rows, person="person", home="home", key=lit("widowed"), true_on="died", visible_on="death_seen",
        level=pl.when(must).then(lit("must")).otherwise(lit("may")),
        surely_on=pl.max_horizontal(pl.coalesce("registered", "death_seen"), plus("death_seen", 1)),
        closes_on=pl.max_horizontal(plus("died", 31), plus("death_seen", 1)), closed_by=plus("died", 32),
        why_closed=lit("已过 30 天"),
    ).filter(col("visible_on") <= plus("true_on", 30))  # fmt: skip


def _elsewhere(world: World) -> pl.Expr:
    return col("person").is_in(world["apart"]["person"].implode())


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = widowed(world, seen).filter(_elsewhere(world))
    moved = silences(
        rows, "随子女居住，没有迁户口", person="person", home="home", **{"from": "died"}
    )
    return pl.concat([moved, _with_young(world)])


def _with_young(world: World) -> pl.DataFrame:
    """Widowed, and somebody between twenty and fifty lives in the same home all the time."""
    oldest, youngest = (lit((world.span.first - n * 365).item()) for n in (50, 22))
    young = world.people.filter(col("born").is_between(oldest, youngest), col("until").is_null())
    young = young.filter(col("since") < lit(world.span.first.item()), ~_elsewhere(world))
    dead = world["deaths"].with_columns(
        home=home_of(world), mate=lit(world.people["spouse"]).gather("person")
    )
    rows = dead.filter(col("mate") >= 0).join(young.select("home").unique(), on="home", how="semi")
    return silences(rows, "和年轻家人同住", home="home", **{"from": "on"})
