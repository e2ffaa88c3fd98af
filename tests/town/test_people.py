"""The people: twins, newborns, new names, same names, the family of the story."""

from datetime import date, timedelta

import polars as pl
from polars import col

from demo.town.town import live


def test_twins_are_born_on_one_day_to_one_mother_with_two_numbers(town):
    births = town.world["births"].group_by("mother", "on").agg(pl.len(), col("person"))
    twins = births.filter(col("len") == 2)
    assert twins.height
    for pair in twins["person"]:
        assert town.world.people["id_no"].gather(pair).n_unique() == 2


def test_newborns_are_told_before_they_have_a_number(town):
    certificates = town.right("P05-03")
    assert certificates.height and "id_no" not in certificates.columns
    assert certificates["household_no"].null_count() < certificates.height


def test_somebody_has_a_new_name_and_the_register_says_so_from_then_on(town):
    renamed = town.truth["people"].drop_nulls("renamed_on")
    told = town.right("P02-01")
    assert renamed.height
    for number, old, new in renamed.select("id_no", "name", "new_name").iter_rows():
        names = told.filter(col("id_no") == number)["name"].unique().to_list()
        assert set(names) == {old, new}, number


def test_different_people_have_the_same_name(town):
    same = town.truth["people"].filter("same_name")
    assert same.height and same["id_no"].n_unique() == same.height > same["name"].n_unique()


def test_the_family_of_the_story_lives_here_as_it_is_told(small, town):
    for told in (small, town):
        people = told.truth["people"]
        (home,) = people.filter(col("name") == "陆水根")["household_no"]
        member = people.filter(col("household_no") == home, col("name") == "陆杰")
        (number,) = member["id_no"]
        graduation = told.right("P06-02").filter(col("id_no") == number)
        assert "2021-07-01" in graduation["grad_date"].to_list()
        insured = told.right("P03-03").filter(col("id_no") == number)["pay_month"]
        assert insured.min() == "2022-09"
        found = told.must("MON-01").filter(col("id_no") == number)
        assert found.height == 1


def test_lives_go_on_children_come_people_leave_and_die(town):
    lives = town.truth["lives"]
    assert set(lives["event"]) == {"出生", "去世", "迁走", "结婚", "离婚", "改名"}
    assert lives["on"].is_between(date(2022, 1, 1), date(2023, 12, 31)).all()


def test_the_dead_are_told_of_and_then_never_live_again(town):
    died = town.truth["people"].drop_nulls("died").filter(col("died") <= date(2023, 11, 1))
    seen = died["gone_seen"].drop_nulls()
    assert len(seen) > 0.95 * died.height
    assert (seen - died.drop_nulls("gone_seen")["died"] <= timedelta(days=80)).all()
    patrols = town.right("M01-02").filter(col("state") == "见到本人")
    met = patrols.join(died.select("id_no", "died"), on="id_no")
    assert not met.filter(col("data_date").str.to_date() > col("died")).height


def test_a_town_in_which_nobody_is_born_or_marries_lives_too():
    world = live(50, 1, 2)
    assert world["births"].height == 0 and world.people.height > 50
