"""MON-42 低保户人口增加：新生儿（必）；户口迁入（或）。增发后关闭。"""

import polars as pl
from polars import col, lit

from demo.town.feed import OBSERVED
from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import low, off_list, on_list
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P05-03": (), "P02-01": (), "P01-01": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    born = world["births"].with_columns(home=home_of(world, "mother"))
    born = seen.day_of(born, "P05-03", form("CS-{}", "row"), "told").drop_nulls("told")
    born = _added(world, seen, born, 50)
    new = findings(
        born, home="home", person="person", key=lit("birth"), true_on="on", visible_on="told", closes_on="added",
        closed_by=plus("on", 370), why_closed=lit("家庭成员已更新"),
    )  # fmt: skip
    moved = world["weddings"].select(person="spouse", on="on").with_columns(home=home_of(world))
    moved = seen.day_of(moved, "P02-01", form("HK-{}", "person"), "told").drop_nulls("told")
    came = findings(
        moved, home="home", person="person", key=lit("moved in"), level=lit("may"), true_on="on", visible_on="told",
        closes_on=plus("told", 30), closed_by=plus("told", 370), why_closed=lit("家庭成员已更新"),
    )  # fmt: skip
    rows = pl.concat([new, came])
    must = on_list(rows, low(world, seen, "dibao"))
    may = on_list(rows, low(world, seen, "danrenbao")).with_columns(level=lit("may"))
    return pl.concat([must, may])


def _added(world: World, seen: Seen, rows: pl.DataFrame, days: int) -> pl.DataFrame:
    """The first list of the family told that many days after the birth."""
    told = seen.rows["P01-01"].select(
        OBSERVED, aid=col("record_id").str.strip_prefix("DB-").cast(pl.UInt32)
    )
    lists = told.join(world["aid"].select("home", aid="row"), on="aid").select(
        "home", list_seen=OBSERVED
    )
    met = (
        rows.select("row", "home", "on")
        .join(lists, on="home")
        .filter(col("list_seen") >= plus("on", days))
    )
    first = met.group_by("row").agg(added=col("list_seen").min())
    return rows.join(first, on="row", how="left", maintain_order="left")


def silent(world: World, seen: Seen) -> pl.DataFrame:

    rows = world["births"].with_columns(home=home_of(world, "mother"))
    rows = off_list(rows, low(world, seen, "dibao", "danrenbao"))
    return silences(rows, "添了孩子，不是低保户", home="home", person="person", **{"from": "on"})
