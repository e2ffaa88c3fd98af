"""When the data showed a family on a list: windows per household."""

import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.truth.kit import earliest, latest, plus
from demo.town.truth.seen import LIVE, Seen, date_of
from demo.town.world import World

NEEDS = {
    "P01-01": ("status", "start_date", "review_due"),
    "P01-02": ("status",),
    "P01-03": ("status", "valid_from", "valid_to"),
    "P01-04": ("status", "valid_to"),
}
PREFIX = {"P01-01": "DB-", "P01-02": "TK-", "P01-03": "BY-", "P01-04": "ZC-"}
OVER = ("停保", "终止", "退出")
LOW = ("dibao", "danrenbao", "tekun", "edge")


def windows(world: World, seen: Seen) -> pl.DataFrame:
    """home, kind, low_from, low_to (first day off the list; null: still on it)."""
    if "windows" not in seen.rows:
        seen.rows["windows"] = pl.concat([_of(world, seen, c) for c in PREFIX])
    return seen.rows["windows"]


def _of(world: World, seen: Seen, class_id: str) -> pl.DataFrame:
    rows = seen.rows[class_id].with_columns(
        aid=col("record_id").str.strip_prefix(PREFIX[class_id]).cast(pl.UInt32)
    )
    begins = date_of("start_date") if class_id == "P01-01" else col(OBSERVED)
    begins = date_of("valid_from") if class_id == "P01-03" else begins
    ends = date_of("valid_to").max() if class_id in ("P01-03", "P01-04") else lit(None, pl.Date)
    off = pl.when(col("status").is_in(OVER)).then(OBSERVED)
    found = rows.group_by("aid").agg(
        low_from=pl.max_horizontal(col(OBSERVED).min(), begins.min()), off=off.min(), ends=ends
    )
    aid = world["aid"].select("home", "kind", aid="row")
    shown = found.join(aid, on="aid").with_columns(low_to=earliest("off", plus("ends", 1)))
    listed_as = {"P01-03": "edge", "P01-04": "rigid"}
    if class_id in listed_as:
        shown = shown.with_columns(kind=lit(listed_as[class_id]))
    return shown.select("home", "kind", "low_from", "low_to").sort("home")


def low(world: World, seen: Seen, *kinds: str) -> pl.DataFrame:
    """home, low_from, low_to: from the first list to the last, of these kinds (dibao to edge)."""
    rows = windows(world, seen).filter(col("kind").is_in(kinds or LOW))
    still = col("low_to").is_null().any()
    return rows.group_by("home").agg(
        low_from=col("low_from").min(), low_to=pl.when(~still).then(col("low_to").max())
    )


def on_list(
    rows: pl.DataFrame, lists: pl.DataFrame, visible: str = "visible_on", closes: str = "closes_on"
) -> pl.DataFrame:
    """Only what is visible while the home is on a list: cut to that time."""
    met = rows.join(lists, on="home", how="inner", maintain_order="left")
    off = (col("low_to") < col(closes)).fill_null(col("low_to").is_not_null())
    return (
        met.with_columns(
            latest(visible, "low_from").alias(visible),
            latest("surely_on", "low_from").alias("surely_on"),
            earliest(closes, "low_to").alias(closes),
            why_closed=pl.when(off).then(lit("退出名册")).otherwise("why_closed"),
        )
        .filter(col("low_to").is_null() | (col(visible) < col("low_to")))
        .drop("low_from", "low_to")
    )


def low_or_maybe(rows: pl.DataFrame, world: World, seen: Seen) -> pl.DataFrame:
    """Must while the home is on a list from dibao to edge; may for every other home that could be
    measured as poor. Only homes that surely are well off are left out."""
    lists = low(world, seen)
    whole = lists.filter(col("low_from") <= lit(LIVE), col("low_to").is_null())
    other = rows.join(whole.select("home"), on="home", how="anti")
    doubtful = other.join(well_off(world), on="home", how="anti").with_columns(level=lit("may"))
    return pl.concat([on_list(rows, lists), doubtful])


def well_off(world: World) -> pl.DataFrame:
    """Homes that live on good pensions, or in which somebody has a job all the time, and that no
    great bill of a hospital has met."""
    people = world.people.select("person", "home")
    steady = world["jobs"].filter(
        col("start") < lit(world.span.before.item()), col("end").is_null()
    )
    kinds = world.homes.filter(
        (col("kind") == "elder") | ((col("kind") == "plain") & (col("template") == "old couple"))
    )
    working = people.join(steady, on="person").join(world.homes, on="home")
    working = working.filter(col("kind").is_in(["plain", "child"]))
    fine = pl.concat([kinds.select("home"), working.select("home")]).unique(maintain_order=True)
    billed = people.join(world["stays"].filter("heavy"), on="person")
    return fine.join(billed, on="home", how="anti", maintain_order="left")


def off_list(rows: pl.DataFrame, lists: pl.DataFrame) -> pl.DataFrame:
    """Rows of homes that are never on one of these lists."""
    return rows.join(lists.select("home"), on="home", how="anti")
