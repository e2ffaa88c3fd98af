"""省医保局: insurance, hospital bills, long treatment, aid, warnings of high costs."""

import polars as pl
from polars import col, lit

from demo.town.views.kit import (
    first_day,
    here,
    key,
    last_day,
    later,
    month_key,
    none,
    versions,
    word,
)
from demo.town.world import World

AID = {"tekun": ("特困", 100), "dibao": ("低保", 80), "danrenbao": ("低保", 80), "edge": ("低边", 70),
       "rigid": ("因病致贫", 60)}  # fmt: skip
WARN = 30_000_00  # parameter med_warn_oop
FREE_OF_AID = 15_000_00


def p04_01(world: World) -> pl.DataFrame:
    rows = world["insurance"]
    lapsed = pl.when("lapsed").then(lit("未参保")).otherwise(lit("正常"))
    first = rows.with_columns(told=later("on", -18), state=lapsed)
    back = rows.drop_nulls("back").with_columns(told="back", state=lit("正常"))
    rows = here(world, versions(first, back))
    kind = lit(world.homes["kind"]).gather(lit(world.people["home"]).gather("person"))
    poor = kind.is_in(["dibao", "tekun", "danrenbao", "edge"])
    employed = col("person").is_in(world["jobs"].filter(col("kind") == "职工")["person"].implode())
    return rows.select(
        "person", "told", "year", "state", on="told", record_id=key(lit("YB"), "person", "year"),
        insure_kind=pl.when(employed).then(lit("职工")).otherwise(lit("居民")),
        subsidised=poor & ~employed, subsidy_amount=pl.when(poor & ~employed).then(610_00).otherwise(0),
    )  # fmt: skip


def p04_02(world: World) -> pl.DataFrame:
    """Told twice: when somebody is admitted for longer than a day, and when the bill is settled."""
    stays = world["stays"]
    long = (col("discharged") - col("admitted")).dt.total_days() >= 2
    money = {n: none(pl.Int64) for n in ("fee", "fund", "self_pay", "self_fund")}
    blank = {"discharged": none(pl.Date), "settled": none(pl.Date)}
    begun = stays.filter(long).with_columns(told=later("admitted", 1), **money, **blank)
    rows = versions(begun, stays.with_columns(told="settled"))
    return rows.select(
        "person", "told", "hospital", "diagnosis", "fund", "self_pay", "self_fund",
        record_id=key(lit("ZY"), "row"), on=pl.coalesce("settled", "admitted"), admit_date="admitted",
        discharge_date="discharged", total_fee="fee", fund_pay="fund", settle_date="settled",
    )  # fmt: skip


def p04_03(world: World) -> pl.DataFrame:
    rows = world["long_treatments"]
    months = rows.with_columns(
        month=pl.date_ranges(
            lit(world.span.before.item()).dt.truncate("1mo"), lit(last_day(world)), "1mo"
        )
    ).explode("month")
    months = months.filter(
        col("month") >= col("filed"), (col("month").dt.month() + col("row")) % 2 == 0
    )
    months = here(world, months, "month")
    return months.select(
        "person", "disease", on="month", told=later("month", 29),
        record_id=key(lit("MT"), "row", month_key("month")), filed_date="filed",
        valid_to=none(pl.Date), settle_month="month", self_pay=col("monthly") * 2,
    )  # fmt: skip


def p04_04(world: World) -> pl.DataFrame:
    rows = world["stays"].filter(col("self_pay") > FREE_OF_AID)
    return rows.select(
        "person", on=later("settled", 20), record_id=key(lit("DB"), "row"),
        year=col("settled").dt.year(), deductible=lit(FREE_OF_AID),
        covered=col("self_pay") - FREE_OF_AID, paid=(col("self_pay") - FREE_OF_AID) * 6 // 10,
    )  # fmt: skip


def aid_paid(world: World) -> pl.DataFrame:
    """Medical aid per stay: stay (row), person, settled, object_kind, base, ratio, paid."""
    homes = world.homes.with_columns(
        object_kind=col("kind").replace_strict(
            {k: v[0] for k, v in AID.items()}, default=None, return_dtype=pl.String
        ),
        ratio=col("kind").replace_strict(
            {k: v[1] for k, v in AID.items()}, default=0, return_dtype=pl.Int64
        ),
    ).select("home", "object_kind", "ratio")
    stays = (
        world["stays"].filter("aided").with_columns(home=lit(world.people["home"]).gather("person"))
    )
    insured = pl.max_horizontal(col("self_pay") - FREE_OF_AID, lit(0)) * 6 // 10
    rows = stays.join(homes, on="home", how="left", maintain_order="left").with_columns(
        base=col("self_pay") - insured
    )
    return rows.with_columns(
        paid=pl.min_horizontal(col("base") * col("ratio") // 100, lit(80_000_00))
    )


def p04_05(world: World) -> pl.DataFrame:
    rows = aid_paid(world).filter(col("paid") > 0)
    return rows.select(
        "person", "object_kind", "paid", on=later("settled", 1), record_id=key(lit("YJ"), "row"),
        base_amount="base", ratio=col("ratio") * 100, year_total="paid", one_stop=lit(True),
    )  # fmt: skip


def year_of_bills(world: World) -> pl.DataFrame:
    """person, on, total: what each has paid out of pocket in the twelve months up to each bill."""
    bills = world["stays"].select("person", on="settled", own=col("self_pay") + col("self_fund"))
    bills = bills.sort("person", "on")
    total = bills.rolling("on", period="365d", group_by="person").agg(total=col("own").sum())
    return total.sort("person", "on")


def p04_06(world: World) -> pl.DataFrame:
    """Whoever paid more than the line in twelve months, told some days after the bill."""
    rows = here(world, year_of_bills(world).filter(col("total") >= WARN), "on")
    rows = rows.unique(["person", "on"], keep="last", maintain_order=True)
    return rows.select(
        "person", on=later("on", 4), record_id=key(lit("YJ"), "person", col("on").dt.strftime("%y%m%d")),
        window=word("近12个月"), oop_12m="total",
        level=pl.when(col("total") >= 2 * WARN).then(lit("重点")).otherwise(lit("一般")),
        pushed_at=later("on", 4),
    )  # fmt: skip


def p04_07(world: World) -> pl.DataFrame:
    """Long-term-care insurance of those who can do nothing for themselves."""
    rows = (
        world["abilities"]
        .filter(col("grade") == "完全失能")
        .unique("person", keep="first", maintain_order=True)
    )
    rows = here(
        world,
        rows.with_columns(start=pl.max_horizontal(later("on", 30), lit(first_day(world)))),
        "start",
    )
    homed = col("person").is_in(world["nursing"]["person"].implode())
    return rows.select(
        "person", on="start", record_id=key(lit("CH"), "person"), grade=word("重度二级"),
        mode=pl.when(homed).then(lit("机构")).otherwise(lit("居家")), amount=lit(900_00),
        start_date="start", expires=col("start").dt.offset_by("24mo"),
    )  # fmt: skip
