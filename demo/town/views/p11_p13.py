"""省税务局、省司法厅: wages declared, insurance levied, prison, rehabilitation."""

import polars as pl
from polars import col, lit

from demo.town.life.work import job_months
from demo.town.views.kit import key, last_day, later, month_key, versions, word
from demo.town.views.p07_p10 import shops
from demo.town.world import World


def p11_01(world: World) -> pl.DataFrame:
    """Wages of employees here, declared by the middle of the month after."""
    rows = job_months(world).filter(col("kind") == "职工")
    whole = (
        col("wage")
        * pl.when(col("month") == col("start").dt.truncate("1mo")).then(6).otherwise(10)
        // 10
    )
    rows = rows.with_columns(paid=whole).sort("row", "month")
    year = col("month").dt.year()
    return rows.select(
        "person", "employer", on="month", told=later("month", 42), record_id=key(lit("GS"), "row", month_key("month")),
        tax_month="month", wage="paid", cumulative=col("paid").cum_sum().over("row", year),
    )  # fmt: skip


def p11_02(world: World) -> pl.DataFrame:
    rows = job_months(world).filter(
        col("kind") != "外省", col("month") >= lit(world.span.first.item()).dt.offset_by("-3mo")
    )
    own = col("kind") == "灵活就业"
    return rows.select(
        "person", on="month", told=later("month", 32), record_id=key(lit("SBF"), "row", month_key("month")),
        fee_month="month", kind=word("养老"), payer=pl.when(own).then(lit("个人")).otherwise(lit("单位")),
        amount=col("wage") * 24 // 100,
    )  # fmt: skip


def p11_03(world: World) -> pl.DataFrame:
    """Shops declare every quarter."""
    rows = _quarters(world, shops(world).filter(col("what") == "shop"))
    rows = rows.with_columns(end=later("on", -1))
    return rows.select(
        "person", "on", told=later("on", 10), record_id=key(lit("JYS"), "row", month_key("on")),
        period=pl.concat_str(col("end").dt.strftime("%YQ"), col("end").dt.quarter().cast(pl.Int64)),
        revenue=lit(42_000_00), taxable=lit(13_500_00),
    )  # fmt: skip


def _quarters(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """Each shop in every quarter it was open; `on` is the first day after the quarter."""
    first = lit(world.span.first.item()).dt.offset_by("-9mo")
    quarters = pl.select(pl.date_range(first, lit(last_day(world)), "3mo").alias("on"))
    opened = rows.select("row", "person", opened="on", closed="until")
    return opened.join(quarters, how="cross").filter(
        col("opened") < col("on"), col("closed").is_null() | (col("closed") > col("on"))
    )


def p13_01(world: World) -> pl.DataFrame:
    """Prisoners: told when they come and when they leave."""
    rows = world["prison"]
    inside = rows.with_columns(told=later("since", 5), state=lit("在押"))
    freed = rows.filter(col("until") <= lit(last_day(world))).with_columns(
        told="until", state=lit("释放")
    )
    return versions(inside, freed).select(
        "person", "told", "state", on="told", record_id=key(lit("FX"), "row"), in_date="since",
        release_date="until",
    )  # fmt: skip


def p13_02(world: World) -> pl.DataFrame:
    return world["rehab"].select(
        "person", on=later("since", 4), record_id=key(lit("JD"), "row"), in_date="since", out_date="until",
        state=word("在所"),
    )  # fmt: skip
