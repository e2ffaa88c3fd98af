"""MON-24 监护人收押或戒毒：户里有未成年人。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.seen import LIVE, Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P13-01": (), "P13-02": ()}
WHY_MAY = "刑期短，过了一个月才知道，或儿童主任已经去过"


def found(world: World, seen: Seen) -> pl.DataFrame:
    prison = seen.day_of(world["prison"], "P13-01", form("FX-{}", "row"), "told")
    rehab = seen.day_of(world["rehab"], "P13-02", form("JD-{}", "row"), "told").with_columns(
        why=lit("rehab")
    )
    columns = ["row", "person", "since", "until", "told", "why"]
    rows = pl.concat([prison.select(columns), rehab.select(columns)]).with_columns(
        home=home_of(world)
    )
    minors = world.people.filter(col("born") > lit((world.span.first - 16 * 365).item()))[
        "home"
    ].unique()
    rows = rows.drop_nulls("told").filter(
        col("home").is_in(minors.implode()), col("since") >= lit(world.span.first.item())
    )
    long = (col("until") - col("since")).dt.total_days() >= 180
    long &= (col("told") - col("since")).dt.total_days() <= 28
    long &= ~col("person").is_in(_visited_since(world, rows).implode())
    return findings(
        rows, person="person", home="home", key="why", true_on="since", visible_on="told",
        level=pl.when(long).then(lit("must")).otherwise(lit("may")), note=pl.when(~long).then(lit(WHY_MAY)),
        closes_on=pl.max_horizontal(plus("since", 30), plus("told", 1)), why_closed=lit("替代监护落实"),
    )  # fmt: skip


def _visited_since(world: World, rows: pl.DataFrame) -> pl.Series:
    """Whose children were seen after the arrest and before the news: somebody looks after them."""
    visits = world["child_months"].drop_nulls("visited").select(home=home_of(world), at="visited")
    met = rows.select("person", "home", "since", "told").join(visits, on="home")
    return met.filter(col("at").cast(pl.Date).is_between("since", plus("told", 2)))[
        "person"
    ].unique()


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Held since long before the watches went live."""
    held = pl.concat([world[t].select("person", "since") for t in ("prison", "rehab")])
    newest = held.group_by(home=home_of(world)).agg(col("since").max()).sort("home")
    rows = newest.filter(col("since") < lit(LIVE).dt.offset_by("-200d"))
    return silences(rows, "早就收押了", home="home")
