"""Newborns: a birth certificate without number finds its child by mother and date of birth.

Sure only for a single child, when every certificate of that week has had time to arrive: of twins
one may be known before the other.
"""

from datetime import date, timedelta

import polars as pl
from polars import col, lit, when

from core.facts.asof import StoreView
from core.matching.groups import root
from core.matching.register import Register
from core.sources import sources

BIRTHS, TIES = "P05-03", "P02-02"


def by_mother(view: StoreView, register: Register, groups: pl.DataFrame) -> pl.DataFrame:
    """record_id of the certificate, a (its mark, or null), b (the child's mark), same, why, classes."""
    told = root(_certificates(view), "mother", groups)
    children = root(_children(view, register, told, groups), "mother", groups)
    key = ["mother_root", "born"]
    both = told.join(children, on=key, suffix="_b")
    certificates = col("record_id").n_unique().over(key)
    single = (certificates == 1) & (col("b_root").n_unique().over(key) == 1)
    single &= (col("name") == col("name_b")).fill_null(True)
    early = lit(view.at) < col("born") + _waits()
    return both.select(
        "record_id",
        "a",
        "b",
        same=when(single & ~early).then(True),
        why=when(~single)
        .then(lit("several_children"))
        .when(early)
        .then(lit("too_early"))
        .otherwise(lit("mother")),
        classes=[BIRTHS],
    )


def ripened(view: StoreView, since: date) -> bool:
    """Whether some certificate could be told more of on this day than on an earlier one."""
    if view.last_delivery(BIRTHS) is None:
        return False
    told_on = col("birth_date") + _waits()
    rows = view.stored(BIRTHS).select(((told_on > since) & (told_on <= view.at)).any())
    return bool(rows.collect().item())


def _waits() -> timedelta:
    """How long after a birth its certificate may still arrive without being late."""
    source, day = sources()[BIRTHS], timedelta(days=1)
    return day * ((source.period_days or 0) + 2 * source.lag_days)


def _certificates(view: StoreView) -> pl.DataFrame:
    rows = view.stored(BIRTHS).filter(
        col("mother_id").is_not_null(), col("birth_date").is_not_null()
    )
    return rows.select(
        "record_id", a="person", mother="mother_id", born="birth_date", name="_name"
    ).collect()


def _children(
    view: StoreView, register: Register, told: pl.DataFrame, groups: pl.DataFrame
) -> pl.DataFrame:
    """mother, born, b, b_root, name of the registered children of these mothers."""
    roots = told["mother_root"].unique()
    theirs = groups.filter(col("group").is_in(roots.implode()))["mark"]
    mothers = pl.concat([told["mother"], roots, theirs]).unique().implode()
    ties = view.stored(TIES).filter(col("mother_id").is_in(mothers), col("person").is_not_null())
    named = ties.select("person", mother="mother_id").collect()
    entries = register.of(named["person"]).select("person", "born", "name")
    found = named.join(entries, on="person").rename({"person": "b"})
    return root(found.unique(), "b", groups)
