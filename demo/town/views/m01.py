"""市民政局（一）: special elders, patrols, beds, devices, allowances, price subsidies."""

from datetime import date

import polars as pl
from polars import col, lit

from demo.town.life.payments import ALLOWANCE, CENTENARIAN
from demo.town.views.kit import (
    here,
    key,
    last_day,
    later,
    month_key,
    none,
    of_person,
    versions,
    word,
)
from demo.town.wording import form
from demo.town.world import World

ALLOWANCE_STATE = {"paid": "在发", "stopped": "停发", "held": "停发"}
DEVICES = {"门磁": "门磁", "红外": "红外", "SOS": "SOS", "床垫": "床垫"}


def m01_01(world: World) -> pl.DataFrame:
    """The register; whoever dies, moves or enters a nursing home is taken off (op del)."""
    rows = world["special"]
    off = rows.drop_nulls("until").with_columns(told=later("until", 8), op=lit("del"))
    off = off.filter(col("told") <= lit(last_day(world)))
    rows = versions(rows.with_columns(told="since", op=none(pl.String)), off)
    couple = col("kind") == "空巢"
    return rows.select(
        "person", "told", "kind", "risk", "op", on="told", home=of_person(world, "home"),
        record_id=key(lit("TS"), "person"), live_with=pl.when(couple).then(lit("配偶")).otherwise(lit("无")),
        contact_name=pl.when(col("person") % 9 != 0).then(lit("亲属")),
        contact_phone=pl.when(col("person") % 9 != 0).then(form("100{}", (col("person") + 10_000_000))),
        patrol_org="org", patrol_freq=lit(2),
    )  # fmt: skip


def m01_02(world: World) -> pl.DataFrame:
    org = world["special"].select("person", "org")
    rows = world["patrols"].join(org, on="person", how="left", maintain_order="left")
    met = col("state") == "见到本人"
    return rows.select(
        "person", "mode", "state", on=col("at").dt.date(), wait="late", record_id=key(lit("XF"), "row"),
        visit_at="at", visitor=form("{}{}号", "org", col("row") % 40 + 1),
        body=pl.when(met).then(lit("良好")), hazard=none(pl.String), remark=none(pl.String),
        geo_ok=col("mode") == "上门",
    )  # fmt: skip


def m01_03(world: World) -> pl.DataFrame:
    """Beds being built, running, and given up when their owner is gone."""
    grade = (
        world["abilities"]
        .unique("person", keep="last", maintain_order=True)
        .select("person", "grade")
    )
    rows = world["beds"].join(grade, on="person", how="left", maintain_order="left")
    begun = rows.with_columns(told="begun", state=lit("在建"), done=none(pl.Date))
    running = rows.with_columns(told="built", state=lit("运营"), done="built")
    ended = rows.drop_nulls("until").with_columns(
        told=later("until", 9), state=lit("终止"), done="built"
    )
    rows = versions(begun, running, ended)
    return rows.select(
        "person", "told", "provider", on="told", record_id=key(lit("JC"), "person"),
        bed_no=key(lit("JC"), "person"), built_at="done", ability_grade="grade", status="state",
        subsidy=pl.when(col("done").is_not_null()).then("subsidy"), service_month=lit(4),
    )  # fmt: skip


VALUES = {
    "pressed by mistake": "误按",
    "test": "测试",
    "moved about soon": "已恢复",
    "away": "外出",
}


def alarms(world: World) -> pl.DataFrame:
    """Events beside their device: kind, person, and a second event when all was well again."""
    devices = world["devices"].select("person", "kind", device=col("row").cast(pl.Int64))
    rows = world["alarms"].join(devices, on="device", how="left", maintain_order="left")
    rows = rows.with_columns(home=of_person(world, "home"), on=col("at").dt.date())
    again = rows.with_columns(
        at="restored", on=col("restored").dt.date(), event=lit("恢复"), back=True
    )
    return versions(rows.with_columns(back=False), again).filter(col("on") <= lit(last_day(world)))


