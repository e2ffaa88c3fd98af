"""MON-49 老年人高额消费或涉诈：被骗 5000 元以上或消费投诉，60 岁以上，家庭低收入。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import birthday, findings, home_of, plus, silences
from demo.town.truth.listed import low_or_maybe, well_off
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M07-03": (), "M12-02": ()}
LINE = 5000_00


def losses(world: World, seen: Seen) -> pl.DataFrame:
    """Both sorts with the day they were seen; *enough*: above the line, and sixty."""
    fraud = seen.day_of(world["fraud"], "M07-03", form("ZP-{}", "row"), "told")
    fraud = fraud.select(
        "person", "on", "told", key=form("ZP-{}", "row"), large=col("loss") >= LINE
    )
    goods = seen.day_of(world["complaints"], "M12-02", form("TS-{}", "row"), "told")
    goods = goods.select("person", "on", "told", key=form("TS-{}", "row"), large=lit(True))
    rows = pl.concat([fraud, goods]).drop_nulls("told").with_columns(home=home_of(world))
    return rows.with_columns(old=birthday(world, 60) <= col("told"))


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = losses(world, seen).filter(col("large"), col("old"))
    told = findings(
        rows,
        person="person",
        home="home",
        key="key",
        true_on="on",
        visible_on="told",
        closes_on=pl.max_horizontal(plus("on", 28), plus("told", 1)),
        closed_by=plus("told", 95),
        why_closed=lit("追回或劝阻"),
    )
    return low_or_maybe(told, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = losses(world, seen)
    small = rows.filter(
        ~col("large"), ~col("person").is_in(rows.filter("large")["person"].implode())
    )
    young = rows.filter(~col("old"), col("large"))
    rich = rows.filter(col("large"), col("old")).join(well_off(world), on="home", how="semi")
    return pl.concat([
        silences(r, why, person="person", home="home", key="key", **{"from": "told"})
        for r, why in ((small, "损失不到 5000 元"), (young, "不满 60 岁"), (rich, "不是低收入家庭"))
    ])  # fmt: skip
