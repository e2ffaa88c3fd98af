"""MON-44 养老待遇认证暂停（在册的必）；60 岁以上没有任何待遇（或：外省和机关的不在数据里，说不准）。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import alive_until, findings, home_of, latest, plus, silences
from demo.town.truth.listed import low_or_maybe
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P03-01": ("status",), "P03-02": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    return pl.concat([_suspended(world, seen), _unclaimed(world, seen)])


def _suspended(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["pensions"].drop_nulls("suspended").with_columns(home=home_of(world))
    held, back = (col(n).dt.strftime("%Y%m") for n in ("suspended", "resumed"))
    rows = seen.day_of(
        rows, "P03-01", form("YL-{}-{}", "person", held), "told", col("status") == "暂停"
    )
    rows = seen.day_of(
        rows, "P03-01", form("YL-{}-{}", "person", back), "again", col("status") == "在发"
    )
    told = findings(
        rows.drop_nulls("told"), person="person", home="home", key=lit("suspended"), true_on="suspended", visible_on="told",
        surely_on=plus("told", 32), closes_on="again", closed_by=plus("again", 32), why_closed=lit("恢复发放"),
    )  # fmt: skip
    return low_or_maybe(told, world, seen)


def _unclaimed(world: World, seen: Seen) -> pl.DataFrame:
    """From the birthday to the first payment seen, if there is one."""
    people = world.people.select("person", "home", old=col("born").dt.offset_by("60y"))
    firsts = []
    for class_id in ("P03-01", "P03-02"):
        rows = seen.rows[class_id].with_columns(
            person=col("record_id").str.extract(r"^\w+-(\d+)-").cast(pl.Int64)
        )
        firsts.append(rows.group_by("person").agg(paid=col("observed").min()))
    paid = pl.concat(firsts).group_by("person").agg(paid=col("paid").min())
    rows = people.join(paid, on="person", how="left").with_columns(
        from_=latest("old", lit(world.span.first.item()))
    )
    rows = rows.filter(
        col("from_") <= lit(world.span.last.item()),
        col("paid").is_null() | (col("paid") > col("from_")),
    )
    return findings(
        rows.sort("person"), person="person", home="home", key=lit("unclaimed"), level=lit("may"), visible_on="from_",
        closes_on="paid", closed_by=plus("paid", 32), why_closed=lit("开始发放"), note=lit("数据说不准有没有"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    """Drawn every month."""
    rows = world["pensions"].filter(
        col("suspended").is_null(), col("since") < lit(world.span.before.item())
    )
    rows = rows.with_columns(home=home_of(world), gone=alive_until(world))
    return silences(rows.filter(col("gone").is_null()), "按月在领", person="person", home="home")
