"""MON-50 户籍或居住迁移：在册户有人户口迁走（必）；迁入、人户不一（或）。"""

import polars as pl
from polars import col, lit

from demo.town.truth.kit import findings, home_of, plus, silences
from demo.town.truth.listed import LOW, low, off_list, on_list
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P02-01": ("status",), "M07-04": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    left = world["departures"].with_columns(home=home_of(world))
    left = seen.day_of(
        left, "P02-01", form("HK-{}", "person"), "told", col("status") == "迁出"
    ).drop_nulls("told")
    gone = findings(
        left, person="person", home="home", key=lit("moved away"), true_on="on", visible_on="told",
        surely_on=plus("told", 1), closes_on=plus("told", 5), why_closed=lit("档案移交"),
        level=pl.when(col("whole_home") == 1).then(lit("may")).otherwise(lit("must")),
    )  # fmt: skip
    apart = world["apart"].with_columns(home=home_of(world))
    apart = seen.day_of(apart, "M07-04", form("SY-{}", "person"), "told").drop_nulls("told")
    elsewhere = findings(
        apart, person="person", home="home", key=lit("apart"), level=lit("may"), visible_on="told"
    )
    came = world["weddings"].select("on", person="spouse").with_columns(home=home_of(world))
    came = seen.day_of(came, "P02-01", form("HK-{}", "person"), "told").drop_nulls("told")
    joined = findings(came, person="person", home="home", key=lit("moved in"), level=lit("may"), visible_on="told",
                      closes_on=plus("told", 30))  # fmt: skip
    rows = pl.concat([gone, elsewhere, joined])
    return on_list(rows, low(world, seen, *LOW, "rigid"))


def silent(world: World, seen: Seen) -> pl.DataFrame:

    rows = world["departures"].with_columns(home=home_of(world))
    rows = off_list(rows, low(world, seen, *LOW, "rigid"))
    return silences(rows, "搬走的不是在册户", person="person", home="home")
