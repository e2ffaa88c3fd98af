"""省民政厅: temporary aid, means checks, children, marriages, cremations, subsidies, assessments."""

import polars as pl
from polars import col, lit

from demo.town.feed import ids
from demo.town.life.families import story_home
from demo.town.life.payments import SUBSIDY
from demo.town.views.kit import here, key, later, none, of_person, versions, word
from demo.town.world import World

STATUS = {"paid": "在发", "stopped": "停发", "held": "停发"}


def p01_05(world: World) -> pl.DataFrame:
    """Temporary aid after what struck: fires, storms, accidents, and heavy bills of listed families."""
    fires, accidents = world["fires"], world["accidents"].filter(col("injury") == "重伤")
    stays = world["stays"].filter("heavy", "aided")
    found = [
        fires.select("person", told=later("on", 2), cause=lit("火灾"), fast=lit(True)),
        accidents.select("person", told=later("on", 15), cause=lit("交通事故"), fast=lit(False)),
        stays.filter(col("row") % 3 == 0).select(
            "person", told=later("settled", 25), cause=lit("疾病"), fast=lit(False)
        ),
    ]
    rows = here(world, pl.concat(found).with_row_index("n"), "told")
    amount = 1500_00 + (col("n").cast(pl.Int64) * 613 % 40) * 100_00
    return rows.select(
        "person", "told", "cause", on="told", home=of_person(world, "home"),
        record_id=key(lit("LS"), "n"), grant_no=key(lit("LS"), "n"),
        kind=pl.when("fast").then(lit("急难型")).otherwise(lit("支出型")), amount=amount,
        approve_date="told", pay_date=later("told", pl.when("fast").then(0).otherwise(8)),
        fast_track="fast", approver_level=pl.when(amount <= 2140_00).then(lit("镇街")).otherwise(lit("市")),
    )  # fmt: skip


def p01_06(world: World) -> pl.DataFrame:
    """A means check before every review, and one before the town begins."""
    aid = world["aid"].filter(col("kind") != "tekun")
    told = world["reviews"].select("aid", told=later("done", -12))
    before = aid.select(
        aid="row", told=lit((world.span.first - 100).item()) + pl.duration(days=col("row") % 90)
    )
    rows = pl.concat([before, told]).filter(col("told") <= lit(world.span.last.item()))
    rows = rows.join(aid, left_on="aid", right_on="row").filter(
        col("until").is_null() | (col("told") < col("until"))
    )
    bank = 400_00 + col("aid").cast(pl.Int64) * 7_919 % 22_000 * 100
    story = col("home") == story_home(world)
    return rows.select(
        "home", "told", on="told", record_id=key(lit("HD"), "aid", col("told").dt.strftime("%y%m%d")),
        report_no=key(lit("HD"), "aid", col("told").dt.strftime("%y%m%d")),
        consent_no=key(lit("SQ"), "aid"), checked_at="told",
        bank_total=pl.when(story).then(2_700_00).otherwise(bank), securities_total=lit(0),
        insurance_cash_value=lit(0), fund_balance=lit(0), vehicles=lit(0), houses=lit(1),
        businesses=lit(0), result=word("相符"),
    )  # fmt: skip


def p01_07(world: World) -> pl.DataFrame:
    rows = world["children"].with_columns(on="since", told="since")
    ended = rows.filter(col("until") <= lit(world.span.last.item())).with_columns(
        on="until", told=later("until", 5), end_reason=lit("成年或离开本市")
    )
    rows = versions(rows.with_columns(end_reason=none(pl.String)), ended)
    orphan = col("kind").is_in(["孤儿", "事实无人抚养"])
    return rows.select(
        "person", "on", "told", "end_reason", record_id=key(lit("ET"), "person"),
        child_kind="kind", guardian_id=pl.lit(ids(world, rows["guardian"])),
        guardian_relation=lit("户主"), start_date="since",
        monthly_amount=pl.when(orphan).then(1926_00).when(col("kind") == "困境").then(963_00).otherwise(0),
        father_state=pl.when(orphan).then(lit("死亡")).otherwise(lit("健在")),
        mother_state=pl.when(col("kind") == "孤儿").then(lit("死亡")).when(orphan).then(lit("不能履责"))
        .otherwise(lit("健在")),
    )  # fmt: skip


def p01_08(world: World) -> pl.DataFrame:
    wed, parted = world["weddings"], world["divorces"]
    rows = pl.concat(
        [
            wed.select("row", "person", "spouse", "on", event=lit("结婚")),
            parted.select("row", "person", "spouse", "on", event=lit("离婚")),
        ]
    )
    return rows.select(
        "person", "on", "event", record_id=key(lit("HY"), "event", "row"), event_date="on",
        spouse_id=of_person(world, "id_no", "spouse"),
        custody=pl.when(col("event") == "离婚").then(lit("子女由一方抚养")),
    )  # fmt: skip


def p01_09(world: World) -> pl.DataFrame:
    return world["deaths"].select(
        "person", on="cremated", record_id=key(lit("BZ"), "person"), cremated_at="cremated",
        death_date="on", fee_waived=lit(True), handler_id=none(pl.String),
    )  # fmt: skip


def p01_10(world: World) -> pl.DataFrame:
    rows = world["payments"].filter(col("item") == SUBSIDY)
    level = (
        world["subsidies"]
        .select("person", "kind", "level")
        .unique(["person", "kind"], keep="first")
    )
    rows = rows.join(level, on=["person", "kind"], how="left", maintain_order="left")
    return rows.select(
        "person", "kind", "amount", on="month", told=later("month", 9),
        record_id=key(lit("BT"), "person", "kind", col("month").dt.strftime("%y%m")),
        grade=col("level").cast(pl.String), pay_month="month",
        status=col("state").replace_strict(STATUS),
        stop_reason=pl.when(col("state") == "stopped").then(lit("死亡")),
    )  # fmt: skip


def p01_11(world: World) -> pl.DataFrame:
    return world["abilities"].select(
        "person", "on", "cognition", "amount", "provider", "expires",
        record_id=key(lit("PG"), "person", col("on").dt.strftime("%y%m")), assess_date="on",
        ability_grade="grade", adl_score="adl",
        subsidy_kind=pl.when(col("amount") > 0).then(lit("居家上门服务")),
    )  # fmt: skip
