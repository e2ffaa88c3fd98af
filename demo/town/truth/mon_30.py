"""MON-30 物价补贴启动：本市指数已发布，食品同比 6% 以上；省指数不算；更正后撤回。"""

import polars as pl
from polars import col, lit

from demo.town.life.region import REVISED
from demo.town.truth.kit import earliest, findings, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M23-01": ("food_yoy",), "M23-02": ()}


def published(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["prices"].with_columns(
        key=form(f"{world.city.code}/{{}}", col("month").dt.strftime("%Y-%m")),
        ym=col("month").dt.strftime("%Y%m"),
    )
    return seen.day_of(
        rows, "M23-01", form(f"CPI-{world.city.code}-{{}}", "ym"), "told"
    ).drop_nulls("told")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = published(world, seen).filter(col("food") >= 60)
    rows = seen.day_of(rows, "M23-02", form("LD-{}", "ym"), "started")
    hit = findings(
        rows, key="key", true_on="month", visible_on="told", surely_on=plus("told", 1),
        level=pl.when(col("started") <= plus("told", 1)).then(lit("may")).otherwise(lit("must")),
        closes_on=earliest("started", plus("told", 20)),
        closed_by=plus("told", 70), why_closed=lit("补贴发放到人"),
    )  # fmt: skip
    return pl.concat([hit, _revised(world, seen)])


def _revised(world: World, seen: Seen) -> pl.DataFrame:
    """First published at the line, corrected below it weeks later."""
    month, first, right = (REVISED[0].item(), REVISED[1], REVISED[2])
    rows = published(world, seen).filter(col("month") == lit(month))
    cell = col("food_yoy") == f"{right / 10:.2f}"
    rows = seen.day_of(rows, "M23-01", form(f"CPI-{world.city.code}-{{}}", "ym"), "corrected", cell)
    return findings(
        rows, key="key", true_on="month", visible_on="told", surely_on=plus("told", 1), closes_on="corrected",
        closed_by=plus("corrected", 1), why_closed=lit("指数更正，低于启动线"), note=lit(f"先发布 {first / 10}%"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = published(world, seen).filter(col("food") < 60, col("month") != lit(REVISED[0].item()))
    return silences(rows, "没到启动线，或只有省指数到了", key="key", **{"from": "told"})
