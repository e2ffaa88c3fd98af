"""不同住的子女该出的赡养费（R-03，公式是各市的参数）。

A judgment counts as it says, whoever it is against; an agreement counts where there is none. For
other old parents their grown children owe what the city's formula says: a share of what their
families have above so many standards a head, a share of the standard, or a fixed amount. Families
on assistance, the severely disabled and the seriously ill owe nothing. What nobody knows of a
child's income is not counted: support is added on evidence only.
"""

import polars as pl
from polars import Expr, LazyFrame, col, when

from core.city.standards import Standards
from core.facts import View
from core.household.order import collected


def support(
    view: View, std: Standards, persons: pl.DataFrame, families: pl.DataFrame
) -> pl.DataFrame:
    """home, support: fen a month that the members of each home are owed from outside.

    *persons*: person, home, member, age, father, mother, detained, severe_disability,
    serious_illness. *families*: home, n_members, income (fen a month, null unknown), assisted.
    """
    judged, agreed = _judged(view, std), _agreed(view, std)
    payees = persons.lazy().filter(col.member).select(parent="person", parent_home="home")
    deeds = pl.concat([judged.drop("child"), agreed.join(judged, on="parent", how="anti")])
    settled = payees.join(deeds, on="parent").select("parent_home", "paid")
    open_ = (
        _pairs(std, persons.lazy())
        .join(judged, on=["child", "parent"], how="anti")
        .join(agreed, on="parent", how="anti")
        .join(families.lazy(), left_on="child_home", right_on="home", how="left")
        .select("parent_home", paid=_excess(std))
    )
    every = pl.concat([settled, open_])
    return collected(every.group_by(home="parent_home").agg(support=col.paid.sum()))


def by_formula(std: Standards, income: Expr, members: Expr, parents: Expr) -> Expr:
    """What one child's family owes one parent, fen a month, by the city's formula.

    excess: (income - 2 standards a head) x 0.5 / parents; percent_of_standard: that share of one
    standard from whoever has more than that; fixed: one amount for all.
    """
    free = members * std.fen("dibao_std", std["support_base_mult"])
    rate = int(std.number("support_excess_rate") * 10_000)
    if std["support_formula"] == "excess":
        return (income - free).clip(lower_bound=0) * rate // (parents * 10_000)
    if std["support_formula"] == "percent_of_standard":
        share = std.fen("dibao_std") * rate // 10_000
        return when(income > free).then(share).when(income <= free).then(0)
    return when(income.is_not_null()).then(std.fen("support_fixed"))


def _excess(std: Standards) -> Expr:
    owes = ~col.assisted.fill_null(False) & ~col.exempt
    amount = by_formula(std, col.income, col.n_members, col.parents)
    return when(owes).then(amount).otherwise(0).fill_null(0)


def _pairs(std: Standards, persons: LazyFrame) -> LazyFrame:
    """Every grown child with every old parent who lives in another home."""
    elder = std.integer("elder_age")
    old = persons.filter(col.member & (col.age >= elder)).select(
        parent="person", parent_home="home"
    )
    grown = persons.filter(col.member & (col.age >= 18)).select(
        child="person",
        child_home="home",
        exempt=col.severe_disability.fill_null(False) | col.serious_illness.fill_null(False),
        parent=pl.concat_list("father", "mother"),
    )
    pairs = grown.explode("parent").join(old, on="parent")
    apart = pairs.filter(col.child_home != col.parent_home)
    count = apart.group_by("child").agg(parents=pl.len().cast(pl.Int64))
    return apart.join(count, on="child")


def _judged(view: View, std: Standards) -> LazyFrame:
    rows = view.records("M27-02").filter(col.from_date.fill_null(std.at) <= std.at)
    pairs = rows.select(child="payer_id", parent="payee_id", paid="amount")
    known = pairs.filter(col.parent.is_not_null(), col.paid.is_not_null())
    return known.group_by("child", "parent").agg(col.paid.max())


def _agreed(view: View, std: Standards) -> LazyFrame:
    rows = view.records("M14-03").filter(col.agreement, col.mediated_at <= std.at)
    deeds = rows.select(parent="person", paid="support_fee").drop_nulls()
    return deeds.group_by("parent").agg(col.paid.max())
