"""MON-16 欠费停电停水：停电还没有恢复，或水费欠了三个月以上，家庭在册。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, plus, silences
from demo.town.truth.listed import LOW, low, off_list, on_list
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M24-03": ("restored_at",), "M25-01": ()}


def cuts(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["cuts"].with_columns(key=form("TD-{}", "row"))
    rows = seen.day_of(rows, "M24-03", col("key"), "told")
    return seen.day_of(rows, "M24-03", col("key"), "back", col("restored_at").is_not_null())


def found(world: World, seen: Seen) -> pl.DataFrame:
    dark = findings(
        cuts(world, seen).drop_nulls("told"), home="home", key="key", true_on=col("at").dt.date(), visible_on="told",
        surely_on=plus("told", 1), closes_on="back", closed_by=plus("back", 1), why_closed=lit("已恢复供电"),
    )  # fmt: skip
    rows = pl.concat([dark, _water(world, seen)])
    lists = low(world, seen, *LOW, "rigid")
    return on_list(rows, lists)


def _water(world: World, seen: Seen) -> pl.DataFrame:
    """Five months of arrears: the third month is the earliest reading, the fifth the latest."""
    rows = world["water_arrears"]
    for name, months in (("third", 2), ("fifth", 4), ("paid", 5)):
        month = col("since").dt.offset_by(f"{months}mo").dt.strftime("%Y%m")
        rows = seen.day_of(rows, "M25-01", form("SL-{}-{}", "home", month), name)
    return findings(
        rows.drop_nulls("third"), home="home", key=lit("water"), true_on=col("since").dt.offset_by("3mo"),
        visible_on="third", surely_on=pl.coalesce("fifth", plus("third", 62)), closes_on="paid",
        closed_by=plus("paid", 2), why_closed=lit("水费已缴"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = off_list(cuts(world, seen), low(world, seen, *LOW, "rigid"))
    return silences(
        rows,
        "不在册的家庭",
        home="home",
        key="key",
        **{"from": col("at").dt.date(), "until": plus(col("at").dt.date(), 20)},
    )
