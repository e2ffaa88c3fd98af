"""The two frames as a whole: laws that hold whatever the departments send."""

from datetime import date, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from core.variables import features, household_schema, person_schema, variables, whole_schema
from tests.variables import lu
from tests.variables.town import Town
from tests.variables.world import AT, World, standards

SEEDS = st.integers(0, 10_000)


def by(frame, key):
    return frame.sort(key)


@settings(max_examples=3, deadline=None)
@given(SEEDS)
def test_a_household_alone_is_the_household_within_its_town(seed):
    town = Town(seed)
    world = town.world(stale=6, missing=6)
    whole = features(world, standards())
    for home in town.homes[:3]:
        alone = features(world, standards(), [home])
        mine = pl.col("household") == home
        assert_frame_equal(alone.households, whole.households.filter(mine))
        assert_frame_equal(by(alone.persons, "person"), by(whole.persons.filter(mine), "person"))


@settings(max_examples=3, deadline=None)
@given(SEEDS)
def test_what_is_learnt_tomorrow_changes_nothing_today(seed):
    today = Town(seed).world()
    more = Town(seed + 1)
    more.homes, more.people = Town(seed).homes, Town(seed).people
    classes = {
        name: [{**row, "observed": AT + timedelta(days=1)} for row in rows]
        for name, rows in more.world().delivered()
    }
    later = today.later(AT, **classes)
    before, after = features(today, standards()), features(later, standards())
    assert_frame_equal(before.households, after.households)
    assert_frame_equal(before.persons, after.persons)


@settings(max_examples=3, deadline=None)
@given(SEEDS)
def test_the_order_in_which_records_lie_does_not_matter_for_who_lives_where(seed):
    town = Town(seed)
    found = features(town.world(), standards())
    assert found.persons["person"].is_unique().all()
    assert found.households["household"].is_unique().all()
    assert set(found.persons["household"]) <= set(found.households["household"])


@settings(max_examples=3, deadline=None)
@given(SEEDS)
def test_counts_stay_within_the_household(seed):
    found = features(Town(seed).world(stale=5, missing=5), standards()).households
    for name, variable in variables().items():
        if variable.kind == "count":
            most = found[name] + found[f"{name}_unknown"]
            assert (found[name] >= 0).all() and (most <= found["n_members"]).all(), name
    assert (found["n_employed"] <= found["n_labor"]).all()
    for name in ("med_share", "labor_income_share", "rigid_share"):
        assert found[name].drop_nulls().is_between(0, 10_000).all(), name


def test_the_frames_have_the_columns_they_promise():
    world = Town(1).world()
    found = features(world, standards())
    assert dict(found.households.schema) == {
        n: t for n, t in whole_schema(standards()).items() if n in found.households.columns
    }
    assert set(found.households.columns) == set(whole_schema(standards()))
    assert set(found.persons.columns) == set(person_schema(standards()))
    assert dict(found.persons.schema) == {
        n: person_schema(standards())[n] for n in found.persons.columns
    }


def test_an_empty_town_gives_empty_frames():
    found = features(World(), standards())
    assert found.households.height == 0 and found.persons.height == 0
    assert set(household_schema()) <= set(found.households.columns)


def test_a_household_nobody_knows_is_not_made_up():
    assert features(lu.before(), standards(), ["没有这家"]).households.height == 0


def test_a_registry_without_names_still_makes_a_household():
    world = World(P01_01=[{"household": "H", "status": "在保", "category": "低保"}])
    row = features(world, standards()).households.row(0, named=True)
    assert (row["household"], row["status"], row["low_income"]) == ("H", "dibao", True)
    assert row["n_members"] is None and row["n_labor"] is None


def test_answers_count_where_no_record_does():
    world = World(P02_01=[{"person": "p", "household": "H", "birth_date": date(1950, 1, 1)}])
    told = pl.DataFrame(
        {
            "household": ["H"],
            "n_disabled_full": [1],
            "kwh_month": [40],
            "housing_grade": ["C"],
            "n_elder60": [9],
        }
    )
    row = features(world, standards(), told=told).households.row(0, named=True)
    assert (row["n_disabled_full"], row["n_disabled_full_unknown"]) == (1, 0)
    assert row["kwh_month"] == 40 and row["housing_grade"] == "C"
    assert row["n_elder60"] == 1, "a record goes before an answer"


def test_an_answer_reaches_what_is_computed_from_it():
    """What rehabilitation costs, no department knows: told once, the rest follows (张先生)."""
    cert = {"status": "有效", "kind": "肢体", "level": 1, "issued_at": date(2020, 1, 1)}
    world = lu.before().later(AT, P10_01=[lu.of(lu.SHUIGEN, **cert)])
    told = pl.DataFrame({"household": [lu.HOME], "rehab_share": [1_000]})
    blank = features(world, standards(), [lu.HOME]).households.row(0, named=True)
    asked = features(world, standards(), [lu.HOME], told=told).households.row(0, named=True)
    assert (blank["rehab_share"], blank["rigid_share"], blank["pc_after_rigid"]) == (None,) * 3
    assert (asked["rehab_share"], asked["rigid_share"]) == (1_000, 1_000)
    assert asked["pc_after_rigid"] == (801_00 * 12 - 1_377_00 * 12 // 10) // 36


def test_the_contract_comes_first():
    found = features(lu.before(), standards()).households
    assert found.columns[: len(household_schema())] == list(household_schema())
    assert found["region"].to_list() == ["330482102201"]
