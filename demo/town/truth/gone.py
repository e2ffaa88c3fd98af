"""When the data showed that somebody has died or moved away."""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {
    "P02-01": ("status",),
    "P02-04": (),
    "P05-04": (),
    "P01-09": (),
}


def deaths_seen(world: World, seen: Seen) -> pl.DataFrame:
    """person, died, death_seen: the first of certificate, cremation and de-registration."""
    rows = world["deaths"].select("person", died="on")
    for class_id, prefix, name in (
        ("P02-04", "SW-", "a"),
        ("P05-04", "SWZ-", "b"),
        ("P01-09", "BZ-", "c"),
    ):
        rows = seen.day_of(rows, class_id, form(prefix + "{}", "person"), name)
    return rows.select("person", "died", death_seen=earliest("a", "b", "c"), registered="a")


def gone_seen(world: World, seen: Seen) -> pl.DataFrame:
    """person, gone_seen, how: death or a registration moved away."""
    moved = world["departures"].select("person")
    moved = seen.day_of(
        moved, "P02-01", form("HK-{}", "person"), "gone_seen", col("status") == "迁出"
    )
    dead = deaths_seen(world, seen).select("person", gone_seen="death_seen", how=lit("去世"))
    return (
        pl.concat([moved.with_columns(how=lit("户口迁出")), dead])
        .drop_nulls("gone_seen")
        .unique("person", keep="first", maintain_order=True)
    )


def homes_gone(world: World, seen: Seen) -> pl.DataFrame:
    """home, home_gone: the day the data showed the last member gone."""
    people = world.people.select("person", "home").join(
        gone_seen(world, seen), on="person", how="left"
    )
    return people.group_by("home").agg(
        home_gone=pl.when(col("gone_seen").is_not_null().all()).then(col("gone_seen").max())
    ).drop_nulls("home_gone")  # fmt: skip
