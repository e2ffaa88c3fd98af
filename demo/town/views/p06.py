"""省教育厅: who is at which school, who studies, who left, who was helped to."""

import polars as pl
from polars import col, lit

from demo.town.views.kit import here, key, last_day, later, none, versions, word
from demo.town.wording import form
from demo.town.world import World

AID = {"学前": 500_00, "小学": 500_00, "初中": 625_00, "普高": 1000_00, "中职": 1000_00}


def p06_01(world: World) -> pl.DataFrame:
    """One record per pupil, told anew every autumn, and when school is left."""
    rows = world["school_years"].with_columns(told=later("on", 10), status=lit("在读"))
    final = rows.sort("on").unique("person", keep="last", maintain_order=True)
    over = final.filter(col("on") < lit(last_day(world)).dt.offset_by("-13mo")).with_columns(
        told=col("on").dt.offset_by("10mo"), on=col("on").dt.offset_by("10mo"), status=lit("离校")
    )
    rows = here(world, versions(rows, over).filter(col("told") <= lit(last_day(world))), "told")
    return rows.sort("told", "person").select(
        "person", "on", "told", "school", "stage", "boarding", "status", "left_behind",
        record_id=key(lit("XJ"), "person"), grade=form("{}年级", "grade"),
    )  # fmt: skip


def p06_02(world: World) -> pl.DataFrame:
    """Studies: told at enrolment and once more when they are over."""
    college, masters = world["college"], world["masters"]
    begun = college.with_columns(told=later("enrolled", 30), end=none(pl.Date), kind="degree")
    done = college.with_columns(told=later("graduated", 12), end="graduated", kind="degree")
    more = masters.with_columns(
        told=later("enrolled", 30),
        end=none(pl.Date),
        kind=lit("硕士"),
        graduated="expected",
        row=col("row") + 1_000_000,
    )
    rows = here(
        world, versions(begun, done, more).filter(col("told") <= lit(last_day(world))), "told"
    )
    return rows.sort("told", "person").select(
        "person", "told", "school", "major", on="told", record_id=key(lit("GX"), "row"), degree="kind",
        fulltime=lit(True), enroll_date="enrolled", expected_grad="graduated", grad_date="end",
    )  # fmt: skip


def p06_03(world: World) -> pl.DataFrame:
    """Aid for pupils of families on a list, spring and autumn; a few are left out."""
    kind = lit(world.homes["kind"]).gather(lit(world.people["home"]).gather("person"))
    rows = (
        world["school_years"]
        .with_columns(kind=kind)
        .filter(kind.is_in(["dibao", "edge", "danrenbao"]), col("person") % 11 != 0)
    )
    terms = [
        rows.with_columns(paid=later("on", 40), term=lit("秋")),
        rows.with_columns(paid=later("on", 190), term=lit("春")),
    ]
    rows = here(world, versions(*terms).filter(col("paid") <= lit(last_day(world))), "paid")
    return rows.select(
        "person", "school", on="paid", record_id=key(lit("ZZ"), "row", "term"), kind=lit("国家助学金"),
        term=form("{}{}", col("on").dt.year(), "term"),
        amount=col("stage").replace_strict(AID),
        basis=pl.when(col("kind") == "edge").then(word("低边")).otherwise(word("低保")),
    )  # fmt: skip
