"""By name, birth date and village, for rows that have no ID number.

Sure only when one person of the whole city is called so and was born that day, and lives (or is
registered) where the row says; then a mark of a department must be the only one that fits him.
"""

import polars as pl
from polars import col, lit, when

from core.facts.asof import StoreView
from core.matching.groups import root
from core.matching.keys import REGISTER, is_stand_in
from core.matching.register import Register, village
from core.sources import sources


def by_names(
    view: StoreView, register: Register, groups: pl.DataFrame, linked: pl.Series
) -> pl.DataFrame:
    """Pairs of a mark that only a name explains (a), and a mark of the register (b).

    *linked*: marks about which numbers have something to say already.
    """
    numbered = pl.DataFrame({"a": linked})
    left = _nameless(view, register, groups).join(numbered, on="a", how="anti")
    right = _called(register, left["name"], groups)
    both = left.join(right, on="name").filter(col("a_root") != col("b_root"))
    here = (col("village") == col("village_b")).fill_null(False)
    home = (col("home") == col("home_b")).fill_null(False)
    pairs = both.group_by("a", "b_root").agg(
        b=col("b").min(), here=(here | home).any(), classes=col("class").unique().sort()
    )
    one = col("b_root").len().over("a") == 1
    fits = one & col("here")
    claims = (fits & ~is_stand_in(col("a"))).sum().over("b_root")
    alone = is_stand_in(col("a")) | (claims == 1)
    return pairs.select(
        "a",
        "b",
        same=when(fits & alone).then(True),
        why=when(~one)
        .then(lit("namesakes"))
        .when(~col("here"))
        .then(lit("elsewhere"))
        .when(~alone)
        .then(lit("two_claims"))
        .otherwise(lit("name")),
        classes="classes",
    )


def _nameless(view: StoreView, register: Register, groups: pl.DataFrame) -> pl.DataFrame:
    """a, a_root, class, name, village, home of rows without number; whoever has one is left out."""
    where = village(col("region"), register.regions)
    plans = [
        view.stored(class_id)
        .filter(col("_name").is_not_null(), col("_id").is_null(), col("person").is_not_null())
        .select(a="person", name="_name", village=where, home="household")
        .unique()
        .with_columns(lit(class_id).alias("class"))
        for class_id in sources()
        if class_id != REGISTER and view.named(class_id)
    ]
    schema = dict.fromkeys(("a", "name", "village", "home", "class"), pl.String())
    rows = pl.concat([pl.LazyFrame(schema=schema), *plans], how="diagonal").collect()
    known = pl.concat([groups["mark"], register.of(rows["a"])["person"]]).to_frame("a")
    return root(rows.join(known, on="a", how="anti"), "a", groups)


def _called(register: Register, names: pl.Series, groups: pl.DataFrame) -> pl.DataFrame:
    """name, b, b_root, village_b, home_b: who is or was called so, wherever they are or were."""
    so = register.before.filter(col("name").is_in(names.unique().implode()))
    was = so.select("record_id", "name", village_b="village", home_b="home").unique().collect()
    ids = was["record_id"].unique().implode()
    now = register.entries.filter(col("record_id").is_in(ids), col("person").is_not_null())
    places = now.select("record_id", b="person", v="village", h="home").collect()
    rows = was.join(places, on="record_id")
    today = rows.select("record_id", "name", "b", village_b="v", home_b="h")
    return root(pl.concat([rows.select(today.columns), today]).unique(), "b", groups)
