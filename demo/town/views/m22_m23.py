"""政法委、发改（市）: grids and their workers, visits, calls, disputes, prices."""

import polars as pl
from polars import col, lit

from demo.town.life.region import REVISED
from demo.town.numbers import phones
from demo.town.views.kit import (
    key,
    last_day,
    later,
    month_key,
    none,
    of_person,
    versions,
    word,
)
from demo.town.world import World


def m22_01(world: World) -> pl.DataFrame:
    """Grids and who works in them; one worker a year hands the grid to another."""
    rows = world["grid_workers"].with_columns(on=lit((world.span.first - 30).item()), duty=True)
    off = rows.filter(col("row") % 40 == 5).with_columns(
        on=lit((world.span.first + 180).item()), duty=False
    )
    rows = versions(rows, off)
    return rows.select(
        "on", "role", record_id=key(lit("WG"), "row"), region="grid", grid_code="grid",
        micro_grid=pl.concat_str("grid", lit("01")), worker_id=key(lit("WGY"), "row"), worker_name="name",
        phone=pl.lit(phones(rows["row"].cast(pl.Int64).to_numpy() + 77_000_000)), on_duty="duty",
    )  # fmt: skip


def m22_02(world: World) -> pl.DataFrame:
    rounds = world["rounds"].select(
        "home", "person", "on", "at", "kind", record_id=key(lit("ZF"), "row")
    )
    refused = world["refusals"].with_columns(n=pl.int_ranges(0, col("times"))).explode("n")
    refused = refused.select(
        "person",
        home=of_person(world, "home"),
        on=later("on", 45 * col("n")),
        kind=lit("refuses_work"),
        record_id=key(lit("ZFJ"), "row", "n"),
    ).with_columns(at=col("on").cast(pl.Datetime("us")) + pl.duration(hours=10))
    return versions(rounds, refused).select(
        "home", "person", "on", "record_id", visited_at="at", worker_id=key(lit("WGY"), col("home") % 40),
        text=word("上门走访"), tags=pl.concat_list("kind"), photo=lit(1),
    )  # fmt: skip


def m22_03(world: World) -> pl.DataFrame:
    rows = world["tickets"].with_row_index("n")
    closed = col("at") + pl.duration(days=4)
    opened = rows.with_columns(told="on", done=none(pl.Datetime("us")), good=none(pl.Boolean))
    ended = rows.with_columns(told=later("on", 4), done=closed, good="satisfied")
    rows = versions(opened, ended).filter(col("told") <= lit(last_day(world)))
    return rows.select(
        "home", "person", "told", "subject", on="told", record_id=key(lit("RX"), "n"), ticket_no=key(lit("RX"), "n"),
        called_at="at", text=word("来电反映情况"), dept=lit("M01"), closed_at="done", satisfied="good",
    )  # fmt: skip


def m22_04(world: World) -> pl.DataFrame:
    return world["disputes"].select(
        "home", "person", "on", record_id=key(lit("MD"), "row"), kind=word("邻里纠纷"), level=word("一般"),
        opened_at="on", closed_at=none(pl.Date),
    )  # fmt: skip


def m22_06(world: World) -> pl.DataFrame:
    return world["events"].select(
        "home", "person", "on", "kind", record_id=key(lit("SJ"), "row"), event_no=key(lit("SJ"), "row"),
        reported_at="at", assigned=lit("M22"), closed_at=col("at") + pl.duration(hours=3),
    )  # fmt: skip


def m23_01(world: World) -> pl.DataFrame:
    """Price indices of the city, the county above it and the province; one is corrected later."""
    rows = world["prices"].with_columns(on="published", area=lit(world.city.code))
    month, first, _ = REVISED
    wrong = rows.filter(col("month") == lit(month.item())).with_columns(food=lit(first, pl.Int64))
    right = rows.filter(col("month") == lit(month.item())).with_columns(told=later("published", 40))
    above = [
        rows.with_columns(area=lit(a), food=col("food") + more)
        for a, more in (("3304", 1), ("33", 4))
    ]
    rows = versions(rows.filter(col("month") != lit(month.item())), wrong, right, *above)
    return rows.select(
        "on", "told", "month", "area", record_id=key(lit("CPI"), "area", month_key("month")), region="area",
        cpi_yoy=col("cpi") * 10, food_yoy=col("food") * 10, published_at="published",
    )  # fmt: skip


def m23_02(world: World) -> pl.DataFrame:
    hit = world["triggers"].select("month", "each")
    rows = world["prices"].join(hit, on="month", how="left", maintain_order="left")
    started = col("each").is_not_null()
    return rows.select(
        "month", on=later("published", pl.when(started).then(9).otherwise(2)),
        record_id=key(lit("LD"), month_key("month")), region=lit(world.city.code),
        started=started, standard=col("each").fill_null(0), due_at=pl.when(started).then(later("published", 28)),
    )  # fmt: skip


def m23_03(world: World) -> pl.DataFrame:
    rows = []
    for year in [world.span.years[0] - 1, *world.span.years]:
        rows.append(
            (
                year,
                2070_00,
                62_000_00 + (year - 2021) * 4_000_00,
                38_000_00 + (year - 2021) * 2_000_00,
            )
        )
    frame = pl.DataFrame(
        rows, schema=["year", "min_wage", "dpi_pc", "consumption_pc"], orient="row"
    )
    return frame.with_columns(
        on=pl.date(col("year") + 1, 1, 28),
        record_id=key(lit("JJ"), "year"),
        region=lit(world.city.code),
    )
