"""住建、公安、残联、财政（市）: gas and rents, calls to the police, where people live, payments."""

import polars as pl
from polars import col, lit

from demo.town.life.payments import ALLOWANCE, PENSION, SUBSIDY
from demo.town.views.kit import (
    first_day,
    here,
    key,
    last_day,
    later,
    month_key,
    none,
    of_home,
    of_person,
    versions,
    word,
)
from demo.town.world import World


def m06_03(world: World) -> pl.DataFrame:
    """Gas read every month in every fourth household; a leak is told by its alarm."""
    homes = world.homes.filter(col("home") % 4 == 1).select("home")
    months = pl.DataFrame({"month": world.span.months()[11:]})
    rows = months.join(homes, how="cross").with_columns(n=pl.int_range(pl.len()))
    leak = (col("home") == homes["home"][0]) & (
        col("month") == lit(first_day(world)).dt.offset_by("8mo")
    )
    return rows.select(
        "home", "month", on="month", told=later("month", 33), record_id=key(lit("RQ"), "home", month_key("month")),
        volume=4_000 + col("n").cast(pl.Int64) * 7_919 % 9_000, arrears=lit(0), alarm=leak,
    )  # fmt: skip


def m06_04(world: World) -> pl.DataFrame:
    """Rent of public homes, month by month."""
    months = pl.DataFrame({"month": world.span.months()[11:]})
    rows = months.join(world["rentals"], how="cross")
    short = col("behind") > 0
    return rows.select(
        "home", "month", on="month", told=later("month", 31), record_id=key(lit("ZJ"), "row", month_key("month")),
        due="rent", paid=pl.when(short).then(0).otherwise("rent"), overdue_months="behind",
    )  # fmt: skip


def m07_01(world: World) -> pl.DataFrame:
    return world["police"].select(
        "person", "on", "role", "result", home=of_person(world, "home"), record_id=key(lit("JQ"), "row"),
        called_at="at", kind=word("家暴"), warning_letter=col("result") == "告诫",
    )  # fmt: skip


def m07_02(world: World) -> pl.DataFrame:
    return world["missing"].select(
        "person", "on", record_id=key(lit("ZS"), "row"), missing_at="at", told=later("on", 3), found_at="found",
        found_place=word("平湖市区"), dementia=lit(True),
    )  # fmt: skip


def m07_03(world: World) -> pl.DataFrame:
    return world["fraud"].select(
        "person", "on", "loss", record_id=key(lit("ZP"), "row"), happened_at="on", kind=word("冒充公检法"),
        recovered=lit(0),
    )  # fmt: skip


def m07_04(world: World) -> pl.DataFrame:
    """Where people really live: nearly all where they are registered."""
    people = world.people.with_columns(
        on=pl.max_horizontal(lit((world.span.first - 60).item()), later("since", 50)),
        away=lit(world.away()),
    )
    rows = here(world, people)
    migrants = of_home(world, "kind") == "migrant"
    return rows.select(
        "person", "on", record_id=key(lit("SY"), "person"), reside_addr=of_home(world, "address"),
        same_as_hukou=~col("away") & ~migrants, rent=pl.when(migrants).then(900_00).otherwise(0), co_tenants=lit(0),
    )  # fmt: skip


def m09_01(world: World) -> pl.DataFrame:
    """Payments to cards: dibao by household head, subsidies and allowances by person."""
    items = {SUBSIDY: "残疾人两项补贴", ALLOWANCE: "高龄津贴", PENSION: "城乡居民养老金"}
    rows = world["payments"].filter(col("item").is_in([SUBSIDY, ALLOWANCE]), col("state") == "paid")
    rows = rows.filter(col("month") >= lit(first_day(world)).dt.offset_by("-3mo"))
    return rows.select(
        "person", "amount", on=later("month", 14), record_id=key(lit("YKT"), "item", "person", "kind", month_key("month")),
        item=col("item").replace_strict(items), pay_date=later("month", 14), account_tail=lit("0000"), state=word("成功"),
    )  # fmt: skip


def m09_03(world: World) -> pl.DataFrame:
    """Accidents: help from the road fund, some weeks after the worst ones."""
    rows = world["accidents"].filter(col("injury") == "重伤")
    applied = rows.with_columns(told=later("on", 25), paid=none(pl.Date), status=lit("受理"))
    paid = rows.with_columns(told="aided", paid="aided", status=lit("已发放"))
    rows = versions(applied, paid).filter(col("told") <= lit(last_day(world)))
    return rows.select(
        "person", "told", "status", on="told", record_id=key(lit("DLJJ"), "row"), case_no=key(lit("DLJJ"), "row"),
        kind=word("困难补助"), applied_at=later("on", 25), amount=lit(20_000_00), paid_at="paid",
    )  # fmt: skip
