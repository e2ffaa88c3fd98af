"""MON-22 孤儿或事实无人抚养疑似：父亲去世，母亲又服刑（半年以上）。"""

import polars as pl
from polars import col, lit

from demo.town.life.disability import severe
from demo.town.truth.gone import deaths_seen
from demo.town.truth.kit import findings, latest, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P13-01": (), "P01-07": ()}


def orphaned(world: World, seen: Seen) -> pl.DataFrame:
    deaths = deaths_seen(world, seen).select(father="person", father_seen="death_seen")
    prison = world["prison"].select(cell="row", mother="person")
    rows = (
        world["orphaned"]
        .join(deaths, on="father", how="left")
        .join(prison, on="mother", how="left")
    )
    rows = seen.day_of(rows, "P13-01", form("FX-{}", "cell"), "mother_seen")
    return seen.day_of(rows, "P01-07", form("ET-{}", "child"), "registered")


def found(world: World, seen: Seen) -> pl.DataFrame:
    rows = orphaned(world, seen).filter(~col("short")).drop_nulls("mother_seen")
    rows = rows.filter(col("registered").is_null() | (col("registered") > col("mother_seen")))
    alone = findings(
        rows,
        person="child",
        home="home",
        key=lit("alone"),
        true_on="jailed",
        visible_on=latest("father_seen", "mother_seen"),
        closes_on="registered",
        why_closed=lit("纳入保障"),
    )
    return pl.concat([alone, _others(world, seen)])


def _others(world: World, seen: Seen) -> pl.DataFrame:
    """One parent gone and the other gone, held or severely disabled by other turns of fate."""
    died = deaths_seen(world, seen).select("person", gone="death_seen").drop_nulls("gone")
    lost = world["missing"].select("person", gone="on")
    gone = pl.concat([died, lost]).group_by("person").agg(col("gone").min())
    held = [world[t].select("person") for t in ("prison", "rehab")]
    held.append(world["certificates"].filter(severe()).select("person"))
    weak = pl.concat([gone.select("person"), *held]).unique().rename({"person": "other"})
    pairs = (("father", "mother"), ("mother", "father"))
    rows = pl.concat(
        [
            world.people.select(child="person", home="home", person=a, other=b)
            .join(gone, on="person")
            .join(weak, on="other", how="semi")
            for a, b in pairs
        ]
    )
    rows = rows.join(world["orphaned"].select("child"), on="child", how="anti")
    return findings(
        rows.sort("child", "gone"),
        person="child",
        home="home",
        key=lit("other"),
        level=lit("may"),
        visible_on="gone",
    )


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = orphaned(world, seen).filter("short")
    return silences(
        rows,
        "母亲刑期不足半年",
        person="child",
        home="home",
        **{"from": "died", "until": plus("jailed", 170)},
    )
