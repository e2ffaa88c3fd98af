"""Places: aliases, towns that were merged, villages that were moved, names that mean two places."""

from datetime import date

import pytest

from core.city import NoSuchPlace, load_city
from tests.city.elsewhere import wanghu

PINGHU, WANGHU = load_city(), wanghu()
BEFORE, NOW = date(2005, 1, 1), date(2022, 7, 15)


@pytest.mark.parametrize("city", [PINGHU, WANGHU], ids=lambda c: c.name_en)
def test_places_are_one_tree_and_codes_begin_with_their_parent(city):
    roots = [p for p in city.places.values() if not p.parent]
    assert [p.level for p in roots] == ["province"]
    for place in city.places.values():
        assert place.code.startswith(place.parent) and place.code != place.parent
        assert not place.parent or place.parent in city.places
        for past in place.history:
            assert past.code.startswith(past.parent) and past.source


@pytest.mark.parametrize("city", [PINGHU, WANGHU], ids=lambda c: c.name_en)
def test_no_former_code_is_in_use_again(city):
    former = {p.code for place in city.places.values() for p in place.history}
    assert all(now in city.places for now in map(city.now, former))


def test_how_many_towns_there_are_is_data():
    assert (len(PINGHU.towns()), len(WANGHU.towns())) == (9, 2)
    assert len(PINGHU.towns(BEFORE)) == 10
    assert [t.name for t in WANGHU.towns(date(2020, 6, 30))] == ["东河镇", "望湖镇", "西岭镇"]
    assert [t.name for t in WANGHU.towns(date(2020, 7, 1))] == ["望湖街道", "西岭镇"]


HONGNI = [
    "虹霓",
    "虹霓村",
    "当湖街道虹霓村",
    "林埭镇虹霓",
    "林埭镇虹霓农贸市场",
    "平湖市林埭镇虹霓村",
]


@pytest.mark.parametrize("text", HONGNI)
def test_hongni_lies_in_one_town_today_and_lay_in_another_before(text):
    assert PINGHU.code_of(text) == "330482001202"
    then, now = PINGHU.place_at(text, BEFORE), PINGHU.place_at(text, NOW)
    assert (PINGHU.unit_name(then.parent), PINGHU.unit_name(now.parent)) == ("林埭镇", "当湖街道")


@pytest.mark.parametrize(
    ("text", "day", "code", "name"),
    [
        ("黄姑镇", BEFORE, "330482104", "黄姑镇"),
        ("黄姑镇", NOW, "330482108", "独山港镇"),
        ("330482104", NOW, "330482108", "独山港镇"),
        ("黄姑镇小营头村", BEFORE, "330482104200", "小营头村"),
        ("330482104200", NOW, "330482108203", "小营头村"),
    ],
)
def test_a_merged_town_and_its_villages_are_found_by_old_names_and_codes(text, day, code, name):
    found = PINGHU.place_at(text, day)
    assert (found.code, found.name) == (code, name)


def test_a_town_that_was_two_cannot_be_told_for_a_day_before_the_merger():
    assert PINGHU.place_at("独山港镇", BEFORE) is None


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2021, 12, 31), "柳家湾村"), (date(2022, 1, 1), "柳湾村")],
)
def test_a_village_changes_its_name_on_the_day_it_says(day, name):
    assert WANGHU.place_at("柳家湾村", day).name == WANGHU.place_at("柳湾村", day).name == name


def test_a_place_is_told_by_the_last_of_several_changes_before_a_day():
    assert WANGHU.now("99018210320107") == "99018200120107"
    assert WANGHU.now("99018210320107", date(2020, 6, 30)) == "99018210320107"
    assert WANGHU.place("99018210320107").name == "柳湾村"


def test_of_an_unknown_village_of_a_merged_town_the_new_town_remains():
    assert WANGHU.now("990182103999") == "990182001"
    assert WANGHU.town_of("990182103999").name == "望湖街道"


def test_a_code_that_was_always_so_stays_and_an_unknown_one_too():
    for code in ("330482102201", "33048210220101", "330482102999", "110101001", "H1", ""):
        assert PINGHU.now(code) == code


def test_two_villages_of_one_name_are_not_guessed_between():
    assert WANGHU.place_at("中心村", NOW) is None
    with pytest.raises(NoSuchPlace, match=r"望湖街道.*西岭镇.*请写区划代码"):
        WANGHU.code_of("中心村")
    assert WANGHU.code_of("西岭镇中心村") == "990182102201"


def test_an_unknown_name_is_not_sure_and_the_sentence_asks_back():
    assert PINGHU.place_at("鱼沂塘村", NOW) is None
    with pytest.raises(NoSuchPlace, match="是不是 鱼圻塘村"):
        PINGHU.code_of("鱼沂塘村")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ""),
        ("M02", "M02"),
        ("市人社局", "M02"),
        ("人社", "M02"),
        ("鱼圻塘", "330482102201"),
        ("浙江省嘉兴市平湖市新埭镇鱼圻塘村", "330482102201"),
        ("平湖市", "330482"),
        ("330482102", "330482102"),
        ("全塘镇", "330482108"),
    ],
)
def test_a_place_or_department_is_found_by_what_people_write(text, code):
    assert PINGHU.code_of(text) == code
