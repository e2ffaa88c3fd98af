"""人社、医保、卫健、教育、住建、公安、残联、财政（市）: what touches rules."""

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
        "person", "year", "on", record_id=key(lit("ZZCB"), "person", "year"), told=later("on", -18),
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
