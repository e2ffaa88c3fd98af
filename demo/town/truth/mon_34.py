"""MON-34 年度、半年复核到期：离应复核日不到 30 天，复核记录还没有到。"""

import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.truth.gone import homes_gone
from demo.town.truth.kit import earliest, findings, latest, plus, silences
from demo.town.truth.listed import low, on_list
from demo.town.truth.seen import Seen, date_of
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P01-01": ("review_due", "status"), "M01-12": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = _dues(world, seen)
    reviews = world["reviews"].select("home", "due", review="row")
    rows = rows.join(reviews, on=["home", "due"], how="left", maintain_order="left")
    rows = seen.day_of(rows, "M01-12", form("FH-{}", "review"), "looked_at")
    rows = rows.join(homes_gone(world, seen), on="home", how="left", maintain_order="left")
    rows = rows.filter(col("home_gone").is_null() | (plus("due", -30) < col("home_gone")))
    told = findings(
        rows, home="home", key=col("due").dt.strftime("%Y-%m-%d"), true_on=plus("due", -30),
        visible_on=latest(plus("due", -30), "known"), surely_on=latest(plus("due", -28), "known"),
        closes_on=earliest("replaced", "looked_at", "home_gone"), closed_by=plus("replaced", 1), why_closed=lit("复核记录到了"),
    )  # fmt: skip
    return on_list(told, low(world, seen, "dibao", "danrenbao"))


def _dues(world: World, seen: Seen) -> pl.DataFrame:
    """home, due, known (the day it was told), replaced (the day the next one was)."""
    rows = (
        seen.rows["P01-01"]
        .filter(col("status") != "停保")
        .select(OBSERVED, "record_id", due=date_of("review_due"))
        .drop_nulls("due")
    )
    rows = rows.group_by("record_id", "due").agg(known=col(OBSERVED).min()).sort("record_id", "due")
    rows = rows.with_columns(replaced=col("known").shift(-1).over("record_id"))
    rows = rows.with_columns(row=col("record_id").str.strip_prefix("DB-").cast(pl.UInt32))
    return rows.join(world["aid"].select("row", "home"), on="row")


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Long before a review is due."""
    rows = _dues(world, seen).filter(col("known") < plus("due", -32))
    once = world["aid"].unique("home", keep="none").select("home")
    rows = rows.join(once, on="home", how="semi").sort("home", "due")
    return silences(
        rows, "离应复核还早", home="home", **{"from": "known", "until": plus("due", -31)}
    )
