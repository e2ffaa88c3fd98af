"""Alarms of every sort with the days their delivery and their end were seen."""

from typing import Any

import polars as pl
from polars import Expr, col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M01-04": (), "M16-04": ()}
NOT_REAL = {
    "pressed by mistake": "误按", "test": "设备测试", "moved about soon": "很快有了活动", "away": "外出",
    "back soon": "上了个厕所", "power cut": "停电检修", "cooking": "做饭油烟",
}  # fmt: skip


def alarms(world: World, seen: Seen, *events: str, smoke: bool = False) -> pl.DataFrame:
    devices = world["devices"].select("person", "kind", device=col("row").cast(pl.Int64))
    rows = world["alarms"].filter(col("event").is_in(events)).join(devices, on="device", how="left")
    rows = rows.filter((col("kind") == "烟感") == lit(smoke)).with_columns(
        home=home_of(world), key=form("YG-{}" if smoke else "SB-{}", "device")
    )
    class_id, prefix = ("M16-04", "YG") if smoke else ("M01-04", "GJ")
    rows = seen.day_of(rows, class_id, form(prefix + "-{}", "row"), "told")
    rows = seen.day_of(rows, class_id, form(prefix + "-{}-R", "row"), "well")
    return rows.drop_nulls("told")


def real(world: World, rows: pl.DataFrame, **more: Any) -> pl.DataFrame:
    """Alarms that meant something: open until the device is well again. In a week in which patrols
    were told that somebody is away or in hospital, readings differ."""
    told: dict[str, Expr | str] = {
        "true_on": col("at").dt.date(), "visible_on": col("told"), "surely_on": plus("told", 1),
        "closes_on": col("well"), "closed_by": plus("well", 1), "why_closed": lit("恢复"),
        "level": pl.when(col("excused").is_not_null()).then(lit("may")).otherwise(lit("must")),
    } | more  # fmt: skip
    rows = with_excuse(world, rows.filter(col("cause") == "real"), col("at").dt.date())
    return findings(rows, home="home", key="key", **told)


def with_excuse(world: World, rows: pl.DataFrame, day: Expr) -> pl.DataFrame:
    """The rows beside `excused`: why nobody was at home that week or the one before, if known."""
    weeks = world["patrol_weeks"].filter(col("how").is_in(["away", "hospital"]))
    told = weeks.select("person", week="week", excused="how")
    after = told.with_columns(week=plus("week", 7))
    known = pl.concat([told, after]).unique(["person", "week"], keep="first", maintain_order=True)
    rows = rows.with_columns(week=day.dt.truncate("1w"))
    return rows.join(known, on=["person", "week"], how="left", maintain_order="left")


def not_real(rows: pl.DataFrame, *, person: bool = True) -> pl.DataFrame:
    """Alarms that were nothing: over on the day they came, or marked as such."""
    rows = rows.filter(col("cause") != "real")
    same_day = col("restored").dt.date() == col("at").dt.date()
    marked = col("cause").is_in(["pressed by mistake", "test"])
    who = {"person": "person"} if person else {}
    return silences(
        rows.filter(same_day | marked), col("cause").replace_strict(NOT_REAL), home="home", key="key",
        **who, **{"from": "told", "until": plus("told", 1)},
    )  # fmt: skip


def doubtful(rows: pl.DataFrame, note: str) -> pl.DataFrame:
    """Alarms that were nothing, but over only after midnight."""
    rows = rows.filter(col("cause") != "real")
    return findings(
        rows, home="home", person="person", key="key", level=lit("may"), visible_on="told",
        closes_on=plus("told", 1), closed_by=plus(pl.coalesce("well", "told"), 2), why_closed=lit("恢复"), note=lit(note),
    )  # fmt: skip
