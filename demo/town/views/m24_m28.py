"""供电、水务、法院、税务（市）: meters and cuts, judgments, insurance paid by oneself."""

import polars as pl
from polars import col, lit

from demo.town.feed import ids
from demo.town.life.work import job_months
from demo.town.views.kit import (
    first_day,
    key,
    last_day,
    later,
    month_key,
    none,
    of_person,
    versions,
    word,
)
from demo.town.views.p07_p10 import shops
from demo.town.world import World


def meters(world: World) -> pl.DataFrame:
    """Every household and month, with a number that differs from one to the next."""
    months = pl.DataFrame({"month": world.span.months()[11:]})
    rows = months.join(world.homes.select("home"), how="cross").with_columns(
        turn=(col("home") * 7_919 + col("month").dt.epoch("d").cast(pl.Int64) * 31) % 1_000
    )
    gone = world.people.group_by("home").agg(
        pl.when(col("until").is_not_null().all()).then(col("until").max()).alias("gone")
    )
    rows = rows.join(gone, on="home", how="left", maintain_order="left")
    return rows.filter(col("gone").is_null() | (col("month") < col("gone")))


def m24_01(world: World) -> pl.DataFrame:
    used = 55_000 + col("home") % 60 * 1_000 + col("turn") * 30
    return meters(world).select(
        "home", "month", on="month", told=later("month", 32), record_id=key(lit("DL"), "home", month_key("month")),
        kwh=used, kwh_prev=used - 4_000, arrears=lit(0),
    )  # fmt: skip


def m24_02(world: World) -> pl.DataFrame:
    """Free electricity for dibao and tekun, stopped when they leave the list."""
    aid = world["aid"].filter(col("kind").is_in(["dibao", "tekun"]))
    stopped = aid.drop_nulls("until").with_columns(told=later("until", 15), state=lit("停止"))
    rows = versions(aid.with_columns(told=later("since", 20), state=lit("在享")), stopped)
    return rows.select(
        "home", "told", on="since", record_id=key(lit("YH"), "home"), meter_hash=key(lit("DB"), "home"),
        free_kwh=lit(15_000), since="since", status="state",
    )  # fmt: skip


def m24_03(world: World) -> pl.DataFrame:
    """Cut off and given back: two versions of one record."""
    rows = world["cuts"]
    cut = rows.with_columns(told=col("at").dt.date(), back=none(pl.Datetime("us")))
    back = rows.with_columns(told=col("restored").dt.date(), back="restored")
    rows = versions(cut, back).filter(col("told") <= lit(last_day(world)))
    return rows.select(
        "home", "told", "arrears", on="told", record_id=key(lit("TD"), "row"), cut_at="at", restored_at="back",
    )  # fmt: skip


def drop_days(world: World, meter: str) -> pl.DataFrame:
    """One row per day of a drop, and one for the day after, when all is well again."""
    rows = world["drops"].filter(col("meter") == meter)
    rows = rows.with_columns(n=pl.int_ranges(0, col("days") + 1)).explode("n")
    day = later("on", col("n"))
    return rows.with_columns(day=day, well=col("n") == col("days"))


def m24_04(world: World) -> pl.DataFrame:
    rows = drop_days(world, "electricity")
    normal = pl.when("well")
    return rows.select(
        "home", "day", on="day", record_id=key(lit("RYD"), "row", "n"), kwh=normal.then(2_900).otherwise(250),
        baseline=lit(3_100), anomaly=normal.then(lit("正常")).otherwise(lit("骤降")),
    )  # fmt: skip


def m25_01(world: World) -> pl.DataFrame:
    rows = meters(world)
    owing = world["water_arrears"].select("home", "since", "until", "monthly")
    rows = rows.join(owing, on="home", how="left", maintain_order="left")
    short = (col("month") >= col("since")) & (col("month") < col("until"))
    months = (
        (col("month").dt.year() - col("since").dt.year()).cast(pl.Int64) * 12
        + col("month").dt.month()
        - col("since").dt.month()
        + 1
    )
    return rows.select(
        "home", "month", on="month", told=later("month", 32), record_id=key(lit("SL"), "home", month_key("month")),
        volume=3_000 + col("turn") * 6, arrears=pl.when(short).then(col("monthly") * months).otherwise(0),
    )  # fmt: skip


def m25_02(world: World) -> pl.DataFrame:
    aid = world["aid"].filter(col("kind").is_in(["dibao", "tekun"]), col("row") % 2 == 0)
    return aid.select(
        "home", on="since", told=later("since", 20), record_id=key(lit("SF"), "home"), item=word("水费减免"),
        amount=lit(12_00), since="since",
    )  # fmt: skip


def m25_03(world: World) -> pl.DataFrame:
    rows = drop_days(world, "water")
    normal = pl.when("well")
    return rows.select(
        "home", "day", on="day", record_id=key(lit("SBY"), "row", "n"), volume=normal.then(160).otherwise(0),
        anomaly=normal.then(lit("正常")).otherwise(lit("零用水")),
        hours_no_use=normal.then(2).otherwise(24 * (col("n") + 1)),
    )  # fmt: skip


def m27_02(world: World) -> pl.DataFrame:
    """Support owed after a divorce, by judgment."""
    rows = world["divorces"].filter(col("on") <= lit(last_day(world)).dt.offset_by("-3mo"))
    rows = rows if rows.height else world["divorces"][:1]
    return rows.select(
        "person", on=later("on", 50), record_id=key(lit("FYF"), "row"), case_no=key(lit("FYF"), "row"),
        payer_id=pl.lit(ids(world, rows["spouse"])), payee_id=pl.lit(ids(world, rows["person"])),
        amount=lit(600_00), from_date=later("on", 50),
    )  # fmt: skip


def m27_04(world: World) -> pl.DataFrame:
    """Judgments of divorce, with the child where there is one."""
    child = (
        world.people.filter(col("role") == "child")
        .select("home", minor="person")
        .unique("home", keep="first")
    )
    rows = (
        world["divorces"]
        .with_columns(home=of_person(world, "home"))
        .join(child, on="home", how="left", maintain_order="left")
    )
    return rows.select(
        "person", on=later("on", 10), record_id=key(lit("LH"), "row"), case_kind=word("离婚"), judged_at=later("on", 10),
        minor_id=pl.lit(ids(world, rows["minor"])), guardian_id=pl.lit(ids(world, rows["person"])),
    )  # fmt: skip


def m28_01(world: World) -> pl.DataFrame:
    rows = job_months(world).filter(col("kind") == "灵活就业")
    return rows.select(
        "person", "month", on="month", told=later("month", 33), record_id=key(lit("LH"), "row", month_key("month")),
        identity=word("灵活就业"), amount=lit(950_00),
    )  # fmt: skip


def m28_02(world: World) -> pl.DataFrame:
    rows = shops(world).filter(col("what") == "shop")
    return rows.select(
        "person", on=pl.max_horizontal("on", lit(first_day(world)).dt.offset_by("-1y")), record_id=key(lit("DE"), "row"),
        quota=lit(30_000_00), from_date="on", to_date=none(pl.Date), state=word("正常"),
    )  # fmt: skip
