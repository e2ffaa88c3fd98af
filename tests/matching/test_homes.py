"""Households over time: split, merged, moved, renumbered; what belongs to a family stays with it."""

from datetime import timedelta

import pytest

from core.city import load_city
from core.variables import features
from tests.matching.street import DAY, HERE, LATER, THERE, Street, number

NEXT = LATER + timedelta(days=1)
BORN = {
    "a": "1957-03-02",
    "b": "1960-04-04",
    "c": "1990-05-05",
    "x": "1950-06-06",
    "z": "2022-08-01",
}
NUMBERS = {"a": 1, "b": 2, "c": 3, "x": 9, "z": 10}


@pytest.fixture
def street(tmp_path):
    """a, b and their son c in H1; x alone in H2."""
    street = Street.at(tmp_path)
    lives(street, "a b c", "H1", DAY)
    lives(street, "x", "H2", DAY)
    return street


def lives(street, who, home, day, place=HERE, status="正常"):
    """The register writes these people under a household number, from a day on."""
    rows = [row(n) | {"r": n, "home": home, "place": place, "name": f"陆{n}"} for n in who.split()]
    street.tell("P02-01", *rows, day=day, word=status)


def row(name):
    return {"id": number(NUMBERS[name], BORN[name]), "born": BORN[name]}


def home_of(street, at):
    rows = street.facts.view(at).records("P02-01").select("record_id", "household").collect()
    return "".join(f"{r}{h} " for r, h in sorted(rows.iter_rows())).strip()


def family(street, home, at):
    found = features(street.facts.view(at), load_city().standards(at), [home])
    return found.households["n_members"].to_list(), found.persons.filter("member").height


def test_a_family_under_a_new_number_is_the_same_household(street):
    street.tell("M16-02", {"r": "h1", "home": "H1"}, day=DAY)
    lives(street, "a b c", "H7", LATER, THERE)
    street.tell("M16-02", {"r": "h2", "home": "H7"}, day=LATER)
    assert street.facts.matching(LATER).household("H7") == "H1"
    assert home_of(street, LATER) == "aH1 bH1 cH1 xH2"
    told = street.facts.view(LATER).records("M16-02").collect()
    assert told["household"].to_list() == ["H1", "H1"]
    assert family(street, "H1", LATER) == ([3], 3)


def test_it_is_not_before_it_was_told(street):
    lives(street, "a b c", "H7", LATER)
    assert street.facts.matching(DAY).household("H7") == "H7"
    assert home_of(street, DAY) == "aH1 bH1 cH1 xH2"


def test_until_the_last_of_them_is_told_nobody_knows(street):
    lives(street, "a b", "H7", LATER)
    lives(street, "c", "H7", NEXT)
    assert home_of(street, LATER) == "aH7 bH7 cH1 xH2"
    assert home_of(street, NEXT) == "aH1 bH1 cH1 xH2"


def test_a_grown_son_who_moves_out_founds_another_household(street):
    lives(street, "c", "H7", LATER)
    assert home_of(street, LATER) == "aH1 bH1 cH7 xH2"
    assert (family(street, "H1", LATER), family(street, "H7", LATER)) == (([2], 2), ([1], 1))


def test_a_family_that_splits_in_two_is_two(street):
    lives(street, "a b", "H7", LATER)
    lives(street, "c", "H8", LATER)
    assert home_of(street, LATER) == "aH7 bH7 cH8 xH2"


def test_who_moves_to_others_joins_them(street):
    lives(street, "a b c", "H2", LATER)
    assert home_of(street, LATER) == "aH2 bH2 cH2 xH2"
    assert family(street, "H2", LATER) == ([4], 4)


def test_two_families_that_found_one_household_together_are_neither(street):
    lives(street, "a b c x", "H7", LATER)
    assert home_of(street, LATER) == "aH7 bH7 cH7 xH7"


def test_who_comes_later_makes_no_difference(street):
    lives(street, "a b c", "H7", LATER)
    lives(street, "x z", "H7", NEXT)
    assert home_of(street, NEXT) == "aH1 bH1 cH1 xH1 zH1"


def test_a_son_who_left_years_ago_makes_no_difference(street):
    lives(street, "c", "H8", LATER)
    lives(street, "a b", "H7", LATER + timedelta(days=40))
    assert home_of(street, LATER + timedelta(days=40)) == "aH1 bH1 cH8 xH2"


def test_who_stays_on_the_register_as_deceased_does_not_stay_behind(street):
    lives(street, "a", "H1", LATER, status="注销")
    lives(street, "b c", "H7", NEXT)
    assert home_of(street, NEXT) == "aH1 bH1 cH1 xH2"


def test_a_number_changed_twice_is_still_the_first_household(street):
    lives(street, "a b c", "H7", LATER)
    lives(street, "a b c", "H8", NEXT)
    matching = street.facts.matching(NEXT)
    assert [matching.household(h) for h in ("H1", "H7", "H8")] == ["H1", "H1", "H1"]


def test_a_family_that_goes_back_to_its_number_is_at_home(street):
    lives(street, "a b c", "H7", LATER)
    lives(street, "a b c", "H1", NEXT)
    assert home_of(street, NEXT) == "aH1 bH1 cH1 xH2"
    assert street.facts.matching(NEXT).household("H1") == "H1"


def test_the_towns_list_follows_the_family(street):
    members = "、".join(row(n)["id"] for n in "abc")
    street.tell("P01-01", {"r": "d1", "home": "H1", "members": members}, day=DAY)
    lives(street, "a b c", "H7", LATER)
    assert family(street, "H1", LATER) == ([3], 3)
    street.tell("P01-01", {"r": "d1", "home": "H7", "members": members}, day=NEXT)
    assert family(street, "H1", NEXT) == ([3], 3)
    assert features(street.facts.view(NEXT), load_city().standards(NEXT)).households[
        "household"
    ].to_list() == [
        "H1",
        "H2",
    ]


def test_a_move_within_the_household_changes_the_place_only(street):
    lives(street, "a b c", "H1", LATER, THERE)
    view = street.facts.view(LATER)
    found = features(view, load_city().standards(LATER), ["H1"]).households
    assert (found["n_members"].item(), found["region"].item()) == (3, THERE)
    assert street.facts.matching(LATER).homes.is_empty()
