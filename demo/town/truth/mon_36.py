"""MON-36 支出型（刚性支出）认定到期：离到期不到 45 天，还没有重新认定。"""

import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.truth.kit import earliest, findings, latest, plus, silences
from demo.town.truth.listed import low, on_list
from demo.town.truth.seen import Seen, date_of
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P01-04": ("valid_to", "status")}


def _ends(world: World, seen: Seen) -> pl.DataFrame:
    """home, ends, known (the day it was told), renewed (the day the next one was)."""
    rows = (
        seen.rows["P01-04"]
        .filter(col("status") == "在册")
        .select(OBSERVED, "record_id", ends=date_of("valid_to"))
    )
    rows = (
        rows.group_by("record_id", "ends").agg(known=col(OBSERVED).min()).sort("record_id", "ends")
    )
    rows = rows.with_columns(renewed=col("known").shift(-1).over("record_id"))
    rows = rows.with_columns(row=col("record_id").str.strip_prefix("ZC-").cast(pl.UInt32))
    return rows.join(world["aid"].select("row", "home"), on="row")


def found(world: World, seen: Seen) -> pl.DataFrame:
    told = findings(
        _ends(world, seen), home="home", key=col("ends").dt.strftime("%Y-%m-%d"), true_on=plus("ends", -45),
        visible_on=latest(plus("ends", -45), "known"), surely_on=latest(plus("ends", -37), "known"),
        closes_on=earliest("renewed", plus("ends", 1)), closed_by=earliest(plus("renewed", 1), plus("ends", 60)),
        why_closed=pl.when(col("renewed").is_not_null()).then(lit("重新认定")).otherwise(lit("已到期")),
    )  # fmt: skip
    return on_list(told, low(world, seen, "rigid"))


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Long before it ends."""
    rows = _ends(world, seen).filter(col("known") < plus("ends", -47))
    once = world["aid"].unique("home", keep="none").select("home")
    rows = rows.join(once, on="home", how="semi").sort("home", "ends")
    return silences(
        rows, "离到期还早", home="home", **{"from": "known", "until": plus("ends", -46)}
    )
