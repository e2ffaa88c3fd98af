"""The town of the seed: 3,489 households helped, two years; counts near those that were told."""

from datetime import date

import pytest
from polars import col

from demo.town.views.p01 import p01_01

FIRST = date(2022, 1, 1)


@pytest.fixture(scope="module")
def seed_town(seed):
    return seed.world


def near(value: float, expected: float, percent: float) -> bool:
    return abs(value - expected) <= expected * percent / 100


def test_3489_households_and_5879_people_are_helped(seed_town):
    there = seed_town.people.filter(
        col("since") < FIRST, col("until").is_null() | (col("until") > FIRST)
    )
    helped = seed_town.homes.filter(col("kind") != "migrant")
    assert seed_town.homes.height == 3_489 and helped.height > 3_400
    assert near(there.height, 5_879, 2)


def test_2888_households_are_on_a_list_and_179_people_on_tekun(seed_town):
    homes = seed_town.homes["kind"].value_counts()
    counts = dict(homes.iter_rows())
    assert counts["tekun"] == 179
    listed = sum(counts[k] for k in ("dibao", "danrenbao", "edge", "tekun", "rigid"))
    assert listed == 2_888


def test_about_1300_special_elders_are_visited_twice_a_week(seed_town):
    special = seed_town["special"]
    assert near(special.height, 1_300, 8)
    weeks = seed_town["patrol_weeks"]
    seen = weeks.filter(col("how").is_in(["ok", "late"])).height
    assert seen > 0.9 * weeks.height
    assert near(seed_town["patrols"].height, 2 * weeks.height, 6)


def test_dibao_is_paid_up_to_the_standard_and_a_fifth(seed_town):
    rows = p01_01(seed_town).filter(col("told") <= FIRST, col("status") == "在保")
    spent = rows.unique("record_id", keep="last")
    per_head = spent["monthly_amount"] / spent["members"].list.len()
    assert per_head.min() > 0 and per_head.max() <= 1_070_00 * 1.2
    assert near(spent["monthly_amount"].sum(), 2_550_000_00, 8)


def test_prices_called_for_a_subsidy_in_exactly_four_months_of_2022(seed_town):
    months = seed_town["triggers"]["month"].sort().to_list()
    assert [m for m in months if m.year == 2022] == [date(2022, m, 1) for m in (7, 8, 9, 10)]


def test_there_are_nine_towns_with_villages_and_grids(seed_town):
    homes = seed_town.homes
    assert homes["town_name"].n_unique() == 9
    assert homes["village_name"].n_unique() > 40
    assert homes["grid"].n_unique() > 80


def test_every_grid_has_a_worker(seed_town):
    grids = set(seed_town.homes["grid"].unique())
    assert grids <= set(seed_town["grid_workers"]["grid"])


def test_the_town_ages_as_towns_do(seed_town):
    years = 2
    deaths = seed_town["deaths"].filter(col("on") >= FIRST).height
    births = seed_town["births"].height
    people = seed_town.people.height
    assert 0.012 < deaths / people / years < 0.05
    assert 0 < births < deaths
