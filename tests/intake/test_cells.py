"""One cell, as officials write it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.intake import cells
from core.intake.problem import Unreadable
from tests.intake.world import made_up_id, wall

DAYS = st.dates(date(1954, 10, 3), date(2099, 12, 31))
WIDE = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")


def refuses(read, text: str, sentence: str) -> bool:
    with pytest.raises(Unreadable) as told:
        read(text)
    return str(told.value) == sentence


@settings(max_examples=60)
@given(DAYS)
def test_a_day_is_the_same_day_in_all_its_spellings(day):
    serial = (day - date(1899, 12, 30)).days
    spellings = (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        str(serial),
        f"{serial}.75",
        f" {day} 08:30:00 ",
        day.isoformat().translate(WIDE),
        f"{day.year}年{day.month:02}月{day.day:02}日 8时30分",
    )
    assert {cells.read_date(s) for s in spellings} == {day}


@settings(max_examples=60)
@given(st.datetimes(wall(date(1955, 1, 1)), wall(date(2099, 12, 30))))
def test_a_moment_keeps_its_seconds(moment):
    moment = moment.replace(microsecond=0)
    assert cells.read_moment(f"{moment:%Y-%m-%d %H:%M:%S}") == moment
    assert cells.read_moment(f"{moment:%Y%m%d%H%M%S}") == moment
    days = (moment - wall(date(1899, 12, 30))) / timedelta(days=1)
    assert cells.read_moment(f"{days:.9f}") == moment


def test_a_moment_with_a_zone_becomes_shanghai_wall_time():
    assert cells.read_moment("2022-07-01T00:30:00Z") == wall(date(2022, 7, 1), 8, 30)
    assert cells.read_moment("2022-07-01T08:30:00+08:00") == wall(date(2022, 7, 1), 8, 30)


@pytest.mark.parametrize("text", ["2022-02-30", "2022-13-01", "2021年2月29日", "20220631"])
def test_a_day_that_never_was_is_refused(text):
    assert refuses(cells.read_date, text, cells.NO_SUCH_DAY)


@pytest.mark.parametrize("text", ["7/1/2022", "22-7-1", "去年", "2022", "123", "202207", "1-1-1-1"])
def test_what_may_mean_several_days_is_refused(text):
    assert refuses(cells.read_date, text, cells.NO_DATE)


def test_for_ever_is_the_last_day_only_where_a_future_day_makes_sense():
    assert cells.read_date("长期", future=True) == date(9999, 12, 31)
    assert refuses(cells.read_date, "长期", cells.NO_DATE)


@settings(max_examples=40)
@given(DAYS)
def test_a_month_is_its_first_day(day):
    first = day.replace(day=1)
    spellings = (
        f"{day:%Y-%m}",
        f"{day:%Y%m}",
        f"{day.year}年{day.month}月",
        f"{day.year}/{day.month}",
        str(day),
    )
    assert {cells.read_month(s) for s in spellings} == {first}


@settings(max_examples=80)
@given(st.integers(-(10**14), 10**14))
def test_money_is_exact_to_the_fen_in_all_its_spellings(fen):
    sign, yuan, rest = "-" if fen < 0 else "", abs(fen) // 100, abs(fen) % 100
    spellings = [
        f"{sign}{yuan}.{rest:02}",
        f"{sign}{yuan:,}.{rest:02}",
        f"{sign}{yuan}.{rest:02}元",
    ]
    if fen < 0:
        spellings.append(f"({yuan:,}.{rest:02})")
    if fen % 1_000_000 == 0:
        spellings.append(f"{fen // 1_000_000}万")
    spellings.append(spellings[0].translate(WIDE))
    assert {cells.read_number(s, 100) for s in spellings} == {fen}


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1,070.00", 107_000),
        ("3万", 3_000_000),
        ("1.5万元", 1_500_000),
        ("￥1070", 107_000),
        ("1070.005", 107_001),
        ("-1070.005", -107_001),
        ("1e3", 100_000),
        ("0", 0),
    ],
)
def test_amounts_as_they_stand_in_lists(text, fen):
    assert cells.read_number(text, 100) == fen


@pytest.mark.parametrize("text", ["1,07", "三千", "约3000", "3万5", "1.2.3", "元", "1_000", "--5"])
def test_an_amount_nobody_can_be_sure_of_is_refused(text):
    assert refuses(lambda t: cells.read_number(t, 100), text, cells.NO_NUMBER)


def test_an_impossible_amount_is_refused():
    assert refuses(lambda t: cells.read_number(t, 100), "9" * 30, cells.TOO_LARGE)


def test_whole_numbers_may_carry_their_unit_but_no_fraction():
    assert [cells.read_whole(t) for t in ("3", "3人", "3.0", "1,000")] == [3, 3, 3, 1000]
    assert refuses(cells.read_whole, "3.5", cells.NO_WHOLE)


@settings(max_examples=80)
@given(st.integers(0, 999), st.dates(date(1900, 1, 1), date(2022, 1, 1)), st.integers(0, 16))
def test_an_id_number_survives_its_spellings_and_no_misprint(number, born, place):
    right = made_up_id(number, f"{born:%Y%m%d}")
    for spelling in (right, right.lower(), f"'{right}", f" {right[:6]} {right[6:]} "):
        assert cells.read_id(spelling) == right
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    with pytest.raises(Unreadable):
        cells.read_id(wrong)


@settings(max_examples=40)
@given(st.integers(0, 999), st.dates(date(1900, 1, 1), date(1999, 12, 31)))
def test_a_number_of_15_places_is_the_same_person_as_its_18(number, born):
    full = made_up_id(number, f"{born:%Y%m%d}")
    assert cells.read_id(full[:6] + full[8:17]) == full


@pytest.mark.parametrize("text", ["9.90482E+17", "990482199001010000"])
def test_an_id_rounded_by_a_spreadsheet_is_told_as_that(text):
    assert refuses(cells.read_id, text, cells.ROUNDED_ID)


def test_an_id_with_an_impossible_birthday_is_refused():
    assert refuses(cells.read_id, "990482199002300011", cells.NO_BIRTH)


def test_yes_and_no_in_their_words():
    assert all(cells.read_bool(t) for t in ("是", "1", "TRUE", "有", "√", "Ｙ"))
    assert not any(cells.read_bool(t) for t in ("否", "0", "false", "无", "×", "N"))
    assert refuses(cells.read_bool, "大概", cells.NO_BOOL)


def test_flags_of_change_in_both_languages():
    assert [cells.read_op(t) for t in ("新增", "UPDATE", "注销", "d")] == [
        "add",
        "upd",
        "del",
        "del",
    ]
