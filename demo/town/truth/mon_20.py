"""MON-20 应享未享高龄津贴、长寿保健金：满 80（100）岁、本地户籍、没有在发，政策已生效。

From the birthday until the first payment shows everybody is on the way (may); must is whoever was
forgotten for at least two months.
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import birthday, findings, home_of, kind_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"M01-05": (), "M01-06": ()}
PAID_AS = {80: ("M01-05", "GL"), 100: ("M01-06", "BS")}
GRACE = 75


def found(world: World, seen: Seen) -> pl.DataFrame:
    frames = []
    for age, (class_id, prefix) in PAID_AS.items():
        rows = world["allowances"].filter(col("age") == age).with_columns(home=home_of(world))
        told_from = lit(world.span.first.item()).dt.offset_by("-3mo")  # as payments are
        first = pl.max_horizontal("since", told_from).dt.strftime("%Y%m")
        frames.append(seen.day_of(rows, class_id, form(prefix + "-{}-{}", "person", first), "paid"))
    rows = pl.concat(frames).with_columns(starts=pl.max_horizontal("turned", _policy()))
    forgotten = col("missed") & (col("paid").is_null() | (col("paid") > plus("due", GRACE + 31)))
    rows = rows.filter(forgotten | col("paid").is_null() | (col("paid") > col("starts")))
    return findings(
        rows, person="person", home="home", key=form("{}+", "age"), true_on="due", visible_on="starts",
        level=pl.when(forgotten).then(lit("must")).otherwise(lit("may")), surely_on=plus("due", GRACE),
        closes_on="paid", closed_by=plus("paid", 32), why_closed=lit("津贴在发"),
        note=pl.when(~col("missed")).then(lit("正在走流程")),
    )  # fmt: skip


def _policy() -> pl.Expr:
    """80+ allowances exist from 2023 (seed); the 100+ one did before."""
    return pl.when(col("age") == 80).then(pl.date(2023, 1, 1)).otherwise(pl.date(2022, 1, 1))


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Eighty only after these years; or between eighty and a hundred before the policy."""
    local = world.people.filter(~kind_of(world).eq("migrant"))
    age = [birthday(world, years) for years in (70, 80, 99)]
    first, last = lit(world.span.first.item()), lit(world.span.last.item())
    young = local.filter(age[0] <= first, age[1] > last)
    before = local.filter(age[1] <= first, age[2] > last)
    days = {"until": pl.date(2023, 1, 1)}
    told = silences(young, "还没满 80 岁", person="person", home="home")
    return pl.concat(
        [told, silences(before, "政策还没有生效", person="person", home="home", **days)]
    )
