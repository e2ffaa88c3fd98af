"""MON-24 监护人收押或戒毒：户里有未成年人。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P13-01": (), "P13-02": ()}


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
    return findings(
        rows, person="person", home="home", key="why", true_on="since", visible_on="told",
        level=pl.when(long).then(lit("must")).otherwise(lit("may")), note=pl.when(~long).then(lit("刑期短，或过了一个月才知道")),
        closes_on=pl.max_horizontal(col("told").dt.offset_by("30d"), "told"), why_closed=lit("替代监护落实"),
    )  # fmt: skip
