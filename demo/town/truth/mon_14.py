"""MON-14 特殊老年人巡防：自然周（周一至周日）见到本人不足两次，没有报住院或外出。

The dossier asks for a warning on Friday: from then on a week counts. A second visit that is told
only after that Friday is may until it is; so are the weeks in which somebody joins the register,
dies or moves away, of which only some days were left for visits.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.seen import LIVE, Seen
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M01-02": ("state",), "M01-01": ()}
WHY_NOT = {"hospital": "住院，已报", "away": "外出，已报"}


def weeks(world: World) -> pl.DataFrame:
    return world["patrol_weeks"].with_columns(
        home=home_of(world), friday=plus("week", 4), over=plus("week", 7)
    )


def visits_seen(world: World, seen: Seen) -> pl.DataFrame:
    """person, week, second: the day the second valid visit of the week was seen."""
    rows = (
        seen.rows["M01-02"]
        .filter(col("state") == "见到本人")
        .select("observed", row=col("record_id").str.strip_prefix("XF-").cast(pl.UInt32))
    )
    visits = world["patrols"].select("row", "person", "at").join(rows, on="row")
    visits = visits.with_columns(week=col("at").dt.date().dt.truncate("1w"))
    return (
        visits.sort("observed")
        .group_by("person", "week")
        .agg(second=col("observed").slice(1, 1).first())
    )


def found(world: World, seen: Seen) -> pl.DataFrame:
    """Missed weeks; and weeks whose visits were written down, or corrected, too late."""
    rows = weeks(world).join(visits_seen(world, seen), on=["person", "week"], how="left")
    missed = col("how").is_in(["one", "none"])
    late = (col("how") == "ok") | (col("how") == "late")
    rows = rows.filter(
        missed | (late & (col("second").is_null() | (col("second") > col("friday"))))
    )
    live = col("friday") >= lit(LIVE)
    whole = findings(
        rows, person="person", home="home", key=col("week").dt.strftime("%Y-%m-%d"), true_on="over",
        visible_on="friday", surely_on=plus("over", -1),
        level=pl.when(missed & live).then(lit("must")).otherwise(lit("may")),
        closes_on=pl.when(missed).then("over").otherwise(pl.coalesce("second", plus("over", 7))),
        closed_by=plus("over", 21), why_closed=pl.when(missed).then(lit("又是新的一周")).otherwise(lit("记录迟到")),
        note="how",
    )  # fmt: skip
    return pl.concat([whole, _parts(world)])


def _parts(world: World) -> pl.DataFrame:
    """Weeks somebody was in the register for some days only."""
    days = world["special"].select("person", "since", "until")
    ends = [days.select("person", week=col(n).dt.truncate("1w")) for n in ("since", "until")]
    rows = pl.concat(ends).drop_nulls("week").unique(maintain_order=True)
    rows = rows.join(
        world["patrol_weeks"], on=["person", "week"], how="anti", maintain_order="left"
    )
    rows = rows.filter(col("week") >= lit(world.span.first.item())).with_columns(
        home=home_of(world)
    )
    return findings(
        rows, person="person", home="home", key=col("week").dt.strftime("%Y-%m-%d"), level=lit("may"),
        visible_on=plus("week", 4), closes_on=plus("week", 14), closed_by=plus("week", 28),
        why_closed=lit("下一周已探访"), note=lit("只在册几天"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = weeks(world).filter(col("how").is_in(list(WHY_NOT)))
    return silences(
        rows, col("how").replace_strict(WHY_NOT), person="person", home="home",
        key=col("week").dt.strftime("%Y-%m-%d"), **{"from": "over", "until": plus("over", 6)},
    )  # fmt: skip
