"""Numbers nobody has: ID numbers of a province that does not exist, phones nobody can be given."""

import numpy as np
import polars as pl

from demo.town.span import Days, Numbers

WEIGHTS = np.array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
LAST = np.array(list("10X98765432"))


def id_numbers(area: Numbers, born: Days, male: Numbers) -> pl.Series:
    """ID numbers with right check digits; the province is 99.

    *area*: four digits each; people of one area, birthday and sex are numbered in order.
    """
    day = born.astype("M8[D]").astype(np.int64)
    running = _order_within(area * 10_000_000 + (day + 1_000_000) * 2 + male)
    sequence = running * 2 + male
    if sequence.size and sequence.max() > 999:
        raise ValueError("more people born on one day than ID numbers of one area")
    digits = _digits(area, born, sequence)
    check = pl.Series(LAST[(digits * WEIGHTS).sum(axis=1) % 11])
    text = (digits + 48).astype(np.uint8).view("S17").ravel().astype(str)
    return pl.Series("id_no", text) + check


def old_number(id_no: pl.Expr) -> pl.Expr:
    """The same number as it was written before 1999: 15 places, for people born before 2000."""
    return id_no.str.slice(0, 6) + id_no.str.slice(8, 9)


def wrong_check(id_no: pl.Expr) -> pl.Expr:
    """The same number with its last place copied wrong."""
    last = id_no.str.slice(17, 1)
    return id_no.str.slice(0, 17) + pl.when(last == "5").then(pl.lit("6")).otherwise(pl.lit("5"))


def phones(numbers: Numbers) -> pl.Series:
    """Eleven digits beginning with 100: a range no operator has."""
    return pl.Series("phone", numbers % 100_000_000 + 10_000_000_000).cast(pl.String)


def _order_within(keys: Numbers) -> Numbers:
    """0 for the first of each key, 1 for the second, in the order they stand."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    lengths = np.diff(np.r_[starts, len(keys)])
    within = np.arange(len(keys)) - np.repeat(starts, lengths)
    found = np.empty(len(keys), dtype=np.int64)
    found[order] = within
    return found


def _digits(area: Numbers, born: Days, sequence: Numbers) -> Numbers:
    year = born.astype("M8[Y]").astype(np.int64) + 1970
    month = (born.astype("M8[M]") - born.astype("M8[Y]").astype("M8[M]")).astype(np.int64) + 1
    day = (born - born.astype("M8[M]").astype("M8[D]")).astype(np.int64) + 1
    front = (990_000 + area) * 10**8 + year * 10_000 + month * 100 + day
    whole = front * 1_000 + sequence
    powers = 10 ** np.arange(16, -1, -1, dtype=np.int64)
    found: Numbers = whole[:, None] // powers % 10
    return found
