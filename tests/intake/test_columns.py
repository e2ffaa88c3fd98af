"""Whole columns say the same as their cells one by one."""

from datetime import date

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.intake import cells, columns
from core.intake.columns import Column
from core.intake.problem import Unreadable
from tests.intake.world import made_up_id, wall

OBSERVED = date(2022, 7, 15)
ODD = "0123456789-/.:, +eE年月日万元()TZ _x０。\t"
WILD = st.lists(st.text(ODD, max_size=22) | st.text(max_size=8), min_size=1, max_size=12)
NEAR = st.lists(
    st.from_regex(
        r"[+-]?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,2}( \d{1,2}:\d{1,2}:\d{1,2})?", fullmatch=True
    )
    | st.from_regex(r"[+-]?\d{1,20}(\.\d{0,9})?([eE][+-]?\d)?", fullmatch=True),
    min_size=1,
    max_size=12,
)


def series(values) -> pl.Series:
    return pl.Series("c", values, dtype=pl.String)


def by_cell(values, read, keep=lambda value: True):
    """What reading cell by cell gives: the value, None for blank, or the word "fault"."""
    told = []
    for value in values:
        if value is None or cells.plain(value).lower() in cells.NOTHING:
            told.append(None)
            continue
        try:
            found = read(value)
            told.append(found if keep(found) else "fault")
        except Unreadable:
            told.append("fault")
    return told


def by_column(column: Column):
    told = column.values.to_list()
    for mask, _ in column.faults:
        told = ["fault" if bad else value for value, bad in zip(told, mask, strict=True)]
    return told


@settings(max_examples=150)
@given(WILD | NEAR)
@example(["1e3", "+5", ".5", "5.", "-0", "1070.005", "9" * 25, "0.0000001", "1e-9", "inf", "nan"])
def test_amounts(values):
    read = columns.decimal(series(values), 100, negative=True)
    assert by_column(read) == by_cell(values, lambda t: cells.read_number(t, 100))


@settings(max_examples=150)
@given(WILD | NEAR)
@example(["007", "+5", "3.0", "1e3", "9" * 25, "-0"])
def test_whole_numbers(values):
    read = columns.whole(series(values), negative=True)
    assert by_column(read) == by_cell(values, cells.read_whole)


@settings(max_examples=150)
@given(WILD | NEAR)
@example(["2022-7-1", "+2022-07-01", "02022-07-01", "2022-07-01 ", "0001-01-01", "44743"])
def test_days(values):
    read = columns.day(series(values), date(9998, 1, 1), future=False)
    fine = lambda day: day >= cells.EARLIEST  # noqa: E731
    assert by_column(read) == by_cell(values, cells.read_date, fine)


@settings(max_examples=150)
@given(WILD | NEAR)
@example(["2022-07-01 23:59:60", "2022-07-01 24:00:00", "2022-07-01 1:2:3", "2022-07-01"])
def test_moments(values):
    read = columns.moment(series(values), date(9998, 1, 1), future=False)
    fine = lambda moment: moment.date() >= cells.EARLIEST  # noqa: E731
    assert by_column(read) == by_cell(values, cells.read_moment, fine)


@settings(max_examples=100)
@given(WILD | NEAR)
@example(["2022-07", "202207", "2022-7", "2022-07-31", "2022-13"])
def test_months(values):
    read = columns.month(series(values), date(9998, 1, 1), future=False)
    fine = lambda day: day >= cells.EARLIEST  # noqa: E731
    assert by_column(read) == by_cell(values, cells.read_month, fine)


BORN = st.dates(date(1890, 1, 1), date(2022, 1, 1)).map(lambda day: f"{day:%Y%m%d}")


@settings(max_examples=100)
@given(
    st.lists(st.tuples(st.integers(0, 999), BORN, st.integers(0, 17), st.booleans()), max_size=8)
)
def test_id_numbers(drawn):
    numbers = []
    for number, born, place, spoil in drawn:
        right = made_up_id(number, born)
        spoilt = right[:place] + "7" + right[place + 1 :]
        numbers.append(spoilt if spoil else right)
    read = columns.id_number(series(["", "990482", None, *numbers]))
    assert by_column(read) == by_cell(["", "990482", None, *numbers], cells.read_id)


