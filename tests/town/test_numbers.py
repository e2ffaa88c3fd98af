"""Nobody in the town can be a real person."""

import re

import polars as pl
from polars import col

from core.sources import sources

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
PHONE = re.compile(r"\d{11}")


def digit(body: str) -> str:
    return "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


def test_every_id_number_is_of_no_province_and_has_a_right_check_digit(town):
    numbers = town.truth["people"]["id_no"]
    assert numbers.n_unique() == len(numbers)
    assert all(n.startswith("99") and n[17] == digit(n[:17]) for n in numbers)


def test_an_id_number_tells_birthday_and_sex(town):
    people = town.truth["people"]
    assert (people["id_no"].str.slice(6, 8) == people["born"].dt.strftime("%Y%m%d")).all()
    odd = people["id_no"].str.slice(16, 1).cast(pl.Int64) % 2 == 1
    assert (odd == (people["sex"] == "男")).all()


def test_phones_begin_with_a_range_that_nobody_can_be_given(town):
    found = 0
    for class_id, rows in town.rows.items():
        phones = [n for n, f in sources()[class_id].fields.items() if "电话" in f.title]
        for name in set(phones) & set(rows.columns):
            numbers = rows[name].drop_nulls().unique()
            assert all(PHONE.fullmatch(n) and n.startswith("100") for n in numbers), (
                class_id,
                name,
            )
            found += len(numbers)
    assert found


def test_old_numbers_of_fifteen_places_still_come_in_beside_the_new_ones(town):
    lengths = town.right("M04-02")["id_no"].str.len_chars().unique().to_list()
    assert set(lengths) == {15, 18}


def test_no_cell_of_any_class_holds_a_citizens_number(town):
    for class_id, rows in town.rows.items():
        for name in rows.columns:
            if rows[name].dtype == pl.String:
                real = rows[name].str.contains(
                    r"(^|\D)[1-8]\d{16}[\dX](\D|$)|(^|\D)1[3-9]\d{9}(\D|$)"
                )
                assert not real.any(), (class_id, name)


def test_error_rows_with_a_wrong_check_digit_are_wrong(town):
    errors = town.truth["errors"].filter(col("kind") == "check_digit")
    for class_id, record in errors.select("class_id", "record_id").iter_rows():
        rows = town.rows[class_id].filter(col("wrong"), col("record_id") == record)
        assert all(n[17] != digit(n[:17]) for n in rows["id_no"] if len(n) == 18)
