"""The whole city: facts out of the variables' frames, who is entitled and not receiving."""

from datetime import date

import polars as pl
import pytest

from core.rules import eligible
from core.rules.engine.city import household_facts, missing_columns, person_facts
from core.rules.engine.known import known, with_told
from core.rules.engine.shelf import is_personal, rules, vocabulary
from core.rules.engine.take_up import city_facts, missing_benefits, take_up, verdicts
from core.variables import person_schema, whole_schema
from tests.rules.families import standards

STD = standards(date(2023, 7, 15))
HOMES, PEOPLE = whole_schema(STD), person_schema(STD)
SAID = {"yes": True, "no": False, "unknown": None}
LU = {
    "household": "lu",
    "status": "dibao",
    "n_members": 2,
    "n_members_unknown": 0,
    "income_eased": 80000,
    "sick_sum": 0,
    "pc_income": 40000,
    "asset_ok": True,
    "asset_ok_edge": True,
}
FATHER = {
    "person": "father",
    "household": "lu",
    "member": True,
    "dead": False,
    "age": 82,
    "hukou_local": True,
    "disabled": True,
    "disability_level": 2,
    "disability_kind": "肢体",
    "tekun": False,
    "elder_allowance": False,
    "nursing_subsidy": False,
    "living_subsidy": True,
    "in_institution": False,
    "injury_allowance": 0,
}


def frames(homes, people):
    def table(rows, schema):
        return pl.DataFrame([{n: r.get(n) for n in schema} for r in rows], schema=schema)

    return table(homes, HOMES), table(people, PEOPLE)


def town(homes=(LU,), people=(FATHER,), **how):
    return city_facts(*frames(homes, people), STD, **how)


def due(rule, **changes):
    """Whether the father misses this benefit."""
    return take_up(town(people=[FATHER | changes]), STD).persons[rule][0]


def test_every_column_the_facts_are_read_off_is_in_the_frames():
    homes, people = frames([], [])
    assert missing_columns(homes.lazy(), household_facts(STD)) == {}
    people = people.with_columns(parent_here=pl.lit(True))
    assert missing_columns(people.lazy(), person_facts(STD)) == {}


def test_a_frame_without_a_column_leaves_its_facts_unknown():
    homes, people = frames([LU], [FATHER])
    city = city_facts(homes, people.drop("nursing_subsidy"), STD)
    assert city.persons["gets_disability_care_subsidy"].to_list() == [None]


def test_facts_have_the_types_of_the_vocabulary():
    city = town()
    for frame in (city.households, city.persons):
        for name in set(frame.columns) & set(vocabulary()):
            assert frame.schema[name] == vocabulary()[name].dtype, name
    assert all(not is_personal(name) for name in city.households.columns)


def test_entitled_and_not_receiving():
    assert due("R-15") is True
    assert due("R-12") is True


def test_what_is_received_is_not_missing():
    assert due("R-15", nursing_subsidy=True) is False
    assert due("R-14") is False


def test_what_is_not_known_is_neither_missing_nor_not():
    assert due("R-15", nursing_subsidy=None) is None
    assert due("R-15", disability_level=None) is None
    assert due("R-15", disability_level=None, nursing_subsidy=True) is False


def test_a_rule_not_yet_in_force_is_missed_by_nobody():
    early = standards(date(2022, 7, 15))
    found = take_up(city_facts(*frames([LU], [FATHER]), early), early)
    assert "R-12" not in found.persons.columns and "R-15" in found.persons.columns


def test_benefits_missed_are_counted_a_household_when_they_are_sure():
    found = missing_benefits(town(), STD)
    assert found.columns == ["household", "n_entitled_not_received"]
    listed = take_up(town(), STD)
    row = listed.persons.row(0, named=True) | listed.households.row(0, named=True)
    due_now = {r for r, said in row.items() if said is True and rules(STD.at)[r].is_right}
    assert due_now == {"R-12", "R-15"}
    assert found["n_entitled_not_received"].to_list() == [2]


def test_places_and_charity_are_shown_but_are_no_rights():
    bed = {"ability": "semi", "care_bed": False}
    assert due("R-28", **bed) is True
    assert missing_benefits(town(people=[FATHER | bed]), STD)["n_entitled_not_received"][0] == 2


def test_a_household_nobody_knows_anything_of_has_no_count():
    nothing = {"household": "x"}
    homes, people = frames([LU, nothing], [FATHER])
    found = missing_benefits(city_facts(homes, people, STD), STD)
    assert found["n_entitled_not_received"].to_list()[1] is None


def test_the_dead_and_those_who_do_not_belong_are_left_out():
    gone = [FATHER | {"person": "a", "dead": True}, FATHER | {"person": "b", "member": False}]
    assert len(town(people=[*gone, FATHER]).persons) == 1


def test_a_child_living_with_a_parent_is_no_orphan():
    child = FATHER | {"person": "child", "age": 9, "father": "father", "disabled": False}
    alone = child | {"person": "alone", "father": None}
    city = town(people=[FATHER, child, alone])
    assert city.persons["parents_gone"].to_list() == [None, False, None]
    listed = alone | {"child_listed": True, "child_kind": "孤儿"}
    assert town(people=[listed]).persons["parents_gone"].to_list() == [True]


def test_registration_of_the_family_is_that_of_some_member():
    stranger = FATHER | {"person": "s", "hukou_local": False}
    unsure = FATHER | {"person": "u", "hukou_local": None}
    assert town(people=[stranger, FATHER]).households["family_hukou_local"][0] is True
    assert town(people=[stranger]).households["family_hukou_local"][0] is False
    assert town(people=[stranger, unsure]).households["family_hukou_local"][0] is None


def test_prices_of_the_month_are_given_beside_the_frames():
    assert verdicts(town(prices=(100, 650)), STD).persons["R-25"][0] is True
    assert verdicts(town(prices=(100, 100)), STD).persons["R-25"][0] is False
    assert verdicts(town(), STD).persons["R-25"][0] is None


@pytest.mark.parametrize("changes", [{}, {"hukou_local": None}, {"age": 79}, {"disabled": None}])
def test_a_bound_resident_gets_the_answers_of_the_city(changes):
    city = town(people=[FATHER | changes])
    whole = verdicts(city, STD)
    row = whole.households.row(0, named=True) | whole.persons.row(0, named=True)
    for verdict in eligible(known(city, "lu"), STD):
        assert row[verdict.id] in (None, SAID[verdict.verdict]), verdict.id
    assert {v.id for v in eligible(known(city, "lu"), STD)} == set(rules(STD.at))


def test_what_people_say_now_goes_before_old_records():
    facts = known(town(), "lu")
    later = with_told(facts, {"disability_grade": 1, "household_size": 3})
    assert later.people[0].facts["disability_level"] == 1
    assert later.household["n_members"] == 3
    assert later.people[0].facts["age"] == 82
