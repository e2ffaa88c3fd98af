"""省民政厅: registers of assistance, means checks, children, marriages, cremations, subsidies."""

import polars as pl
from polars import Expr, col, lit

from demo.town.feed import ids
from demo.town.life.families import story_home
from demo.town.life.payments import SUBSIDY
from demo.town.views.kit import first_day, here, key, later, none, of_person, versions, word
from demo.town.world import World

STATUS = {"paid": "在发", "stopped": "停发", "held": "停发"}


def p01_01(world: World) -> pl.DataFrame:
    """One record per award, told again at every review and whenever the family changes."""
    aid = world["aid"].filter(col("kind").is_in(["dibao", "danrenbao"]))
    rows = _days_told(world, aid).join(aid, left_on="aid", right_on="row")
    rows = rows.with_columns(_next_review(world, rows), _members_then(world, rows))
    return rows.with_columns(
        head_id=pl.when(col("person") >= 0).then(of_person(world, "id_no"))
        .otherwise(col("members").list.first())
    ).select(
        "home", "on", "told", "members", "head_id", "review_due",
        record_id=key(lit("DB"), "aid"), case_no=key(lit("DB"), "aid"),
        category=pl.when(col("kind") == "dibao").then(lit("低保")).otherwise(lit("单人保")),
        start_date="since", monthly_amount="amount", assessed_income_pc="income_pc",
        status=_dibao_status(), stop_reason=pl.when(col("told") >= col("until")).then("why"),
    )  # fmt: skip


def _dibao_status() -> Expr:
    over, running_out = col("told") >= col("until"), col("told") >= col("leaving")
    status = pl.when(over).then(lit("停保")).when(running_out).then(lit("渐退"))
    return status.otherwise(lit("在保"))


def _days_told(world: World, aid: pl.DataFrame) -> pl.DataFrame:
    """aid, on, told: award, reviews done, payment running out, members come and gone, the end."""
    reviews = world["reviews"].filter(col("done") > first_day(world))
    late = pl.when(col("why") == "死亡").then(12).otherwise(0)
    changes = _changes(world).join(aid.select("home", aid="row"), on="home")
    found = [
        aid.select(aid="row", told=later("since", -3)),
        reviews.select("aid", told=later("done", 1)),
        aid.select(aid="row", told="leaving").drop_nulls(),
        changes.select("aid", "told"),
        aid.filter(col("until").is_not_null()).select(aid="row", told=later("until", late)),
    ]
    limits = aid.select("since", "until", aid="row", last=later("until", late))
    rows = pl.concat(found).unique(maintain_order=True).join(limits, on="aid")
    within = col("last").is_null() | (col("told") <= col("last"))
    return rows.filter(within, col("told") >= later("since", -3)).select("aid", "told", on="told")


def _changes(world: World) -> pl.DataFrame:
    """home, told: somebody has died or moved away, or a child has been added."""
    people = world.people.select("home", "since", "until")
    born = people.filter(col("since") > first_day(world)).select("home", told=later("since", 55))
    gone = people.drop_nulls("until").select("home", told=later("until", 14))
    return pl.concat([born, gone])


def _next_review(world: World, rows: pl.DataFrame) -> pl.Series:
    """The day the next review is due, as known on the day told."""
    reviews = world["reviews"].select("aid", "due", known=later("done", 1))
    told = rows.select("aid", "told").with_row_index("n")
    ahead = told.join(reviews, on="aid").filter(
        (col("known") > col("told")) | (col("known") <= first_day(world))
    )
    ahead = ahead.filter(col("known") > pl.max_horizontal("told", lit(first_day(world))))
    due = ahead.group_by("n").agg(review_due=col("due").min())
    return told.join(due, on="n", how="left", maintain_order="left")["review_due"]


def _members_then(world: World, rows: pl.DataFrame) -> pl.Series:
    """ID numbers of the members on the day told; of a single award only the one it is for."""
    told = rows.select("home", "told", single=col("person") >= 0, of="person").with_row_index("n")
    people = world.people.select("home", "person", "since", "until", "id_no", "place")
    there = told.join(people, on="home").filter(
        col("since") <= pl.max_horizontal("told", lit(first_day(world))),
        col("until").is_null() | (col("until") > pl.max_horizontal("told", lit(first_day(world)))),
        ~col("single") | (col("person") == col("of")),
    )
    lists = (
        there.sort("n", "place", "person").group_by("n", maintain_order=True).agg(members="id_no")
    )
    return told.join(lists, on="n", how="left", maintain_order="left")["members"]


