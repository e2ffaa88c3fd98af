"""When the data showed that somebody has died or moved away.

A list in force names who lives together, whatever the register says: somebody who moved his
registration is gone once the next list leaves him out, or the family is on none.
"""

import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.truth.kit import earliest
from demo.town.truth.listed import PREFIX, low
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {
    "P02-01": ("status",),
    "P02-04": (),
    "P05-04": (),
    "P01-09": (),
    "P01-01": (),
    "P01-03": (),
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
    moved = _off_the_list(world, seen, moved.drop_nulls("gone_seen"))
    dead = deaths_seen(world, seen).select("person", gone_seen="death_seen", how=lit("去世"))
    return (
        pl.concat([moved.with_columns(how=lit("户口迁出")), dead])
        .drop_nulls("gone_seen")
        .unique("person", keep="first", maintain_order=True)
    )


def _off_the_list(world: World, seen: Seen, moved: pl.DataFrame) -> pl.DataFrame:
    """The same; of who was on a list on that day, the day the list was told anew or was over."""
    left = world["departures"].select("person", "on").unique("person", keep="first")
    rows = moved.join(left, on="person").join(world.people.select("person", "home"), on="person")
    met = rows.join(_lists(world, seen), on="home").filter(col("told") > col("on"))
    anew = met.group_by("person").agg(anew=col("told").min())
    rows = rows.join(anew, on="person", how="left").join(low(world, seen), on="home", how="left")
    on_it = (col("low_from") <= col("gone_seen")) & (col("low_to") > col("gone_seen")).fill_null(
        True
    )
    told = earliest("anew", "low_to")
    later = on_it.fill_null(False) & (told > col("gone_seen")).fill_null(told.is_null())
    shown = pl.when(later).then(told).otherwise("gone_seen")
    return rows.select("person", gone_seen=shown).sort("person")


def _lists(world: World, seen: Seen) -> pl.DataFrame:
    """home, told: the days on which a list of the family came."""
    aid = world["aid"].select("home", aid="row")
    told = [
        seen.rows[c].select(
            told=OBSERVED, aid=col("record_id").str.strip_prefix(PREFIX[c]).cast(pl.UInt32)
        )
        for c in ("P01-01", "P01-03")
    ]
    return pl.concat(told).join(aid, on="aid").select("home", "told")


def homes_gone(world: World, seen: Seen) -> pl.DataFrame:
    """home, home_gone: the day the data showed the last member gone."""
    people = world.people.select("person", "home").join(
        gone_seen(world, seen), on="person", how="left"
    )
    return people.group_by("home").agg(
        home_gone=pl.when(col("gone_seen").is_not_null().all()).then(col("gone_seen").max())
    ).drop_nulls("home_gone")  # fmt: skip
