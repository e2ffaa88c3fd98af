"""省人力社保厅: pensions, social insurance, registrations, benefits, graduates, injuries at work."""

import polars as pl
from polars import Expr, col, lit

from demo.town.life.payments import PENSION
from demo.town.life.work import job_months
from demo.town.views.kit import here, key, last_day, later, month_key, of_person, versions, word
from demo.town.world import World

PENSION_STATE = {"paid": "在发", "held": "暂停", "stopped": "终止"}
FROM_ELSEWHERE = 75  # days after which insurance paid in another province is known here
STATES = {"study": "升学", "army": "入伍", "business": "创业", "job": "已就业", "later": "已就业",
          "eleven": "已就业", "story": "已就业"}  # fmt: skip


def p03_01(world: World) -> pl.DataFrame:
    rows = world["payments"].filter(col("item") == PENSION)
    basic = (
        world["pensions"].filter(col("kind") == "resident").select("person", "basic", "certified")
    )
    rows = rows.join(basic, on="person", how="left", maintain_order="left")
    return rows.select(
        "person", on="month", told=later("month", 12), record_id=key(lit("YL"), "person", month_key("month")),
        basic_pension="basic", account_pension=col("amount") - col("basic"), total="amount",
        pay_month="month", cert_date="certified", status=col("state").replace_strict(PENSION_STATE),
    )  # fmt: skip


def p03_02(world: World) -> pl.DataFrame:
    rows = world["pensions"].filter(col("kind") == "employee")
    begin = pl.max_horizontal("since", lit(world.span.first.item()).dt.offset_by("-3mo"))
    rows = rows.with_columns(month=pl.date_ranges(begin, lit(last_day(world)), "1mo")).explode(
        "month"
    )
    rows = here(world, rows.drop_nulls("month"), "month")
    return rows.select(
        "person", "total", on="month", told=later("month", 12),
        record_id=key(lit("TX"), "person", month_key("month")), retire_date=later("since", -5),
        pay_month="month", status=word("在发"),
    )  # fmt: skip


def p03_03(world: World) -> pl.DataFrame:
    """One row per month insured; what was paid in another province is known two months later."""
    months = job_months(world)
    over = col("end").is_not_null() & (col("month") == col("end").dt.truncate("1mo"))
    pension = months.with_columns(kind_of=lit("养老"), told=later("month", 36))
    first = months.filter(col("month") == col("start").dt.truncate("1mo"), col("kind") == "职工")
    others = [first.with_columns(kind_of=lit(k), told=later("month", 36)) for k in ("失业", "工伤")]
    known = pl.max_horizontal(later("month", 37), later("end", 1))
    stopped = pension.filter(over).with_columns(told=known, stopped=True)
    rows = versions(pension, *others, stopped)
    told = col("told") + pl.duration(
        days=pl.when(col("kind") == "外省").then(FROM_ELSEWHERE).otherwise(0)
    )
    ends = col("stopped").fill_null(False)
    return rows.select(
        "person", "employer", on="month", told=told,
        record_id=key(lit("SB"), "row", month_key("month"), "kind_of"), insure_kind="kind_of",
        identity=pl.when(col("kind") == "灵活就业").then(lit("灵活就业")).otherwise(lit("职工")),
        base=pl.max_horizontal("wage", lit(3957_00)), pay_month="month", start_date="start",
        stop_date=pl.when(ends).then("end"), stop_reason=pl.when(ends).then("why_ended"),
    )  # fmt: skip


