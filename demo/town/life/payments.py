"""Monthly payments to people: disability subsidies, 80+ and 100+ allowances, residents' pensions.

Some go on for a month or two after a death, because nobody told the paying office in time.
"""

from datetime import date, timedelta

import polars as pl
from polars import col

from demo.town.dice import Dice
from demo.town.wording import form
from demo.town.world import World

STILL_PAID = 0.22  # of the dead who were paid something
NURSING = {1: 500_00, 2: 250_00, 3: 125_00, 4: 125_00}
SUBSIDY, ALLOWANCE, CENTENARIAN, PENSION = "P01-10", "M01-05", "M01-06", "P03-01"


def payments(world: World) -> None:
    """Tables `payments` (item, person, kind, month, amount, state) and `overpaid`."""
    dice = world.dice("payments")
    paid = pl.concat([_subsidies(world), _allowances(world), _pensions(world)])
    dead = (
        world["deaths"]
        .select("person", died="on")
        .with_columns(more=pl.Series(_months_more(dice, world)))
    )
    paid = paid.join(dead, on="person", how="left").filter(
        col("died").is_null() | (col("since") <= col("died"))
    )
    last_due = pl.coalesce(col("died"), pl.lit(world.span.last.item())).dt.truncate("1mo")
    beyond = pl.when(col("item") == CENTENARIAN).then(0).otherwise(col("more").fill_null(0))
    rows = paid.with_columns(
        beyond=beyond,
        last=last_due.dt.offset_by(form("{}mo", beyond)),
        gone=pl.lit(world.days_left()).gather("person"),
    )
    _overpaid(world, rows)
    world.add("payments", **_months(world, rows).to_dict())


def _months_more(dice: Dice, world: World) -> pl.Series:
    """For how many months after the month of death each dead person goes on being paid."""
    many = world["deaths"].height
    more = dice.whole(1, 2, many) * dice.chance(STILL_PAID, many)
    more[:2] = 1
    return pl.Series(more)


def _subsidies(world: World) -> pl.DataFrame:
    rows = world["subsidies"].drop_nulls("since")
    amount = (
        pl.when(col("kind") == "生活补贴")
        .then(321_00)
        .otherwise(col("level").replace_strict(NURSING, return_dtype=pl.Int64))
    )
    return rows.select(
        "person", "kind", "since", item=pl.lit(SUBSIDY), amount=amount.cast(pl.Int64),
        suspended=pl.lit(None, pl.Date), resumed=pl.lit(None, pl.Date),
    )  # fmt: skip


def _allowances(world: World) -> pl.DataFrame:
    rows = world["allowances"].drop_nulls("since")
    hundred, ninety = col("age") == 100, col("turned") < pl.lit(ten_years_ago(world))
    band = pl.when(hundred).then(pl.lit("100+")).when(ninety).then(pl.lit("90-99"))
    return rows.select(
        "person", "since", kind=band.otherwise(pl.lit("80-89")),
        item=pl.when(hundred).then(pl.lit(CENTENARIAN)).otherwise(pl.lit(ALLOWANCE)),
        amount=pl.when(hundred).then(500_00).when(ninety).then(100_00).otherwise(50_00).cast(pl.Int64),
        suspended=pl.lit(None, pl.Date), resumed=pl.lit(None, pl.Date),
    ).select("person", "kind", "since", "item", "amount", "suspended", "resumed")  # fmt: skip


def ten_years_ago(world: World) -> date:
    return world.span.first_date - timedelta(days=3653)


def _pensions(world: World) -> pl.DataFrame:
    rows = world["pensions"].filter(col("kind") == "resident")
    return rows.select(
        "person", "kind", "since", item=pl.lit(PENSION), amount="total",
        suspended="suspended", resumed="resumed",
    )  # fmt: skip


def _overpaid(world: World, rows: pl.DataFrame) -> None:
    """What was paid for months after a death."""
    wrong = rows.filter(col("beyond") > 0, col("since") <= col("died"))
    first = col("died").dt.truncate("1mo").dt.offset_by("1mo")
    wrong = wrong.select("person", "item", "kind", "died", first=first, last="last").filter(
        col("first") < world.span.last.item()
    )
    world.add("overpaid", **wrong.to_dict())


def _months(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """One row per month paid; when somebody has died, one more that says payment has stopped."""
    begin = pl.max_horizontal("since", pl.lit(world.span.first.item()).dt.offset_by("-3mo"))
    moved = pl.coalesce(col("gone"), col("last")).dt.truncate("1mo")
    end = (
        pl.when(col("died").is_null()).then(pl.min_horizontal("last", moved)).otherwise(col("last"))
    )
    stop = pl.when(col("died").is_not_null()).then(col("last").dt.offset_by("1mo")).otherwise(end)
    rows = rows.with_columns(begin=begin, end=end, stop=stop).filter(col("begin") <= col("end"))
    months = rows.with_columns(month=pl.date_ranges("begin", "stop", "1mo")).explode("month")
    held = (col("month") >= col("suspended")) & (
        col("resumed").is_null() | (col("month") < col("resumed"))
    )
    state = (
        pl.when(col("month") > col("end"))
        .then(pl.lit("stopped"))
        .when(held.fill_null(False))
        .then(pl.lit("held"))
        .otherwise(pl.lit("paid"))
    )
    return months.select("item", "person", "kind", "month", "amount", state=state).sort(
        "item", "month", "person", "kind"
    )