GRADES = {
    "能力完好": "全自理",
    "轻度": "全自理",
    "中度": "半自理",
    "重度": "半自理",
    "完全失能": "全护理",
}
CARE = {"全自理": 207_00, "半自理": 621_00, "全护理": 1035_00}


def p01_02(world: World) -> pl.DataFrame:
    """Tekun: agreements of a year each; ended some days after a death."""
    aid = world["aid"].filter(col("kind") == "tekun")
    grade = world["abilities"].unique("person", keep="first", maintain_order=True)
    rows = aid.join(grade.select("person", "grade"), on="person", how="left")
    rows = rows.with_columns(selfcare_grade=col("grade").replace_strict(GRADES, default="全自理"))
    first, years = world.span.first, range(len(world.span.years) + 1)
    yearly = [
        rows.with_columns(
            told=lit((first - 200 + 365 * n).item()),
            agreement_end=lit((first + 165 + 365 * n).item()),
        )
        for n in years
    ]
    ended = rows.filter(col("until").is_not_null()).with_columns(told=later("until", 10), over=True)
    rows = versions(*yearly, ended).filter(
        col("over").fill_null(False) | col("until").is_null() | (col("told") < col("until"))
    )
    homed = col("person").is_in(world["nursing"]["person"].implode())
    return rows.select(
        "person", "home", "told", "selfcare_grade", on="told",
        record_id=key(lit("TK"), "row"), case_no=key(lit("TK"), "row"),
        support_form=pl.when(homed).then(lit("集中")).otherwise(lit("分散")),
        basic_amount="amount", care_amount=col("selfcare_grade").replace_strict(CARE),
        agreement_end=col("agreement_end").fill_null(strategy="forward").over("row"),
        carer_name=pl.when(~homed & (col("row") % 9 != 0)).then(lit("村委会委托照料人")),
        status=pl.when(col("over")).then(lit("终止")).otherwise(lit("在册")),
    )  # fmt: skip


def p01_03(world: World) -> pl.DataFrame:
    terms = world["terms"].filter(col("kind").is_in(["edge", "danrenbao"]))
    rows = _term_versions(world, terms)
    return rows.with_columns(_members_then(world, rows)).select(
        "home", "on", "told", "members", record_id=key(lit("BY"), "aid"),
        case_no=key(lit("BY"), "aid"), assessed_income_pc="income_pc", valid_from=col("begin").min().over("aid"),
        valid_to="end", status=pl.when(col("over")).then(lit("退出")).otherwise(lit("在册")),
    )  # fmt: skip


def _term_versions(world: World, terms: pl.DataFrame) -> pl.DataFrame:
    """Each term told when it was renewed; the end told when a family leaves early."""
    aid = world["aid"].select(aid="row", income_pc="income_pc", amount="amount")
    rows = terms.join(aid, on="aid").with_columns(told="renewed", person=lit(-1, pl.Int64))
    early = rows.filter(col("until").is_not_null(), col("until") <= col("end")).with_columns(
        told="until", over=True
    )
    return versions(rows.with_columns(over=False), early).with_columns(on="told")


def p01_04(world: World) -> pl.DataFrame:
    """Rigid expenditure: at least six tenths of a year's income went into illness or school."""
    terms = world["terms"].filter(col("kind") == "rigid")
    rows = _term_versions(world, terms)
    income = col("income_pc") * 12 * 3
    return rows.with_columns(_members_then(world, rows)).select(
        "home", "on", "told", "members", record_id=key(lit("ZC"), "aid"),
        case_no=key(lit("ZC"), "aid"), income_12m=income, rigid_exp_12m=income * 66 // 100,
        exp_kind=pl.concat_list(lit("医疗")), valid_to="end",
        status=pl.when(col("over")).then(lit("退出")).otherwise(lit("在册")),
    )  # fmt: skip


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
