"""农业农村、市场监管、司法、应急、消防（市）: houses in the country, storms, fires, hazards."""

import polars as pl
from polars import col, lit

from demo.town.views.kit import key, last_day, later, none, of_home, of_person, versions, word
from demo.town.views.m01 import alarms
from demo.town.world import World


def m10_05(world: World) -> pl.DataFrame:
    """Houses looked at every quarter; a mended one is safe from then on."""
    quarters = pl.DataFrame({"on": world.span.months()[12::3]}).with_columns(on=later("on", 24))
    rows = quarters.join(world["houses"].rename({"on": "graded"}), how="cross").filter(
        col("graded") <= col("on")
    )
    mended = (col("mended") <= col("on")).fill_null(False)
    return rows.select(
        "home", "on", record_id=key(lit("NF"), "home", col("on").dt.strftime("%y%m")),
        grade=pl.when(mended).then(lit("A")).otherwise("grade"), patrol_at="on", living="lived_in",
    )  # fmt: skip


def m12_02(world: World) -> pl.DataFrame:
    return world["complaints"].select(
        "person", "on", "amount", record_id=key(lit("TS"), "row"), goods=word("保健品"), filed_at="on",
        result=word("调解中"),
    )  # fmt: skip


def m14_01(world: World) -> pl.DataFrame:
    """People who come out of prison are expected by the justice office before they do."""
    rows = world["prison"].filter(col("until") <= lit(last_day(world)).dt.offset_by("2mo"))
    return rows.select(
        "person", on=later("until", -40), record_id=key(lit("AZ"), "row"), release_date="until",
        plan=word("就业推荐"), employed=lit(False), housing=~col("homeless"),
    )  # fmt: skip


def m15_01(world: World) -> pl.DataFrame:
    rows = world["storms"].with_columns(home=of_person(world, "home"))
    damaged = col("house") != "无"
    return rows.select(
        "person", "home", "on", record_id=key(lit("ZH"), "row"), disaster="kind", happened_at="on",
        damage=pl.when(damaged).then(lit("房屋受损")).otherwise(lit("农作物")), house_state="house",
        need=pl.when(damaged).then(pl.concat_list(lit("住所"), lit("食品"))),
    )  # fmt: skip


def m15_02(world: World) -> pl.DataFrame:
    """Sheltered until it is over; told once more when they have gone home."""
    rows = (
        world["storms"]
        .filter(col("house").is_in(["倒塌", "严重损坏"]))
        .with_columns(home=of_person(world, "home"), back=later("on", col("days")))
    )
    came = rows.with_columns(told="on", out=none(pl.Date))
    left = rows.with_columns(told="back", out="back")
    return versions(came, left).select(
        "person", "home", "told", on="told", record_id=key(lit("BZ"), "row"), place=word("镇避灾安置点"),
        in_date="on", out_date="out", goods=pl.concat_list(lit("棉被"), lit("食品")), amount=lit(600_00),
    )  # fmt: skip


def m15_03(world: World) -> pl.DataFrame:
    employer = (
        world["jobs"]
        .unique("person", keep="last", maintain_order=True)
        .select("person", "employer")
    )
    rows = world["work_injuries"].filter("reported").join(employer, on="person", how="left")
    return rows.select(
        "person", "on", "employer", record_id=key(lit("AQ"), "row"), happened_at="at", injury=word("轻伤"),
        compensated=lit(False),
    )  # fmt: skip


def m16_01(world: World) -> pl.DataFrame:
    """The sweep through families in difficulty."""
    found = world["hazards"].select("home", "hazard", "level", on="found")
    rows = world["checks"].join(found, on=["home", "on"], how="left", maintain_order="left")
    return rows.select(
        "home", "on", record_id=key(lit("XC"), "row"), checked_at="on", checker=word("消防志愿者"),
        hazards=pl.when("found").then(pl.concat_list("hazard")), level=col("level").fill_null("无"),
        need_fix="found",
    )  # fmt: skip


def m16_02(world: World) -> pl.DataFrame:
    """Hazards to mend; told once more when that is done."""
    rows = world["hazards"]
    begun = rows.with_columns(told=later("found", 2), done=none(pl.Date))
    done = (
        rows.drop_nulls("fixed")
        .filter(col("fixed") <= lit(last_day(world)))
        .with_columns(told="fixed", done="fixed")
    )
    return versions(begun, done).select(
        "home", "told", "hazard", on="told", record_id=key(lit("ZG"), "row"), assigned_to=word("镇消防工作站"),
        due_at="due", fixed_at="done", cost=pl.when(col("done").is_not_null()).then(350_00),
    )  # fmt: skip


def m16_03(world: World) -> pl.DataFrame:
    rows = world["fires"].with_columns(home=of_person(world, "home"))
    return rows.select(
        "person", "home", "on", "loss", "injured", "cause", record_id=key(lit("HJ"), "row"), alarm_at="at",
        address=of_home(world, "address"), dead=lit(0),
    )  # fmt: skip


def m16_04(world: World) -> pl.DataFrame:
    """Smoke detectors: the device and the house, not the person."""
    rows = alarms(world).filter(col("kind") == "烟感").drop("person")
    soon = ~col("cause").is_in(["real", "away"]) & ~col("back")
    return rows.select(
        "home", "on", "event", told="on",
        record_id=pl.concat_str(lit("YG-"), col("row"), pl.when("back").then(lit("-R")).otherwise(lit(""))),
        device_id=key(lit("YG"), "device"), event_at="at",
        ack_at=pl.when(soon).then(col("at") + pl.duration(minutes=1)),
    )  # fmt: skip
