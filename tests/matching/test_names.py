"""By name, birth date and village, where there is no number."""

import pytest

from tests.city.elsewhere import wanghu
from tests.matching.street import BORN, DAY, HERE, LATER, THERE, TOWN, Street, lu, number


@pytest.fixture
def street(tmp_path):
    """陆水根 is registered here, and 王甲 who was born the same day."""
    street = Street.at(tmp_path)
    street.tell(
        "P02-01", lu(id=number(1), home="H1"), lu("r2", name="王甲", id=number(2), home="H2")
    )
    return street


@pytest.mark.parametrize(
    "row",
    [
        lu("m1"),
        lu("m1", place=HERE + "01"),
        lu("m1", place="鱼圻塘村"),
        lu("m1", place="新埭镇鱼圻塘"),
        lu("m1", name="陆 水根", born="1957年3月2日"),
        lu("m1", name="陆·水根", born="19570302"),
        lu("m1", place=TOWN, home="H1"),
        lu("m1", place="", home="H1"),
    ],
    ids=[
        "village",
        "grid",
        "village's name",
        "town and village",
        "blank",
        "dot",
        "home",
        "home only",
    ],
)
def test_name_birth_and_village_or_household_find_the_person(street, row):
    street.tell("M01-01", row)
    assert street.who("M01-01") == {"m1": street.mark(1)}
    assert street.why() == {"name": (True, 1)}


@pytest.mark.parametrize(
    "row",
    [
        lu("m1", place=THERE),
        lu("m1", place=TOWN),
        lu("m1", place=""),
        lu("m1", place="某处", home="H9"),
    ],
    ids=["elsewhere", "town only", "nowhere", "unknown place"],
)
def test_without_the_place_nobody_is_sure_and_the_row_is_nobodys(street, row):
    street.tell("M01-01", row)
    assert street.who("M01-01") == {"m1": None}
    assert street.why() == {"elsewhere": (None, 1)}


@pytest.mark.parametrize(
    "row",
    [lu("m1", name="陆水荣"), lu("m1", born="1957-03-03")],
    ids=["another name", "another day"],
)
def test_somebody_else_is_somebody_else(street, row):
    street.tell("M01-01", row)
    assert street.who("M01-01")["m1"].startswith("n-") and street.why() == {}


@pytest.mark.parametrize("name", ["未取名", "陆水根之子", "新生儿", "陆宝宝", "", "陆"])
def test_what_is_no_name_yet_names_nobody(street, name):
    street.tell("M01-01", lu("m1", name=name))
    assert street.who("M01-01") == {"m1": None} and street.why() == {}


def test_namesakes_are_left_to_people_wherever_they_live(street):
    street.tell("P02-01", lu("r3", id=number(3), place=THERE))
    street.tell("M01-01", lu("m1"), lu("m2", name="王甲"))
    assert street.who("M01-01") == {"m1": None, "m2": street.mark(2)}
    assert street.why() == {"namesakes": (None, 2), "name": (True, 1)}


def test_twins_have_names_of_their_own(street):
    twins = [lu("r3", name="陆大明", id=number(3)), lu("r4", name="陆小明", id=number(4))]
    street.tell("P02-01", *twins)
    street.tell("M01-01", lu("m1", name="陆大明"), lu("m2", name="陆小明"))
    assert street.who("M01-01") == {"m1": street.mark(3), "m2": street.mark(4)}


def test_a_former_name_finds_the_person_from_the_day_the_register_tells_it(street):
    street.tell("M01-01", lu("m1"), lu("m2", name="陆新生"))
    assert street.who("M01-01", DAY)["m2"].startswith("n-")
    renamed = lu(id=number(1), home="H1", name="陆新生", op="upd")
    street.tell("P02-01", renamed, day=LATER)
    assert street.who("M01-01") == {"m1": street.mark(1), "m2": street.mark(1)}
    assert street.who("M01-01", DAY)["m2"].startswith("n-")


def test_who_moved_is_found_where_they_lived_and_where_they_live(street):
    street.tell("P02-01", lu(id=number(1), home="H8", place=THERE, op="upd"), day=LATER)
    street.tell("M01-01", lu("m1"), lu("m2", place=THERE), lu("m3", place=HERE[:9] + "999"))
    assert street.who("M01-01") == {"m1": street.mark(1), "m2": street.mark(1), "m3": None}


def test_a_village_is_the_same_under_its_old_code_and_name(tmp_path):
    street = Street.at(tmp_path, wanghu())
    street.tell("P02-01", lu(id=number(1), place="990182001201"))
    street.tell("M01-01", lu("m1", place="990182103201"), lu("m2", place="东河镇柳家湾村"))
    assert street.who("M01-01") == {"m1": street.mark(1), "m2": street.mark(1)}


def test_a_departments_own_mark_is_matched_when_it_alone_fits(street):
    street.tell("M01-01", lu("m1", mark="Z1"))
    assert street.who("M01-01") == {"m1": street.mark(1)}
    street.tell("M07-04", lu("w1", mark="Z2"), day=LATER)
    assert street.who("M01-01", LATER) == {"m1": "Z1"} and street.who("M07-04") == {"w1": "Z2"}
    assert street.why() == {"two_claims": (None, 2)}
    assert street.who("M01-01", DAY) == {"m1": street.mark(1)}


def test_two_entries_of_the_register_are_never_joined_by_name(street):
    street.tell("P02-01", lu("r3", mark="A", home="H1"))
    assert street.who("P02-01") == {"r1": street.mark(1), "r2": street.mark(2), "r3": "A"}


def test_a_newborn_is_somebody_before_the_number_comes(street):
    baby = lu("r3", name="陆安", born="2022-07-01", home="H1")
    street.tell("P02-01", baby)
    street.tell("M07-04", lu("w1", name="陆安", born="2022-07-01", place=TOWN, home="H1"))
    first = street.who("P02-01", DAY)["r3"]
    assert first.startswith("n-") and street.who("M07-04", DAY) == {"w1": first}
    street.tell("P02-01", baby | {"id": number(3, "2022-07-01"), "op": "upd"}, day=LATER)
    street.tell("M01-01", {"r": "m1", "id": number(3, "2022-07-01")}, day=LATER)
    assert street.who("P02-01")["r3"] == first
    assert street.who("M01-01") == {"m1": first} and street.who("M07-04") == {"w1": first}


def test_names_lie_nowhere_in_clear(street):
    street.tell("M01-01", lu("m1"), lu("m2", mark="Z1"))
    street.who("M01-01")
    files = [p for p in street.facts.folder.rglob("*") if p.is_file()]
    assert files and not [p.name for p in files if "陆水根".encode() in p.read_bytes()]
    stored = street.facts.view(DAY).records("M01-01").collect()
    assert "陆水根" not in str(stored.to_dicts()) and BORN not in str(stored.to_dicts())


def test_a_wrong_birth_date_beside_a_number_sends_no_row_back(street):
    street.tell("M01-01", lu("m1", id=number(1), born="三月二日"), lu("m2", born="2099-01-01"))
    assert street.who("M01-01") == {"m1": street.mark(1), "m2": None}
