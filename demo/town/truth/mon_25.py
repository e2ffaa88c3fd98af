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
    youngest = world.people.group_by("home").agg(grown=col("born").max().dt.offset_by("18y"))
    rows = rows.join(youngest, on="home", how="left", maintain_order="left")
    listed = (col("low_from") <= col("on")) & (
        col("low_to").is_null() | (col("low_to") > plus("on", 5))
    )
    rows = rows.with_columns(
        minors=(col("grown") > plus("on", 10)) & _told_of(world),
        growing=col("grown") > col("on"),
        listed=listed.fill_null(False),
    )
    return seen.day_of(rows, "M07-01", col("key"), "told").drop_nulls("told")


def _told_of(world: World) -> pl.Expr:
    """Homes whose children's ages are told: of migrants only by school or the children's register."""
    pupils = [world[t].select(home=home_of(world)) for t in ("children", "school_years")]
    local = world.homes.filter(col("kind") != "migrant").select(col("home").cast(pl.Int64))
    return col("home").is_in(
        pl.concat([*pupils, local], how="vertical_relaxed")["home"].unique().implode()
    )


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = calls(world, seen).filter(
        col("result") != "误报", col("role") == "受害", col("listed") | col("growing")
    )
    surely = col("listed") | col("minors")
    return findings(
        rows,
        person="person",
        home="home",
        key="key",
        true_on="on",
        visible_on="told",
        level=pl.when(surely).then(lit("must")).otherwise(lit("may")),
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
        .when(~col("listed") & ~col("growing"))
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
