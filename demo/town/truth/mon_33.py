"""MON-33 财产显著变化：在册家庭新登记汽车、房产、个体户；代步车、摩托车、合作社成员不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import earliest, findings, home_of, plus, silences
from demo.town.truth.listed import LOW, low, on_list
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {
    "P02-05": ("status",),
    "P08-01": ("status",),
    "P09-01": ("status",),
    "P07-02": (),
}
RECORD = {"car": ("P02-05", "CL"), "flat": ("P08-01", "BDC"), "shop": ("P09-01", "SC")}
WHY_NOT = {"scooter": "残疾人代步车", "motorcycle": "普通摩托车", "co-operative": "只是合作社成员"}


def found(world: World, seen: Seen) -> pl.DataFrame:
    new = world["assets"].filter(col("meaning") == "counts").with_columns(home=home_of(world))
    frames = []
    for what, (class_id, prefix) in RECORD.items():
        rows = new.filter(col("what") == what).with_columns(key=form(prefix + "-{}", "row"))
        rows = seen.day_of(rows, class_id, col("key"), "told", col("status") != "注销")
        rows = seen.day_of(rows, class_id, col("key"), "given_up", col("status") == "注销")
        frames.append(seen.day_of(rows, "P07-02", form("WQ-{}", "row"), "signed"))
    rows = _looked_at(world, pl.concat(frames).drop_nulls("told"))
    told = findings(
        rows, person="person", home="home", key="key", true_on="on", visible_on=earliest("told", "signed"),
        surely_on=plus("told", 8), closes_on=earliest("given_up", plus("told", 20), "looked_at"),
        closed_by=plus("given_up", 1), why_closed=lit("已注销，或已复核"),
    )  # fmt: skip
    return on_list(told, low(world, seen, *LOW, "rigid"))


def _looked_at(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """The next means check of the family after the thing was registered."""
    checks = world["reviews"].select("home", looked_at=plus("done", -12))
    after = rows.select("row", "home", "on").join(checks, on="home")
    first = after.filter(col("looked_at") >= col("on")).group_by("row").agg(col("looked_at").min())
    return rows.join(first, on="row", how="left", maintain_order="left")


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["assets"].filter(col("meaning") == "exempt").with_columns(home=home_of(world))
    real = (
        world["assets"].filter(col("meaning") == "counts").with_columns(home=home_of(world))["home"]
    )
    rows = rows.filter(~col("home").is_in(real.implode()))
    return silences(
        rows,
        col("what").replace_strict(WHY_NOT, default=""),
        person="person",
        home="home",
        **{"from": "on"},
    )
