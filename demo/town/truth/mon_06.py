"""MON-06 残疾等级变更或证件到期：换了等级的新证；或离到期不到 30 天。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, kind_of, latest, plus, silences
from demo.town.truth.seen import LIVE, Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P10-01": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    cards = world["certificates"].filter(kind_of(world) != "migrant")  # theirs are renewed at home
    cards = cards.with_columns(home=home_of(world))
    cards = seen.day_of(cards, "P10-01", form("CJ-{}-{}", "person", "row"), "told").drop_nulls(
        "told"
    )
    after = cards.select("person", issued="issued", next_told="told")
    cards = cards.join(
        after, left_on=["person", "replaced"], right_on=["person", "issued"], how="left"
    )
    key = form("CJ-{}-{}", "person", "row")
    ending = cards.filter(col("valid_to") < lit(world.span.last.item()).dt.offset_by("30d"))
    ending = ending.filter(col("replaced").is_null() | (col("replaced") > plus("valid_to", -30)))
    expiring = findings(
        ending,
        person="person",
        home="home",
        key=key,
        true_on="valid_to",
        visible_on=latest(plus("valid_to", -30), "told"),
        surely_on=latest(plus("valid_to", -22), "told"),
        closes_on=earliest("next_told", plus("valid_to", 1)),
        closed_by="next_told",
        why_closed=pl.when(col("next_told").is_not_null())
        .then(lit("换证"))
        .otherwise(lit("已过期")),
        note=lit("到期"),
    ).filter(col("closed_by").is_null() | (col("closed_by") >= lit(LIVE)))
    changed = findings(
        cards.filter(col("why") == "level"),
        person="person",
        home="home",
        key=key,
        true_on="issued",
        visible_on="told",
        surely_on=plus("told", 7),
        closes_on=plus("told", 8),
        closed_by=plus("told", 180),
        why_closed=lit("已过一段时间"),
        note=lit("等级变更"),
    )
    return pl.concat([expiring, changed])


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """One certificate only, and it is good for a long time yet."""
    only = world["certificates"].unique("person", keep="none", maintain_order=True)
    far = col("valid_to") > lit(world.span.last.item()).dt.offset_by("60d")
    rows = only.filter(far).with_columns(home=home_of(world))
    return silences(rows, "离到期还早，等级没变", person="person", home="home")
