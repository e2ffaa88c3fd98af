"""MON-03 失业保险金到期未就业：离期满不到 30 天，还没有新工作，家庭低收入。

Must is whoever drew to the last month but one and neither works nor retires before the end.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, latest, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-05": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["unemployed"].filter(col("final") >= col("end_month").dt.offset_by("-2mo"))
    rows = rows.with_columns(home=home_of(world), month=col("first").dt.strftime("%Y%m"))
    rows = seen.day_of(rows, "P03-05", form("SY-{}-{}", "row", "month"), "told")
    rows = rows.with_columns(over=plus(col("end_month").dt.month_end(), 1))
    rows = rows.join(world["pensions"].select("person", retired="since"), on="person", how="left")
    early = col("final") < col("end_month").dt.offset_by("-1mo")
    back = early | (earliest("next_start", "retired") <= col("over")).fill_null(False)
    told = findings(
        rows,
        person="person",
        home="home",
        key=col("end_month").dt.strftime("%Y-%m"),
        level=pl.when(back).then(lit("may")).otherwise(lit("must")),
        true_on="end_month",
        visible_on=latest(plus("end_month", -30), "told"),
        surely_on=latest(plus("over", -23), "told"),
        closes_on="end_month",
        closed_by=plus("over", 63),
        why_closed=lit("期满"),
    ).with_columns(closes_on=pl.max_horizontal("closes_on", plus("surely_on", 1)))
    return low_or_maybe(told, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Found work long before the benefit would have ended."""
    early = col("final") < col("end_month").dt.offset_by("-2mo")
    rows = world["unemployed"].unique("person", keep="none", maintain_order=True)
    rows = rows.filter(early, col("next_start").is_not_null()).with_columns(home=home_of(world))
    days = {"from": plus("end_month", -30), "until": plus("end_month", 60)}
    return silences(rows, "到期前早有了工作", person="person", home="home", **days)
