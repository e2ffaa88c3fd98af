"""MON-35 刑满释放低收入人员返乡：释放 30 天内，家庭低收入或没有住处。"""

from datetime import date

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, latest, plus, silences
from demo.town.truth.listed import LOW, low
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P13-01": ("state",), "M14-01": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = (
        world["prison"]
        .filter(col("until") <= lit(world.span.last.item()))
        .with_columns(home=home_of(world))
    )
    rows = seen.day_of(rows, "P13-01", form("FX-{}", "row"), "freed", col("state") == "释放")
    rows = seen.day_of(rows, "M14-01", form("AZ-{}", "row"), "expected")
    lists = low(world, seen).with_columns(listed=lit(True))
    rigid = low(world, seen, *LOW, "rigid").select("home", any_list=lit(True))
    rows = rows.join(lists, on="home", how="left").join(rigid, on="home", how="left")
    known = pl.min_horizontal("freed", "expected")
    sure = (col("listed").fill_null(False) | col("homeless")) & (col("freed") <= plus("until", 22))
    rows = rows.with_columns(visible=latest("until", known)).drop_nulls("visible")
    return findings(
        rows.filter(col("visible") <= plus("until", 30)), person="person", home="home", key=lit("released"),
        level=pl.when(sure.fill_null(False)).then(lit("must")).otherwise(lit("may")), true_on="until",
        visible_on="visible", surely_on=latest(pl.max_horizontal("freed", "visible"), plus("until", 8)),
        closes_on=plus("until", 31), closed_by=plus("until", 32), why_closed=lit("已过 30 天"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Still held when the two years are over."""
    held = world["prison"].filter(pl.coalesce("until", lit(date.max)) > lit(world.span.last.item()))
    rows = held.unique("person").sort("person").with_columns(home=home_of(world))
    return silences(rows, "还没有释放", person="person", home="home")