def m01_04(world: World) -> pl.DataFrame:
    """Sensors of care beds and of elders at risk; a mistaken call says so in its value."""
    rows = alarms(world).filter(col("kind") != "烟感")
    soon = ~col("cause").is_in(["real", "away"])
    return rows.select(
        "person", "home", "on", "event", told="on",
        record_id=pl.concat_str(lit("GJ-"), col("row"), pl.when("back").then(lit("-R")).otherwise(lit(""))),
        device_id=key(lit("SB"), "device"), device_kind="kind", event_at="at",
        value=col("cause").replace_strict(VALUES, default=None, return_dtype=pl.String),
        battery=pl.when(col("event") == "低电").then(9).otherwise(78),
        ack_by=pl.when(soon & ~col("back")).then(lit("坐席")),
        ack_at=pl.when(soon & ~col("back")).then(col("at") + pl.duration(minutes=2)),
    )  # fmt: skip


def m01_05(world: World) -> pl.DataFrame:
    rows = world["payments"].filter(col("item") == ALLOWANCE)
    return rows.select(
        "person", "amount", on="month", told=later("month", 14), record_id=key(lit("GL"), "person", month_key("month")),
        age_band="kind", pay_month="month", status=col("state").replace_strict(ALLOWANCE_STATE),
    )  # fmt: skip


def m01_06(world: World) -> pl.DataFrame:
    rows = world["payments"].filter(col("item") == CENTENARIAN, col("state") == "paid")
    return rows.select(
        "person", "amount", on="month", told=later("month", 14), record_id=key(lit("BS"), "person", month_key("month")),
        pay_month="month",
    )  # fmt: skip


OBJECTS = {"dibao": "低保", "tekun": "特困", "edge": "低边", "danrenbao": "低边"}
EDGE_TOO = (date(2022, 9, 1), date(2023, 3, 31))  # parameter price_objects_temp


def m01_07(world: World) -> pl.DataFrame:
    """Price subsidies in the months the index asked for them: dibao and tekun, for a while edge too."""
    months = world["triggers"].select("month", "pay_date", "each", "published")
    aid = world["aid"].filter(col("kind") != "rigid")
    people = world.people.join(aid.select("home", "kind", listed="since", off="until"), on="home")
    rows = people.join(months, how="cross").filter(
        col("since") <= col("month"),
        col("until").is_null() | (col("until") > col("month")),
        col("listed") <= col("month"),
        col("off").is_null() | (col("off") > col("month")),
        col("kind").is_in(["dibao", "tekun"]) | col("published").is_between(*EDGE_TOO),
    )
    return rows.select(
        "person", on="pay_date", record_id=key(lit("WJ"), "person", month_key("month")), trigger_month="month",
        object_kind=col("kind").replace_strict(OBJECTS), amount="each", pay_date="pay_date",
    )  # fmt: skip


def m01_11(world: World) -> pl.DataFrame:
    rows = world["aid"].filter(col("kind") == "danrenbao")
    off = rows.drop_nulls("until").with_columns(told=later("until", 12), op=lit("del"))
    rows = versions(rows.with_columns(told="since", op=none(pl.String)), off)
    return rows.select(
        "person", "home", "told", "op", on="since", record_id=key(lit("DR"), "row"), basis=word("重残"),
        level=lit("1"), monthly_amount="amount", start_date="since",
    )  # fmt: skip


def m01_13(world: World) -> pl.DataFrame:
    rows = world["nursing"]
    left = rows.drop_nulls("until").with_columns(told=later("until", 4), out="until")
    rows = versions(rows.with_columns(told="since", out=none(pl.Date)), left)
    return rows.select(
        "person", "told", "institution", "fee", on="told", record_id=key(lit("RZ"), "person"), bed_kind="bed",
        in_date="since", out_date="out", subsidy=lit(600_00),
    )  # fmt: skip


def m01_14(world: World) -> pl.DataFrame:
    rows = world["child_months"].drop_nulls("visited")
    rows = here(world, rows, "visited")
    return rows.select(
        "person", "worker", on="visited", record_id=key(lit("TF"), "person", month_key("month")),
        visit_at="visited", child_state=word("正常"), guardian_ok=lit(True), school_ok=lit(True),
        report=lit(False),
    )  # fmt: skip
