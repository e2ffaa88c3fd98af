"""MON-17 去世仍在领待遇：死亡登记以后的月份还在发。发到死亡当月的不算。"""

import polars as pl
from polars import col, lit

from demo.town.truth.gone import deaths_seen
from demo.town.truth.kit import findings, home_of, latest, plus, silences
from demo.town.truth.seen import Seen
from demo.town.wording import form
from demo.town.world import World

NEEDS: dict[str, tuple[str, ...]] = {"P01-10": (), "M01-05": (), "P03-01": ()}
RECORD = {"P01-10": "BT-{}-{}-{}", "M01-05": "GL-{}-{}", "P03-01": "YL-{}-{}"}
MONTH = {"P01-10": "%y%m", "M01-05": "%Y%m", "P03-01": "%Y%m"}


def _seen_of(seen: Seen, rows: pl.DataFrame, item: str, month: str, name: str) -> pl.DataFrame:
    when = col(month).dt.strftime(MONTH[item])
    parts = (col("person"), col("kind"), when) if item == "P01-10" else (col("person"), when)
    return seen.day_of(rows, item, form(RECORD[item], *parts), name)


def found(world: World, seen: Seen) -> pl.DataFrame:
    frames = []
    for item in RECORD:
        rows = (
            world["overpaid"]
            .filter(col("item") == item)
            .with_columns(home=home_of(world), stop=col("last").dt.offset_by("1mo"))
        )
        rows = _seen_of(seen, rows, item, "first", "paid")
        frames.append(_seen_of(seen, rows, item, "stop", "stopped"))
    rows = (
        pl.concat(frames)
        .join(deaths_seen(world, seen).drop("died"), on="person")
        .drop_nulls("paid")
    )
    return findings(
        rows, person="person", home="home", key=form("{}{}", "item", "kind"), true_on="first",
        visible_on=latest("paid", "death_seen"), surely_on=latest("paid", pl.coalesce("registered", "death_seen")),
        closes_on="stopped", closed_by=pl.when(col("stopped").is_not_null()).then(plus("stopped", 400)),
        why_closed=lit("已停发"),
    )  # fmt: skip


def silent(world: World, seen: Seen) -> pl.DataFrame:
    rows = world["deaths"].filter(~col("person").is_in(world["overpaid"]["person"].implode()))
    in_time = silences(
        rows, "发到死亡当月为止", person="person", home=home_of(world), **{"from": "on"}
    )
    return pl.concat([in_time, _namesakes(world)])


def _namesakes(world: World) -> pl.DataFrame:
    """The living who are called like somebody who has died, and are rightly paid."""
    dead = world.people.filter(col("died").is_not_null())["name"].unique()
    paid = pl.concat([world["pensions"]["person"], world["allowances"]["person"]]).unique()
    rows = world.people.filter(
        col("until").is_null(),
        col("name").is_in(dead.implode()),
        col("person").is_in(paid.implode()),
    )
    return silences(rows, "与逝者同名", person="person", home="home")
