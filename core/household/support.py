"""不同住的子女该出的赡养费（R-03，公式为假设）。

A judgment or agreement counts as agreed; otherwise half of what the child's family has above
twice the standard per head, shared among the parents it supports. Families on assistance, the
severely disabled and the seriously ill owe nothing. What nobody knows of a child's income is not
counted: support is added on evidence only.
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
    pairs = _pairs(std, persons.lazy())
    judged, agreed = _judged(view, std), _agreed(view, std)
    owed = (
        pairs.join(families.lazy(), left_on="child_home", right_on="home", how="left")
        .with_columns(excess=_excess(std))
        .join(judged, on=["child", "parent"], how="left")
        .join(agreed, on="parent", how="left")
        .with_columns(paid=when(col.agreed.is_not_null()).then(0).otherwise("excess"))
        .with_columns(paid=pl.coalesce("judged", "paid"))
    )
    from_children = owed.select("parent_home", "paid")
    payees = persons.lazy().filter(col.member).select(parent="person", parent_home="home")
    from_deeds = payees.join(agreed, on="parent").select("parent_home", paid="agreed")
    every = pl.concat([from_children, from_deeds])
    return collected(every.group_by(home="parent_home").agg(support=col.paid.sum()))


def excess(std: Standards, income: Expr, members: Expr, parents: Expr) -> Expr:
    """What one child's family owes one parent: (income - 2 standards a head) x 0.5 / parents."""
    free = members * std.fen("dibao_std", std["support_base_mult"])
    rate = int(std.number("support_excess_rate") * 10_000)
    return (income - free).clip(lower_bound=0) * rate // (parents * 10_000)


def _excess(std: Standards) -> Expr:
    owes = ~col.assisted.fill_null(False) & ~col.exempt
    amount = excess(std, col.income, col.n_members, col.parents)
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
    pairs = rows.select(child="payer_id", parent="payee_id", judged="amount").drop_nulls()
    return pairs.group_by("child", "parent").agg(col.judged.max())


def _agreed(view: View, std: Standards) -> LazyFrame:
    rows = view.records("M14-03").filter(col.agreement, col.mediated_at <= std.at)
    deeds = rows.select(parent="person", agreed="support_fee").drop_nulls()
    return deeds.group_by("parent").agg(col.agreed.max())
