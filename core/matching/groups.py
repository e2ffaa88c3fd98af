"""Marks that are one person: the groups that pairs make, and those that cannot be."""

import polars as pl
from polars import col

GROUPS: dict[str, pl.DataType] = {"mark": pl.String(), "group": pl.String()}


def grouped(edges: pl.DataFrame) -> pl.DataFrame:
    """mark, group of every mark in *edges* (a, b); a group is called by its first mark.

    Labels travel along the edges, every round one step, until all of a group share the lowest.
    """
    marks = pl.concat([edges["a"], edges["b"]]).unique().sort()
    if not marks.len():
        return pl.DataFrame(schema=GROUPS)
    number = pl.DataFrame({"mark": marks}).with_row_index("n")
    ends = edges.select("a", "b").join(number, left_on="a", right_on="mark")
    ends = ends.join(number, left_on="b", right_on="mark", suffix="_b").select("n", "n_b")
    both = pl.concat([ends, ends.select(n="n_b", n_b="n")]).unique()
    labels = number["n"]
    while not (lower := _lower(labels, both)).equals(labels):
        labels = lower
    return pl.DataFrame({"mark": marks, "group": marks.gather(labels)})


def _lower(labels: pl.Series, both: pl.DataFrame) -> pl.Series:
    near = both.with_columns(low=labels.gather(both["n_b"])).group_by("n").agg(col("low").min())
    own = pl.DataFrame({"own": labels}).with_row_index("n")
    beside = own.join(near, on="n", how="left", maintain_order="left")
    return beside.select(pl.min_horizontal("own", "low").alias("n")).to_series()


def root(frame: pl.DataFrame, name: str, groups: pl.DataFrame) -> pl.DataFrame:
    """The frame with one more column `<name>_root`: the group of this mark, or the mark itself."""
    found = frame.join(
        groups.rename({"group": f"{name}_root"}), left_on=name, right_on="mark", how="left"
    )
    return found.with_columns(pl.coalesce(f"{name}_root", name).alias(f"{name}_root"))


def everyone(plain: pl.DataFrame, groups: pl.DataFrame) -> pl.DataFrame:
    """The groups with the plain numbers (mark, group) of their marks, and all other plain ones."""
    led = root(plain, "group", groups).select("mark", group="group_root")
    return pl.concat([led, groups])


def apart(
    groups: pl.DataFrame, entries: pl.DataFrame, decided: pl.DataFrame, by_hand: pl.DataFrame
) -> pl.Series:
    """Groups that cannot be one person: said to be different, or registered under several names.

    *entries*: person, name of the register; *decided*: a, b said to be different; *by_hand*: the
    groups people made, which may well have several names.
    """
    ends = root(root(decided, "a", groups), "b", groups)
    torn = ends.filter(col("a_root") == col("b_root"))["a_root"]
    return pl.concat([torn, _several_names(entries, groups, by_hand)]).unique()


def _several_names(entries: pl.DataFrame, groups: pl.DataFrame, by_hand: pl.DataFrame) -> pl.Series:
    known = root(entries.drop_nulls("name"), "person", groups).rename({"person_root": "group"})
    known = root(known, "person", by_hand)
    count = known.group_by("group").agg(
        names=col("name").n_unique(), clusters=col("person_root").n_unique()
    )
    return count.filter(col("names") > 1, col("clusters") > 1)["group"]
