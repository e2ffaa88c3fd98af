"""By numbers: two marks on one record, and ID numbers that the police corrected.

A mark with an ID number beside it is that person when the register says so, or when the name on
the row is the one the register has for the number. Without either it may be a slip, often copied.
"""

from dataclasses import dataclass
from functools import cached_property

import polars as pl
from polars import col, lit, when

from core.facts.asof import StoreView
from core.matching.keys import REGISTER, is_stand_in
from core.matching.register import Register
from core.sources import sources


@dataclass
class Numbers:
    """The rows that carry a mark and an ID number."""

    view: StoreView
    register: Register
    decided: pl.DataFrame

    @cached_property
    def plain(self) -> pl.DataFrame:
        """mark (a number), group (its mark): what the register alone tells and nothing disputes.

        One mark, one number, one entry, always so, and nobody has looked at it.
        """
        rows = self._together.filter(col("class") == REGISTER).select(mark="b", group="a")
        once = rows.filter(col("mark").is_unique(), col("group").is_unique())
        if not once.height:
            return once
        others = self._together.filter(col("class") != REGISTER).select(group="a", other="b")
        disputed = once.join(others, on="group").filter(col("mark") != col("other"))["group"]
        changed = self.register.changed
        looked_at = [disputed, self.decided["a"], self.decided["b"], self.register.crossed]
        touched = pl.concat([*looked_at, changed["person"], changed["id"]]).drop_nulls().unique()
        marks = touched.to_frame("touched")
        kept = once.join(marks, left_on="mark", right_on="touched", how="anti")
        return kept.join(marks, left_on="group", right_on="touched", how="anti")

    @cached_property
    def open(self) -> pl.Series:
        """Marks about which numbers have something to say."""
        return self._rest["a"]

    def pairs(self) -> pl.DataFrame:
        """Pairs of a mark (a) and an ID number (b) that stand on the same record."""
        entries = self.register.of(self._rest["b"])
        rows = self._rest.with_columns(agrees=_agrees(self._rest, entries))
        pairs = rows.group_by("a", "b").agg(
            registered=(col("class") == REGISTER).any(),
            agrees=col("agrees").any(),
            classes=col("class").unique().sort(),
        )
        return _answered(pairs, _others(pairs, entries))

    @cached_property
    def _rest(self) -> pl.DataFrame:
        """The rows about anything that is not plain."""
        plain = self.plain.select(a="group", b="mark")
        return self._together.join(plain, on=["a", "b"], how="anti")

    @cached_property
    def _together(self) -> pl.DataFrame:
        """class, record_id, a (the mark), b (the number), name of every row that carries both."""
        plans = [
            self.view.stored(class_id)
            .filter(col("_id") != col("person"))
            .select("record_id", a="person", b="_id", name="_name")
            .with_columns(lit(class_id).alias("class"))
            for class_id in sources()
            if self.view.named(class_id)
        ]
        schema = dict.fromkeys(("record_id", "a", "b", "name", "class"), pl.String())
        return pl.concat([pl.LazyFrame(schema=schema), *plans], how="diagonal").collect()


def _answered(pairs: pl.DataFrame, theirs: pl.Expr) -> pl.DataFrame:
    """The pairs with their answers; *theirs*: the register has the number under another mark."""
    rivals = col("b").len().over("a")
    settled = col("registered").sum().over("a") == 1
    sound = col("registered") | col("agrees").fill_null(False)
    sure = ((rivals == 1) & sound) | (settled & col("registered"))
    return pairs.with_columns(
        same=when(sure).then(True).when(theirs & settled).then(False),
        why=when((rivals > 1) & ~(settled & col("registered")))
        .then(lit("two_numbers"))
        .when(sound)
        .then(lit("both_numbers"))
        .otherwise(lit("unconfirmed")),
    )


def _agrees(rows: pl.DataFrame, entries: pl.DataFrame) -> pl.Series:
    """Whether the name on a row is the one the register has for the number."""
    names = entries.select(b=pl.coalesce("id", "person"), known="name").drop_nulls().unique()
    names = names.unique("b", keep="none")
    beside = rows.join(names, on="b", how="left", maintain_order="left")
    return beside.select(col("name") == col("known")).to_series()


def _others(pairs: pl.DataFrame, entries: pl.DataFrame) -> pl.Expr:
    """Whether the register has this number under another mark than that of the pair."""
    owners = entries.filter(col("id") != col("person")).select("id", "person").unique()
    known = dict(owners.unique("id", keep="none").iter_rows())
    owner = col("b").replace_strict(known, default=None, return_dtype=pl.String)
    return (owner != col("a")).fill_null(False)


def corrected(register: Register) -> pl.DataFrame:
    """Pairs of the mark or number an entry of the register had (a), and its mark now (b).

    Sure when the name stayed and nobody else has or had the number; in a register that does not
    tell everybody's number somebody may, so there it is left to people.
    """
    was = _before(register)
    kept = col("name") == col("b_name")
    pairs = was.group_by("a", "b", "record_id", "b_name").agg(kept=kept.any())
    used = _used_by(pairs, register)
    whole = is_stand_in(col("a")) | lit(register.numbered)
    return pairs.join(used, on=["a", "record_id"], how="left").select(
        "a",
        "b",
        same=when(col("others").is_null() & col("kept") & whole)
        .then(True)
        .when("taken")
        .then(False),
        why=when("others")
        .then(lit("in_use"))
        .when("kept")
        .then(lit("corrected"))
        .otherwise(lit("taken_over")),
        classes=[REGISTER],
    )


def _before(register: Register) -> pl.DataFrame:
    """record_id, name, a: marks and numbers entries had; b, b_name: the mark and name they have."""
    history = register.changed
    ids = history["record_id"].unique().implode()
    entries = register.entries.filter(col("record_id").is_in(ids))
    now = entries.select("record_id", b="person", b_id="id", b_name="name").collect()
    marks = [history.select("record_id", "name", a=column) for column in ("person", "id")]
    was = pl.concat(marks).drop_nulls("a").unique().join(now.drop_nulls("b"), on="record_id")
    return was.filter(col("a") != col("b"), col("a").ne_missing(col("b_id")))


def _used_by(pairs: pl.DataFrame, register: Register) -> pl.DataFrame:
    """a, record_id, others, taken: whether another entry ever had this mark or number, and
    whether only people of another name have it today."""
    ever = register.ever(pairs["a"])
    held = pl.concat([ever.select("record_id", "name", "now", a=c) for c in ("person", "id")])
    beside = pairs.select("a", "record_id", "b_name").join(
        held.rename({"record_id": "other"}).drop_nulls("a").unique(), on="a"
    )
    beside = beside.filter(col("other") != col("record_id"))
    holders = col("name").filter("now")
    return beside.group_by("a", "record_id").agg(
        others=lit(True), taken=(holders != col("b_name").first()).all() & col("now").any()
    )
