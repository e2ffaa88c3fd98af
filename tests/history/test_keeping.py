"""Portraits are kept when they change, once, and any day can be told again."""

from datetime import date

import polars as pl
import pytest

from core.history import History

MONDAY, TUESDAY, FRIDAY = date(2022, 7, 11), date(2022, 7, 12), date(2022, 7, 15)


def portraits(**colours: int | None) -> pl.DataFrame:
    rows = [{"household": name, "E_colour_low": colour} for name, colour in colours.items()]
    return pl.DataFrame(rows, schema={"household": pl.String, "E_colour_low": pl.Int8})


@pytest.fixture
def history(tmp_path) -> History:
    return History(tmp_path / "portraits")


def test_only_what_changed_is_kept(history):
    assert history.remember(MONDAY, portraits(h1=3, h2=None), "m1") == 2
    assert history.remember(TUESDAY, portraits(h1=3, h2=None), "m1") == 0
    assert history.remember(FRIDAY, portraits(h1=1, h2=None), "m1") == 1
    assert history.of("h1").select("at", "E_colour_low").rows() == [(MONDAY, 3), (FRIDAY, 1)]
    assert history.of("h2").get_column("at").to_list() == [MONDAY]


def test_the_same_day_again_adds_nothing_and_a_correction_replaces(history):
    history.remember(MONDAY, portraits(h1=3), "m1")
    assert history.remember(MONDAY, portraits(h1=3), "m1") == 0
    assert history.remember(MONDAY, portraits(h1=2), "m1") == 1
    assert history.of("h1").select("at", "E_colour_low").rows() == [(MONDAY, 2)]


def test_an_earlier_day_does_not_rewrite_what_was_seen(history):
    history.remember(FRIDAY, portraits(h1=3), "m1")
    assert history.remember(MONDAY, portraits(h1=1), "m1") == 0
    assert history.of("h1").height == 1


def test_unknown_that_becomes_known_is_a_change(history):
    history.remember(MONDAY, portraits(h1=None), "m1")
    assert history.remember(TUESDAY, portraits(h1=0), "m1") == 1


def test_a_family_that_left_and_came_back_shows_both(history):
    history.remember(MONDAY, portraits(h1=3, h2=1), "m1")
    history.remember(TUESDAY, portraits(h1=3), "m1")
    history.remember(FRIDAY, portraits(h1=3, h2=1), "m1")
    assert history.of("h2").get_column("gone").to_list() == [False, True, False]
    assert history.of("h1").height == 1


def test_a_new_indicator_is_a_change_for_everybody(history):
    history.remember(MONDAY, portraits(h1=3), "m1")
    wider = portraits(h1=3).with_columns(X9_low=pl.lit(1, pl.Int8))
    assert history.remember(TUESDAY, wider, "m2") == 1


def test_forgetting_leaves_nothing_of_the_family(history):
    history.remember(MONDAY, portraits(h1=3, h2=1), "m1")
    history.remember(TUESDAY, portraits(h1=1, h2=1), "m1")
    assert history.forget({"h1"}) == 3
    assert history.of("h1").height == 0
    assert history.of("h2").height == 1


def test_a_folder_without_anything_tells_nothing(history):
    assert history.of("h1").height == 0


def test_an_installation_that_knew_nobody_yet_goes_on_when_the_first_come(history):
    assert history.remember(MONDAY, portraits(), "m1") == 0
    assert history.remember(TUESDAY, portraits(), "m1") == 0
    assert history.remember(FRIDAY, portraits(h1=3), "m1") == 1
    assert history.of("h1").select("at", "E_colour_low").rows() == [(FRIDAY, 3)]
