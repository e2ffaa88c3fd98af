"""人社、医保、卫健、教育（市）: jobs offered, insurance paid for, patients, pupils."""

import polars as pl
from polars import col, lit

from demo.town.views.kit import (
    here,
    key,
    last_day,
    later,
    none,
    of_person,
    versions,
    word,
)
from demo.town.views.p04 import FREE_OF_AID, aid_paid
from demo.town.world import World


def m02_01(world: World) -> pl.DataFrame:
    return world["public_jobs"].select(
        "person", "post", on="start", told=later("start", 5), record_id=key(lit("GYG"), "row"),
        employer=word("镇街便民服务中心"), start_date="start", end_date="end", subsidy=lit(2280_00),
    )  # fmt: skip


def m02_02(world: World) -> pl.DataFrame:
    """Vacancies; taken off when they have expired (op del)."""
    rows = world["vacancies"]
    off = rows.with_columns(told=later("expires", 1), op=lit("del")).filter(
        col("told") <= lit(last_day(world))
    )
    rows = versions(rows.with_columns(told="on", op=none(pl.String)), off)
    return rows.select(
        "told", "op", "employer", "town", "title", "disabled_ok", on="told", region="town",
        record_id=key(lit("GW"), "row"), vacancy_id=key(lit("GW"), "row"), skill=pl.concat_list("trade"),
        edu_min=lit("不限"), wage_min="low", wage_max="high", headcount="heads", expire_at="expires",
    )  # fmt: skip


def m02_03(world: World) -> pl.DataFrame:
    """Courses taken, and offers to people out of work that were not taken up."""
    took = here(world, world["courses"]).select(
        "person", "on", record_id=key(lit("BM"), "row"), trade="course", attended=lit(True)
    )
    refused = world["refusals"].with_columns(n=pl.int_ranges(0, col("times"))).explode("n")
    refused = refused.select(
        "person",
        on=later("on", 45 * col("n")),
        record_id=key(lit("JJ"), "row", "n"),
        trade=lit("招聘推荐"),
        attended=lit(False),
    )
    return versions(took, refused).select(
        "person", "on", "record_id", "trade", "attended", class_id=key(lit("PXB"), col("on").dt.strftime("%y%m")),
        seats_left=lit(6), start_date=later("on", 6), enrolled_at="on",
    )  # fmt: skip


def m02_04(world: World) -> pl.DataFrame:
    """People certified as hard to employ: those who had lost a job, for three years."""
    rows = here(world, world["unemployed"].filter(col("row") % 3 == 0), "first")
    return rows.unique("person", keep="first", maintain_order=True).select(
        "person", on=later("first", 20), record_id=key(lit("JYKN"), "person"), basis=word("连续失业一年以上"),
        from_date=later("first", 20), to_date=later("first", 1100), zero_job_family=lit(False),
    )  # fmt: skip


def m03_01(world: World) -> pl.DataFrame:
    """Enrolment paid for by the city; whoever lapsed is marked as not enrolled."""
    kind = lit(world.homes["kind"]).gather(lit(world.people["home"]).gather("person"))
    names = {"dibao": "低保", "tekun": "特困", "danrenbao": "低保", "edge": "低边"}
    rows = here(world, world["insurance"]).with_columns(kind=kind).filter(kind.is_in(list(names)))
    return rows.select(
        "person", "year", on=later("on", -18), record_id=key(lit("ZZCB"), "person", "year"),
        object_kind=col("kind").replace_strict(names), subsidy=lit(610_00), enrolled=~col("lapsed"),
    )  # fmt: skip


def m03_02(world: World) -> pl.DataFrame:
    """Families that are on no list and asked for help with a heavy bill; some in vain."""
    stays = world["stays"].filter("heavy", ~col("aided"))
    rows = here(world, stays.with_columns(on=later("settled", 30))).select(
        "on",
        home=of_person(world, "home"),
        record_id=key(lit("YBZP"), "row"),
        oop_12m=col("self_pay") + col("self_fund"),
        approved=lit(3000_00),
        status=lit("已批准"),
    )
    refused = (
        world["applications"]
        .filter(~col("granted"))
        .gather_every(9)
        .select(
            "on",
            "home",
            record_id=key(lit("YBZP"), lit("W"), "row"),
            oop_12m=lit(4_200_00),
            approved=lit(0),
            status=lit("未达标准"),
        )
    )
    return versions(rows, refused).with_columns(applied_at="on")


def m03_03(world: World) -> pl.DataFrame:
    """What was done about the highest bills of listed families."""
    rows = aid_paid(world).filter(col("self_pay") + col("self_fund") > FREE_OF_AID)
    before = col("self_pay") + col("self_fund")
    return rows.select(
        "home", on=later("settled", 40), record_id=key(lit("HJ"), "row"), oop_before=before, resolved="paid",
        oop_after=before - col("paid"), channels=pl.concat_list(lit("医疗救助")),
    )  # fmt: skip


def m03_04(world: World) -> pl.DataFrame:
    rows = here(world, world["insurance"]).filter(col("person") % 2 == 0)
    return rows.select(
        "person", "year", "on", record_id=key(lit("DBWY"), "person", "year"), insured=lit(True), claim=lit(0),
        paid_by=word("个人"),
    )  # fmt: skip


def m04_04(world: World) -> pl.DataFrame:
    rows = here(world, world["abilities"].filter(col("grade").is_in(["中度", "重度", "完全失能"])))
    return rows.select(
        "person", "on", "grade", record_id=key(lit("SN"), "row"), assess_date="on",
        services=pl.concat_list(lit("健康评估"), lit("上门指导")), next_due="expires",
    )  # fmt: skip


def m04_05(world: World) -> pl.DataFrame:
    return world["ambulances"].select(
        "person", "on", "outcome", record_id=key(lit("JJC"), "row"), called_at="at", reason=word("急症"),
        arrived_at=col("at") + pl.duration(minutes=14),
        hospital=pl.when(col("outcome") == "送医").then(lit("平湖市第一人民医院")),
    )  # fmt: skip


def m05_02(world: World) -> pl.DataFrame:
    """Pupils who miss lessons; told again when they are back."""
    school = (
        world["school_years"]
        .unique("person", keep="last", maintain_order=True)
        .select("person", "school")
    )
    rows = world["absences"].join(school, on="person", how="left", maintain_order="left")
    away = rows.with_columns(told=later("on", col("days")), followed=False)
    back = rows.with_columns(told="back", followed=True, why=lit("已返校"), days=lit(0, pl.Int64))
    return versions(away, back).filter(col("told") <= lit(last_day(world))).select(
        "person", "told", "school", on="told", record_id=key(lit("QQ"), "row"), absent_days="days",
        reason=pl.when(col("why") != "").then("why"), followed_up="followed",
    )  # fmt: skip


def m05_03(world: World) -> pl.DataFrame:
    return here(world, world["watched"], "since").select(
        "person", "level", on="since", record_id=key(lit("XL"), "person"), counsellor=word("心理老师"),
        referred=col("level") == "重点",
    )  # fmt: skip
