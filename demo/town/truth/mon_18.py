"""MON-18 特困人员死亡：丧葬、停发待遇、遗产登记。"""

import polars as pl
from polars import col, lit

from demo.town.truth.gone import deaths_seen
from demo.town.truth.kit import findings, home_of, kind_of, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P01-02": ("status",), "P01-09": ()}


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = deaths_seen(world, seen).with_columns(home=home_of(world), kind_=kind_of(world))
    rows = rows.filter(col("kind_") == "tekun").join(
        world["aid"].select("person", aid="row"), on="person"
    )
    rows = seen.day_of(rows, "P01-02", form("TK-{}", "aid"), "ended", col("status") == "终止")
    rows = seen.day_of(rows, "P01-09", form("BZ-{}", "person"), "cremated")
    return findings(
        rows, person="person", home="home", key=lit("death"), true_on="died", visible_on="death_seen",
        surely_on=plus(pl.min_horizontal("registered", "cremated"), 1),
        closes_on=pl.max_horizontal("ended", "cremated", plus("registered", 2)),
        why_closed=lit("殡葬办了，待遇停了"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:

    rows = deaths_seen(world, seen).with_columns(home=home_of(world), kind_=kind_of(world))
    rows = rows.filter(col("kind_") != "tekun")
    return silences(rows, "去世的不是特困人员", person="person", home="home", **{"from": "died"})
