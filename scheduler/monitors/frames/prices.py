"""One row a month of the last year: the price index that counts here, and what was done about it."""

import polars as pl
from polars import LazyFrame, col

from core.facts import View
from core.variables.engine.words import month_before
from scheduler.monitors.watch import FRAMES

INDEX, NOTICES, PAID, LISTED = "M23-01", "M23-02", "M01-07", ("P01-01", "P01-02")
MONTHS = 12


def prices(view: View, city: str) -> pl.DataFrame:
    """The months whose index is due by `view.at`, oldest first, as `FRAMES["region"]`.

    *city* is the code of the city. Where several areas publish (city, prefecture, province,
    country), the narrowest that covers the city counts, and only that one: mixing them would
    start the mechanism on another area's prices. A month not published yet has nulls.
    """
    months = [month_before(view.at, back) for back in range(MONTHS, 0, -1)]
    paid = _paid(view)
    found = (
        pl.LazyFrame({"month": months}, schema={"month": pl.Date()})
        .join(_index(view, city), on="month", how="left")
        .join(_notices(view), on="month", how="left")
        .join(paid, on="month", how="left")
        .with_columns(
            period=pl.lit(f"{city}/") + col.month.dt.strftime("%Y-%m"),
            household=pl.lit(""),
            person=pl.lit(None, pl.String),
            region=pl.lit(city),
            started=_told(view, NOTICES, "started", False),
            people_paid=_told(view, PAID, "people_paid", 0),
            people_listed=pl.lit(_on_the_lists(view), pl.Int64),
        )
    )
    typed = found.select(pl.col(n).cast(t) for n, t in FRAMES["region"].items())
    return typed.sort("month").collect()


def _told(view: View, class_id: str, column: str, nothing: object) -> pl.Expr:
    """No record is "no" only where the class is fresh."""
    return pl.col(column).fill_null(nothing) if view.fresh(class_id) else pl.col(column)


def _index(view: View, city: str) -> LazyFrame:
    wide = [city, city[:4], city[:2], ""]
    covering = (
        view.records(INDEX).with_columns(area=col.area.fill_null("")).filter(col.area.is_in(wide))
    )
    narrowest = covering.sort(col.area.str.len_chars(), "data_date", descending=[True, True])
    return (
        narrowest.group_by("month", maintain_order=True)
        .first()
        .select("month", cpi="cpi_yoy", food="food_yoy", published_on="published_at")
    )


def _notices(view: View) -> LazyFrame:
    return view.records(NOTICES).group_by("month").agg(started=col.started.any())


def _paid(view: View) -> LazyFrame:
    """People paid for a month, each once."""
    paid = view.records(PAID).filter(col.pay_date <= view.at)
    return paid.group_by(month="trigger_month").agg(people_paid=col.person.n_unique())


def _on_the_lists(view: View) -> int | None:
    """People the subsidy is due to, each once; None while a list is missing.

    The base list of 2021 has further groups (orphans, veterans, drawers of unemployment benefit)
    that other offices pay: this counts those civil affairs pays.
    """
    if not all(view.fresh(class_id) for class_id in LISTED):
        return None
    families = view.records("P01-01").filter(col.status.is_in(["在保", "渐退"]))
    members = families.select(person="members").explode("person", empty_as_null=True)
    alone = view.records("P01-02").filter(col.status == "在册").select("person")
    people = pl.concat([members, alone]).drop_nulls().unique().collect()
    return people.height
