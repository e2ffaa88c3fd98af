"""MON-43 困难群众医保断保：在册，当年没有参保。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import birthday, findings, home_of, latest, plus, silences
from demo.town.truth.listed import low, low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P04-01": ("state",)}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = (
        world["insurance"]
        .filter("lapsed")
        .with_columns(
            home=home_of(world),
            key=form("YB-{}-{}", "person", "year"),
            january=pl.max_horizontal(pl.date("year", 1, 1), birthday(world, 1)),  # 当年新生
        )
    )
    rows = seen.day_of(rows, "P04-01", col("key"), "told", col("state") == "未参保")
    rows = seen.day_of(rows, "P04-01", col("key"), "again", col("state") == "正常").drop_nulls(
        "told"
    )
    year_end = pl.date(col("year") + 1, 1, 1)
    told = findings(
        rows, person="person", home="home", key="key", true_on="january", visible_on=latest("january", "told"),
        surely_on=plus(latest("january", "told"), 45), closes_on=pl.coalesce("again", year_end),
        closed_by=plus(pl.coalesce("again", year_end), 32),
        why_closed=pl.when(col("again").is_not_null()).then(lit("已参保")).otherwise(lit("年度已过")),
    )  # fmt: skip
    return low_or_maybe(told, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Insured in every year."""
    lapsed = world["insurance"].filter("lapsed").select("person")
    there = world.people.filter(
        col("since") < lit(world.span.before.item()), col("until").is_null()
    )
    rows = there.join(lapsed, on="person", how="anti").join(
        low(world, seen).select("home"), on="home"
    )
    return silences(rows.sort("person"), "参保了", person="person", home="home")
