"""MON-25 涉家暴警情：受害人在册，或家里有未成年人。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import LOW, low
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M07-01": ()}


def calls(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["police"].with_columns(home=home_of(world), key=form("JQ-{}", "row"))
    lists = low(world, seen, *LOW, "rigid")
    rows = rows.join(lists, on="home", how="left", maintain_order="left")
    young = world.people.filter(col("born") > lit((world.span.first - 15 * 365).item()))[
        "home"
    ].unique()
    listed = (col("low_from") <= col("on")) & (
        col("low_to").is_null() | (col("low_to") > plus("on", 5))
    )
    rows = rows.with_columns(
        minors=col("home").is_in(young.implode()), listed=listed.fill_null(False)
    )
    return seen.day_of(rows, "M07-01", col("key"), "told").drop_nulls("told")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = calls(world, seen).filter(
        col("result") != "误报", col("role") == "受害", col("listed") | col("minors")
    )
    return findings(
        rows,
        person="person",
        home="home",
        key="key",
        true_on="on",
        visible_on="told",
        closes_on=plus("told", 3),
        why_closed=lit("受害人安全确认"),
    )


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = calls(world, seen)
    why = (
        pl.when(col("result") == "误报")
        .then(lit("误报警"))
        .when(col("role") != "受害")
        .then(lit("报警人不是当事人"))
        .when(~col("listed") & ~col("minors"))
        .then(lit("不在册，也没有孩子"))
    )
    rows = rows.with_columns(why=why).drop_nulls("why")
    return silences(
        rows,
        col("why"),
        person="person",
        home="home",
        key="key",
        **{"from": "told", "until": plus("told", 60)},
    )
