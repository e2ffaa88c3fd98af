"""市民政局（二）: service orders, joint applications, the ledger of 35 projects, visits."""

import polars as pl
from polars import col, lit

from core.catalogue import offers
from demo.town.life.housing import head_of
from demo.town.views.kit import first_day, key, last_day, later, none, of_person, versions, word
from demo.town.world import World

QUOTAS = 200


def m01_08(world: World) -> pl.DataFrame:
    """Orders: told when they are planned and when they are done."""
    rows = world["orders"].with_columns(home=of_person(world, "home"))
    planned = rows.with_columns(told="on", done=none(pl.Date), satisfaction=none(pl.Int64))
    done = rows.drop_nulls("done").with_columns(told="done")
    return versions(planned, done).select(
        "person", "home", "told", "need", "satisfaction", on="told", record_id=key(lit("ZLT"), "row"),
        order_no=key(lit("ZLT"), "row"), service="need", team=word("助联体服务队"), planned_at="planned",
        done_at="done", next=none(pl.String),
    )  # fmt: skip


STAGES = (("受理", 0), ("核对", 6), ("公示", 20), ("审批", 28), ("办结", 31))


def m01_09(world: World) -> pl.DataFrame:
    """Joint applications, stage by stage; the refused ones end after the means check."""
    rows = world["applications"]
    frames = [rows.with_columns(told=later("on", days), stage=lit(name)) for name, days in STAGES]
    last = pl.when("granted").then(lit("办结")).otherwise(lit("退件"))
    steps = versions(*frames).filter(
        col("granted") | col("stage").is_in(["受理", "核对", "公示"]),
        col("told") <= lit(last_day(world)),
    )
    steps = steps.with_columns(
        stage=pl.when((col("stage") == "公示") & ~col("granted")).then(last).otherwise("stage")
    )
    return steps.sort("told").select(
        "home", "told", "stage", on="told", record_id=key(lit("YJS"), "row"), biz_no=key(lit("YJS"), "row"),
        items=pl.concat_list(lit("低保"), lit("医疗救助")), applied_at=col("on").cast(pl.Datetime("us")) + pl.duration(hours=9),
        due_at=later("on", 42), result=pl.when(col("stage") == "办结").then(lit("同意")),
    )  # fmt: skip


def m01_10(world: World) -> pl.DataFrame:
    """The ledger: what is left of every project, every month, and what was delivered to whom."""
    return versions(_quotas(world), _delivered(world))


def _quotas(world: World) -> pl.DataFrame:
    months = pl.DataFrame({"on": world.span.months()[14:]})
    projects = pl.DataFrame({"project_id": sorted(i for i in offers() if i.startswith("HP-"))})
    rows = months.join(projects, how="cross")
    used = (col("on").dt.month().cast(pl.Int64) - 1) * QUOTAS // 13
    return rows.select(
        "on", "project_id", record_id=key(lit("XM"), "project_id"), quota_year=lit(QUOTAS),
        quota_left=QUOTAS - used, budget_left=(QUOTAS - used) * 400_00,
        region=lit(world.city.code),
    )  # fmt: skip


def _delivered(world: World) -> pl.DataFrame:
    heads = pl.Series(head_of(world))
    rows = world["deliveries"].with_columns(head=lit(heads).gather("home"))
    return rows.select(
        "on", "home", record_id=key(lit("TZ"), "row"), project_id="project",
        beneficiary_id=of_person(world, "id_no", "head"), delivered_at="on", amount=lit(500_00),
    )  # fmt: skip


def m01_12(world: World) -> pl.DataFrame:
    """Visits and reviews."""
    calls = world["visits"].select(
        "home", "on", record_id=key(lit("ZF"), "row"), kind=lit("季度探访")
    )
    still = col("until").is_null() | (col("done") < col("until"))
    reviews = world["reviews"].filter(
        still,
        col("done").is_between(lit(first_day(world)).dt.offset_by("-13mo"), lit(last_day(world))),
    )
    looked = reviews.select(
        "home", "opinion", on="done", record_id=key(lit("FH"), "row"), kind=lit("年度复核")
    )
    rows = versions(calls, looked)
    return rows.select(
        "home", "on", "record_id", "kind", "opinion", visit_at="on", visitor=word("村救助协理员"),
        changes=lit([], dtype=pl.List(pl.String)), photos=lit(2),
    )  # fmt: skip
