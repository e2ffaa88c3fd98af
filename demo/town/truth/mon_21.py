"""MON-21 低收入失能半失能老人没有家庭养老床位：60 岁以上、评估中度及以下能力、不住养老院。

Whoever can do nothing also has long-term-care insurance, which outlasts the assessment.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, kind_of, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P01-11": (), "M01-03": (), "M01-13": ()}
NEEDY = ("中度", "重度", "完全失能")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = needy(world, seen)
    homed = col("homed") <= col("told")
    rows = rows.filter(~homed.fill_null(False))
    may = col("kind_") == "tekun"
    insured = col("grade") == "完全失能"
    told = findings(
        rows, person="person", home="home", key=lit("bed"), true_on="on", visible_on="told", surely_on=plus("told", 8),
        level=pl.when(may).then(lit("may")).otherwise(lit("must")),
        closes_on=earliest("bed", "homed", pl.when(~insured).then(plus("until", 1))),
        closed_by=earliest(plus("bed", 60), plus("homed", 10), pl.when(~insured).then(plus("until", 40))),
        why_closed=pl.when(col("bed").is_not_null()).then(lit("床位在建或在用")).otherwise(lit("住进机构或评估过期")),
    )  # fmt: skip
    return low_or_maybe(told, world, seen)


def needy(world: World, seen: Seen) -> pl.DataFrame:
    """Assessments in force with the days they, a bed and a nursing home were seen."""
    rows = (
        world["abilities"]
        .filter(col("grade").is_in(NEEDY))
        .with_columns(home=home_of(world), kind_=kind_of(world))
    )
    rows = seen.day_of(
        rows, "P01-11", form("PG-{}-{}", "person", col("on").dt.strftime("%y%m")), "told"
    )
    rows = seen.day_of(rows, "M01-03", form("JC-{}", "person"), "bed")
    rows = seen.day_of(rows, "M01-13", form("RZ-{}", "person"), "homed")
    rows = rows.filter(col("bed").is_null() | (col("bed") > col("told")))
    return rows.drop_nulls("told").sort("person", "on")


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = needy(world, seen).filter(col("homed") <= col("told"))
    return silences(
        rows, "住在养老院", person="person", home="home", **{"from": "told", "until": "until"}
    )
