"""Who a row is about: the mark it was sent under, and what else it says of the person."""

from collections.abc import Mapping

import polars as pl

from core.matching import keys
from core.privacy.vault import Vault
from core.sources import Source

ALSO = ("name", "birth_date")
"""Columns any class may carry beside its own: used to find the person, never stored."""


def who(
    source: Source, read: Mapping[str, pl.Series], height: int, vault: Vault
) -> dict[str, pl.Series]:
    """person, _id, _name of every row.

    *person*: the mark that was sent, else the blind index of the ID number, else a stand-in for
    name, birth date and village, else nobody. *_id* and *_name* only where they tell more than
    that; the register of residents tells them always.
    """
    blank = pl.Series([None], dtype=pl.String).new_from_index(0, height)
    number = _blind_ids(read["id_no"], vault) if "id_no" in read else blank
    mark = read.get("person_hash", blank).fill_null(number)
    told = {"person": mark, "_id": number}
    if all(name in read for name in ALSO):
        name, born = (read[column] for column in ALSO)
        told["_name"] = keys.name_keys(name, born, vault)
        if mark.null_count():
            place = read.get("region_code", blank)
            nameless = keys.stand_ins(name, born, place, vault)
            told["person"] = mark.fill_null(nameless)
    return told if source.class_id == keys.REGISTER else _worth_keeping(told)


def _worth_keeping(told: dict[str, pl.Series]) -> dict[str, pl.Series]:
    """Outside the register: a number only beside another mark, a name only where no number is sure."""
    plain = pl.col("_id") == pl.col("person")
    other = plain.not_().fill_null(True)
    kept = pl.DataFrame({name: told[name] for name in told}).with_columns(
        pl.when(other).then(pl.col(name)).alias(name) for name in told if name != "person"
    )
    return {s.name: s for s in kept if s.name == "person" or s.null_count() < s.len()}


def _blind_ids(numbers: pl.Series, vault: Vault) -> pl.Series:
    known = {number: vault.blind("id", number) for number in numbers.drop_nulls().unique()}
    return numbers.replace_strict(known, default=None, return_dtype=pl.String)
