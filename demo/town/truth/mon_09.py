"""MON-09 独居或唯一照护者住院：住院两天以上，家里只有这一位老人，或只有他照顾别人。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, latest, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P04-02": ("settle_date",), "M01-01": ()}


def lone(world: World, seen: Seen) -> pl.DataFrame:
    """person, listed: lone elders in the register, with the day the register was seen."""
    rows = world["special"].filter(col("kind") != "空巢").select("person", off="until")
    return seen.day_of(rows, "M01-01", form("TS-{}", "person"), "listed")


def stays(world: World, seen: Seen) -> pl.DataFrame:
    """Stays with the day the admission and the bill were seen."""
    rows = world["stays"].with_columns(home=home_of(world), key=form("ZY-{}", "row"))
    rows = seen.day_of(rows, "P04-02", col("key"), "told")
    return seen.day_of(rows, "P04-02", col("key"), "left_seen", col("settle_date").is_not_null())


def _caring(world: World) -> pl.Expr:
    """Homes with somebody who may need care: whoever is taken to hospital may have given it."""
    small = world.people.filter(col("born") > lit((world.span.first - 6 * 366).item()))
    homes = [world[t].select(home=home_of(world)) for t in ("abilities", "certificates")]
    homes.append(small.select("home"))
    return col("home").is_in(pl.concat(homes)["home"].unique().implode())


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = stays(world, seen).filter(col("discharged") >= plus("admitted", 2))
    alone = rows.join(lone(world, seen), on="person", how="left")
    must = (col("listed") <= col("admitted")) & (col("discharged") >= plus("admitted", 5))
    must &= col("told") < col("discharged")
    people = world.people.group_by("home").len()
    maybe = col("listed").is_not_null() | (col("len") <= 3) | _caring(world)
    small = alone.join(people, on="home").filter(maybe)
    return findings(
        small, person="person", home="home", key="key", true_on="admitted",
        visible_on=latest(plus("admitted", 2), "told"), surely_on=latest(plus("admitted", 3), "told"),
        level=pl.when(must.fill_null(False)).then(lit("must")).otherwise(lit("may")),
        closes_on=pl.min_horizontal("discharged", "left_seen"), closed_by=plus("left_seen", 1),
        why_closed=lit("出院"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = stays(world, seen).filter(col("discharged") == col("admitted"))
    rows = rows.join(lone(world, seen), on="person").drop_nulls("listed")
    return silences(
        rows,
        "当天出院",
        person="person",
        home="home",
        key="key",
        **{"from": "admitted", "until": plus("admitted", 6)},
    )