def p03_04(world: World) -> pl.DataFrame:
    """Registrations: most who start work, three in five of those who lose it."""
    jobs = world["jobs"].filter(col("kind") == "职工")
    begun = jobs.filter(col("row") % 10 < 7).select(
        "row", "person", "employer", on=later("start", 6), reg_kind=lit("就业")
    )
    lost = jobs.filter(col("end").is_not_null(), _registers()).select(
        "row", "person", on=later("end", 9), reg_kind=lit("失业"), lose_reason="why_ended"
    )
    rows = here(world, versions(begun, lost)).filter(col("on") <= lit(last_day(world)))
    return rows.select(
        "person", "on", "reg_kind", "employer", "lose_reason",
        record_id=key(lit("JY"), "reg_kind", "row"), reg_date="on",
        job_title=pl.when(col("reg_kind") == "就业").then(lit("操作工")),
        seeking=pl.when(col("reg_kind") == "失业").then(lit(True)), skill=lit(None, pl.String),
    )  # fmt: skip


def _registers() -> Expr:
    return col("row") % 5 < 3


def p03_05(world: World) -> pl.DataFrame:
    rows = world["unemployed"]
    months = rows.with_columns(month=pl.date_ranges("first", "final", "1mo")).explode("month")
    used = (
        (col("month").dt.year() - col("first").dt.year()).cast(pl.Int64) * 12
        + col("month").dt.month()
        - col("first").dt.month()
        + 1
    )
    return months.select(
        "person", on="month", told=later("month", 20), record_id=key(lit("SY"), "row", month_key("month")),
        kind=word("失业保险金"), months_total="months", months_used=used, end_month="end_month",
        amount=lit(1656_00),
    )  # fmt: skip


def p03_06(world: World) -> pl.DataFrame:
    """Graduates: first nobody has work; what each does is entered when it is known."""
    left = world["graduates"]
    begun = (
        world["jobs"].sort("start").unique("person", keep="first").select("person", started="start")
    )
    left = left.join(begun, on="person", how="left", maintain_order="left")
    first = left.with_columns(told=later("graduated", 25), state=lit("未就业"), calls=lit(1))
    asked = first.with_columns(told=later("graduated", 120), calls=lit(2))
    known = left.filter(col("then").is_in(list(STATES))).with_columns(
        state=col("then").replace_strict(STATES, default=None, return_dtype=pl.String), calls=lit(2),
        told=pl.when(col("started").is_not_null()).then(later("started", 12))
        .otherwise(later("graduated", 65)),
    )  # fmt: skip
    away = left.filter(col("then") == "away").with_columns(
        told=later("away_since", FROM_ELSEWHERE + 60), state=lit("已就业"), calls=lit(3)
    )
    asked = asked.filter(col("then").is_in(["idle", "casual", "away", "later", "eleven", "story"]))
    rows = here(world, versions(first, asked, known, away), "told").filter(
        col("graduated") <= col("told")
    )
    return rows.sort("person", "told").select(
        "person", "told", "school", "major", "degree", on="told", record_id=key(lit("BYS"), "person"),
        grad_date="graduated", employ_state="state", contact_times="calls",
        services=pl.when(col("calls") > 2).then(pl.concat_list(lit("职业指导"))),
    )  # fmt: skip


def p03_07(world: World) -> pl.DataFrame:
    hurt = world["work_injuries"]
    begun = hurt.with_columns(told=later("on", 8), finding=lit("办理中"), known=False)
    found = hurt.with_columns(told="found", known=True)
    rows = versions(begun, found)
    settled = col("known") & (col("finding") == "认定")
    return rows.select(
        "person", "told", "finding", on="told", record_id=key(lit("GS"), "row"), injury_date="on",
        disability_grade=pl.when(settled).then("grade"), benefit=pl.when(settled).then("benefit"),
        monthly_allowance=lit(0),
    )  # fmt: skip


def p03_08(world: World) -> pl.DataFrame:
    """Courses people of working age took, some of them with a certificate."""
    rows = here(world, world["courses"])
    return rows.select(
        "person", "on", "course", record_id=key(lit("PX"), "row"), told=later("on", 20),
        start_date="on", finish=lit(True), cert_name=pl.when("passed").then(col("course") + "职业技能等级"),
        cert_level=pl.when("passed").then(lit("初级")).otherwise(lit("无")), subsidy=lit(1200_00),
        home=of_person(world, "home"),
    ).drop("home")  # fmt: skip
