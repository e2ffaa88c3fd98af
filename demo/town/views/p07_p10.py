"""住建、自然资源、市场监管、残联（省）: houses, homes owned, businesses, disability certificates."""

import polars as pl
from polars import col, lit

from demo.town.views.kit import first_day, here, key, later, none, versions, word
from demo.town.wording import form
from demo.town.world import World


def p07_01(world: World) -> pl.DataFrame:
    return world["rentals"].select(
        "home", "rent", on="since", record_id=key(lit("GZF"), "row"), contract_no=key(lit("GZF"), "row"),
        subsidy_level=lit("1"), area=col("area") * 1000, start_date="since",
        arrears=col("rent") * col("behind"),
    )  # fmt: skip


def p07_02(world: World) -> pl.DataFrame:
    bought = world["assets"].filter(col("what") == "flat", col("meaning") == "counts")
    return bought.select(
        "person", on=later("on", -25), record_id=key(lit("WQ"), "row"), contract_date=later("on", -25),
        role=word("买方"), price=lit(620_000_00), area=lit(78_000),
        address=of_home_of(world),
    )  # fmt: skip


def of_home_of(world: World) -> pl.Expr:
    """The address of a person's household."""
    return lit(world.homes["address"]).gather(lit(world.people["home"]).gather("person"))


def p07_03(world: World) -> pl.DataFrame:
    """Grades of country houses; told again when the repair is finished."""
    rows = world["houses"].with_columns(done=none(pl.Date))
    mended = rows.drop_nulls("mended").with_columns(told="mended", done="mended")
    rows = versions(rows.with_columns(told="on"), mended)
    return rows.select(
        "home", "told", "grade", "measure", on="told", record_id=key(lit("WF"), "home"), assessed_at="on",
        subsidy=pl.when(col("measure") == "重建").then(40_000_00).when(col("measure") == "修缮")
        .then(12_000_00).otherwise(0), done_at="done",
    )  # fmt: skip


def p08_01(world: World) -> pl.DataFrame:
    flats = world["assets"].filter(col("what") == "flat")
    sold = flats.drop_nulls("until").with_columns(told="until", gone=True)
    rows = versions(flats.with_columns(told="on"), sold)
    return rows.select(
        "person", "told", "on", record_id=key(lit("BDC"), "row"), unit_no_hash=key(lit("U"), "row"),
        usage=word("城镇住宅用地"), area=lit(78_000), share=lit(100_00), register_date="on",
        address=of_home_of(world),
        status=pl.when(col("gone")).then(word("注销")).otherwise(word("现势")),
    )  # fmt: skip


def p08_03(world: World) -> pl.DataFrame:
    """Homesteads of every second household."""
    homes = world.homes.filter(col("home") % 2 == 0)
    return homes.select(
        "home", on=lit((world.span.first - 2000).item()), record_id=key(lit("ZJD"), "home"),
        area=lit(120_000), house_area=90_000 + (col("home") * 37) % 60 * 1000,
        built_year=1980 + col("home") % 35, idle=lit(False),
    )  # fmt: skip


ROLES = {"shop": ("经营者", "个体户"), "co-operative": ("成员", "农民合作社")}


def shops(world: World) -> pl.DataFrame:
    return world["assets"].filter(col("what").is_in(list(ROLES)))


def p09_01(world: World) -> pl.DataFrame:
    """Businesses: shops are owned, of a co-operative one is a member."""
    closed = shops(world).drop_nulls("until").with_columns(told="until", gone=True)
    rows = versions(shops(world).with_columns(told="on"), closed)
    role, kind = ({k: v[n] for k, v in ROLES.items()} for n in (0, 1))
    return rows.select(
        "person", "told", "on", record_id=key(lit("SC"), "row"), role=col("what").replace_strict(role),
        ent_name=form("平湖{}号商行", "row"), ent_kind=col("what").replace_strict(kind),
        capital=lit(5_000_000), est_date="on",
        status=pl.when(col("gone")).then(word("注销")).otherwise(word("存续")),
    )  # fmt: skip


def p09_02(world: World) -> pl.DataFrame:
    closed = shops(world).drop_nulls("until")
    if not closed.height:
        closed = shops(world)[:1].with_columns(until=lit(first_day(world)).dt.offset_by("40d"))
    return closed.select(
        "person", on="until", record_id=key(lit("ZX"), "row"), ent_name=form("平湖{}号商行", "row"),
        close_kind=word("注销"), close_date="until", reason=word("自行停业"),
    )  # fmt: skip


def p10_01(world: World) -> pl.DataFrame:
    """Certificates: one record per issue; the one before is cancelled the same day."""
    rows = world["certificates"].with_columns(key(lit("CJ"), "person", "row").alias("record_id"))
    issued = rows.with_columns(told="issued", status=lit("有效"))
    replaced = rows.drop_nulls("replaced").with_columns(told="replaced", status=lit("注销"))
    died = (
        rows.filter(col("replaced").is_null())
        .join(world["deaths"].select("person", "cancelled"), on="person")
        .filter(col("cancelled") > col("issued"))
        .with_columns(told=later("cancelled", 25), status=lit("注销"))
    )
    rows = versions(issued, replaced, died).sort("told", "row")
    return rows.select(
        "person", "told", "record_id", "kind", "level", "valid_to", "status", on="told",
        cert_no_hash="record_id", issued_at="issued",
    )  # fmt: skip


def p10_05(world: World) -> pl.DataFrame:
    """What disabled people with a job work as."""
    cards = world["certificates"]["person"].unique().sort()
    jobs = world["jobs"].filter(col("person").is_in(cards.implode()), col("kind") != "外省")
    begun = jobs.with_columns(told=later("start", 40), form=lit("按比例"))
    over = jobs.drop_nulls("end").with_columns(told=later("end", 20), form=lit("未就业"))
    rows = here(world, versions(begun, over), "told").sort("told")
    return rows.select(
        "person", "told", "form", on="told", record_id=key(lit("CJY"), "person"),
        employer=pl.when(col("form") != "未就业").then("employer"), start_date="start",
        wage=pl.when(col("form") != "未就业").then("wage"),
    )  # fmt: skip