def test_blank_is_not_zero():
    blanks = ["", " ", "-", "—", "无", "NULL", "不详", None, "0"]
    assert columns.decimal(series(blanks), 100, negative=False).values.to_list() == [None] * 8 + [0]
    assert columns.whole(series(blanks), negative=False).values.to_list() == [None] * 8 + [0]


def test_a_word_for_nothing_counts_where_it_is_an_answer():
    assert columns.boolean(series(["无", "有", "", "不详"])).values.to_list() == [
        False,
        True,
        None,
        None,
    ]
    with_none = columns.choice(series(["无", "一般", "不详"]), ("无", "一般"))
    assert with_none.values.to_list() == ["无", "一般", None] and not with_none.faults


def test_a_day_after_the_observed_day_is_a_fault_unless_the_field_looks_ahead():
    tomorrow = series(["2022-07-16", "2022-07-15", None])
    read = columns.day(tomorrow, OBSERVED, future=False)
    assert by_column(read) == ["fault", OBSERVED, None]
    assert [s for _, s in read.faults] == [columns.FUTURE]
    assert not columns.day(tomorrow, OBSERVED, future=True).faults


def test_a_negative_amount_is_a_fault_where_it_cannot_be():
    read = columns.decimal(series(["-5", "5"]), 100, negative=False)
    assert by_column(read) == ["fault", 500]


def test_a_choice_is_read_through_width_and_blanks_and_told_with_its_list():
    read = columns.choice(series(["Ａ", " B ", "E"]), ("A", "B", "C", "D"))
    assert by_column(read) == ["A", "B", "fault"]
    assert [s for _, s in read.faults] == ["只能写：A、B、C、D"]


@pytest.mark.parametrize("joint", ["、", ",", "，", ";", "；", "|", "\n"])
def test_lists_split_at_whatever_separates(joint):
    read = columns.several(series([f"医疗{joint}教育", "医疗", "", None]), columns.code)
    assert read.values.to_list() == [["医疗", "教育"], ["医疗"], None, None]


def test_a_list_written_as_json_is_a_list():
    assert columns.several(series(['["a", "b"]']), columns.code).values.to_list() == [["a", "b"]]


def test_one_bad_item_is_a_fault_of_its_row():
    pick = lambda c: columns.choice(c, ("医疗", "教育"))  # noqa: E731
    read = columns.several(series(["医疗", "教育、彩票", None, "教育"]), pick)
    (mask, _), *rest = read.faults
    assert mask.to_list() == [False, True, False, False] and not rest


def test_text_keeps_its_words_and_loses_what_nobody_can_see():
    read = columns.text(series([" 陆\x01水根 ", "=1+1", "'=1+1", "NULL", "<b>{0.__class__}"]))
    assert read.values.to_list() == ["陆水根", "=1+1", "=1+1", None, "<b>{0.__class__}"]


def test_text_that_lost_its_characters_is_a_fault():
    assert by_column(columns.text(series(["陆\ufffd根", "x" * 4001, "好"]))) == [
        "fault",
        "fault",
        "好",
    ]


def test_codes_are_narrow():
    assert columns.code(series(["３３０４８２", "'330482", " a "])).values.to_list() == [
        "330482",
        "330482",
        "a",
    ]


def test_a_mark_stays_and_an_id_number_becomes_its_blind_index():
    number = made_up_id(1)
    wrong = number[:17] + ("X" if number[17] != "X" else "0")
    read = columns.identity(series(["ab12", number, wrong, "a b", None]), lambda i: f"!{i[-4:]}")
    assert by_column(read) == ["ab12", f"!{number[-4:]}", "fault", "fault", None]


def test_midnight_is_the_time_of_a_bare_day():
    assert columns.moment(series(["2022/7/1"]), OBSERVED, future=False).values.to_list() == [
        wall(date(2022, 7, 1))
    ]
