"""Relatives of one step: what became of father, mother and spouse, and whose homes to look into."""

import polars as pl
from polars import Expr, LazyFrame, col, lit, when

from core.facts import View
from core.household.order import collected
from core.household.spine import Spine, placed

STATES = ("dead", "declared_missing", "detained", "missing", "severe_disability")
"""What keeps a parent from caring, gravest first; the columns and the words for it."""


def homes_of_kin(view: View, spine: Spine) -> set[str]:
    """The households of the parents, spouses and children of the persons of *spine*."""
    ours = spine.persons["person"].implode()
    relations = view.records("P02-02").select("person", "father_id", "mother_id", "spouse_id")
    up = relations.filter(col.person.is_in(ours)).select(
        pl.concat_list("father_id", "mother_id", "spouse_id").alias("person")
    )
    down = relations.filter(col.father_id.is_in(ours) | col.mother_id.is_in(ours)).select("person")
    named = collected(pl.concat([up.explode("person"), down]).drop_nulls().unique())["person"]
    return set(placed(view, named)["household"])


def relatives(persons: pl.DataFrame) -> pl.DataFrame:
    """Three columns beside the persons: father_state, mother_state (of minors), widowed_on."""
    frame = persons.lazy()
    words = frame.filter(_state().is_not_null()).select("person", state=_state())
    deaths = frame.filter(col.died_on.is_not_null()).select("person", widowed_on="died_on")
    kin = (
        frame.select("key", "age", "father", "mother", "spouse")
        .join(_named(words, "father"), on="father", how="left")
        .join(_named(words, "mother"), on="mother", how="left")
        .join(deaths.rename({"person": "spouse"}), on="spouse", how="left")
    )
    minor = col.age < 18
    shown = kin.select(
        "key",
        when(minor).then("father_state").alias("father_state"),
        when(minor).then("mother_state").alias("mother_state"),
        "widowed_on",
    )
    return collected(shown).sort("key").drop("key")


def _state() -> Expr:
    word = lit(None, pl.String)
    for column in reversed(STATES):
        so = _held_long() if column == "detained" else col(column)
        word = when(so).then(lit(column)).otherwise(word)
    return word


def _held_long() -> Expr:
    """Held for half a year or more, or nobody told for how long (R-17)."""
    since = pl.min_horizontal("prison_since", "rehab_since")
    until = pl.max_horizontal("prison_until", "rehab_until")
    return col.detained & (until >= since.dt.offset_by("6mo")).fill_null(True)


def _named(words: LazyFrame, parent: str) -> LazyFrame:
    return words.rename({"person": parent, "state": f"{parent}_state"})
