"""省民政厅: registers of assistance, means checks, children, marriages, cremations, subsidies."""

import polars as pl
from polars import Expr, col, lit

from demo.town.views.kit import first_day, key, later, of_person
from demo.town.world import World


def p01_01(world: World) -> pl.DataFrame:
    """One record per award, told again at every review and whenever the family changes."""
    aid = world["aid"].filter(col("kind").is_in(["dibao", "danrenbao"]))
    rows = _days_told(world, aid).join(aid, left_on="aid", right_on="row")
    rows = rows.with_columns(_next_review(world, rows), members_then(world, rows))
    return rows.with_columns(
        head_id=pl.when(col("person") >= 0).then(of_person(world, "id_no"))
        .otherwise(col("members").list.first())
    ).select(
        "home", "on", "told", "members", "head_id", "review_due",
        record_id=key(lit("DB"), "aid"), case_no=key(lit("DB"), "aid"),
        category=pl.when(col("kind") == "dibao").then(lit("低保")).otherwise(lit("单人保")),
        start_date="since", monthly_amount="amount", assessed_income_pc="income_pc",
        status=_dibao_status(), stop_reason=pl.when(col("told") >= col("until")).then("why"),
    )  # fmt: skip


def _dibao_status() -> Expr:
    over, running_out = col("told") >= col("until"), col("told") >= col("leaving")
    status = pl.when(over).then(lit("停保")).when(running_out).then(lit("渐退"))
    return status.otherwise(lit("在保"))


def _days_told(world: World, aid: pl.DataFrame) -> pl.DataFrame:
    """aid, on, told: award, reviews done, payment running out, members come and gone, the end."""
    reviews = world["reviews"].filter(col("done") > first_day(world))
    late = pl.when(col("why") == "死亡").then(12).otherwise(0)
    changes = _changes(world).join(aid.select("home", aid="row"), on="home")
    found = [
        aid.select(aid="row", told=later("since", -3)),
        reviews.select("aid", told=later("done", 1)),
        aid.select(aid="row", told="leaving").drop_nulls(),
        changes.select("aid", "told"),
        aid.filter(col("until").is_not_null()).select(aid="row", told=later("until", late)),
    ]
    limits = aid.select("since", "until", aid="row", last=later("until", late))
    rows = pl.concat(found).unique(maintain_order=True).join(limits, on="aid")
    within = col("last").is_null() | (col("told") <= col("last"))
    return rows.filter(within, col("told") >= later("since", -3)).select("aid", "told", on="told")


def _changes(world: World) -> pl.DataFrame:
    """home, told: somebody has died or moved away, or a child has been added."""
    people = world.people.select("home", "since", "until")
    born = people.filter(col("since") > first_day(world)).select("home", told=later("since", 55))
    gone = people.drop_nulls("until").select("home", told=later("until", 14))
    return pl.concat([born, gone])


def _next_review(world: World, rows: pl.DataFrame) -> pl.Series:
    """The day the next review is due, as known on the day told."""
    reviews = world["reviews"].select("aid", "due", known=later("done", 1))
    told = rows.select("aid", "told").with_row_index("n")
    ahead = told.join(reviews, on="aid").filter(
        (col("known") > col("told")) | (col("known") <= first_day(world))
    )
    ahead = ahead.filter(col("known") > pl.max_horizontal("told", lit(first_day(world))))
    due = ahead.group_by("n").agg(review_due=col("due").min())
    return told.join(due, on="n", how="left", maintain_order="left")["review_due"]


def members_then(world: World, rows: pl.DataFrame) -> pl.Series:
    """ID numbers of the members on the day told; of a single award only the one it is for."""
    told = rows.select("home", "told", single=col("person") >= 0, of="person").with_row_index("n")
    people = world.people.select("home", "person", "since", "until", "id_no", "place")
    there = told.join(people, on="home").filter(
        col("since") <= pl.max_horizontal("told", lit(first_day(world))),
        col("until").is_null() | (col("until") > pl.max_horizontal("told", lit(first_day(world)))),
        ~col("single") | (col("person") == col("of")),
    )
    lists = (
        there.sort("n", "place", "person").group_by("n", maintain_order=True).agg(members="id_no")
    )
    return told.join(lists, on="n", how="left", maintain_order="left")["members"]
