"""MON-01 低收入家庭毕业生未就业：毕业满 12 个月，名册上未就业，参保、个税、就业登记都没有。

Work in another province is seen when its insurance arrives: until then the data say idle (may).
Casual work without insurance is never in the data: a finding by the data, wrong in the world (may).
"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, latest, months_on, silences
from demo.town.truth.listed import low_or_maybe, well_off
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {
    "P03-03": (),
    "P03-04": (),
    "P11-01": (),
    "P03-06": ("employ_state",),
}
IDLE = ("idle", "story", "casual", "away")
WHY_NOT = {
    "study": "升学了", "army": "入伍了", "business": "创业了", "job": "已就业", "later": "没满一年就有了工作",
    "eleven": "第十一个月找到工作",
}  # fmt: skip


def work_seen(world: World, seen: Seen) -> pl.DataFrame:
    """person, work_seen: the first sign of the first job in any class."""
    jobs = world["jobs"].sort("start").unique("person", keep="first", maintain_order=True)
    jobs = jobs.with_columns(month=col("start").dt.strftime("%Y%m"))
    jobs = seen.day_of(jobs, "P03-03", form("SB-{}-{}-养老", "row", "month"), "insured")
    jobs = seen.day_of(jobs, "P03-04", form("JY-就业-{}", "row"), "registered")
    jobs = seen.day_of(jobs, "P11-01", form("GS-{}-{}", "row", "month"), "paid")
    return jobs.select("person", "start", work_seen=earliest("insured", "registered", "paid"))


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["graduates"].filter(col("then").is_in(IDLE)).with_columns(home=home_of(world))
    rows = rows.join(work_seen(world, seen), on="person", how="left")
    rows = seen.day_of(rows, "P03-06", form("BYS-{}", "person"), "told")
    rows = rows.with_columns(year=months_on("graduated", 12)).with_columns(
        visible=latest("year", "told")
    )
    rows = rows.filter(col("work_seen").is_null() | (col("work_seen") > col("visible")))
    doubtful = col("then").is_in(["casual", "away"])
    notes = {"casual": "打零工没有参保，数据看不见", "away": "外省参保迟到，到了就该撤回"}
    told = findings(
        rows,
        person="person",
        home="home",
        key=lit("graduate"),
        true_on="year",
        visible_on="visible",
        level=pl.when(doubtful).then(lit("may")).otherwise(lit("must")),
        closes_on="work_seen",
        closed_by=col("work_seen").dt.offset_by("2mo"),
        why_closed=pl.when(col("work_seen").is_not_null()).then(lit("有了工作")),
        note=col("then").replace_strict(notes, default=None, return_dtype=pl.String),
    )
    return low_or_maybe(told, world, seen)


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["graduates"].with_columns(home=home_of(world), from_=months_on("graduated", 12))
    other = rows.filter(col("then").is_in(list(WHY_NOT)))
    away = rows.filter(col("then") == "away").join(work_seen(world, seen), on="person")
    rich = rows.filter(col("then") == "idle").join(well_off(world), on="home", how="semi")
    return pl.concat([
        silences(other, col("then").replace_strict(WHY_NOT, default=""), person="person", home="home"),
        silences(rich, "不是低收入家庭", person="person", home="home"),
        silences(away.drop_nulls("work_seen"), "外省参保迟到，已经到了", person="person", home="home",
                 **{"from": months_on("work_seen", 2)}),
    ])  # fmt: skip
