"""What readers get: persons under one mark, regions in force, everything else untouched."""

from datetime import date

import pytest

from core.city import load_city
from core.facts import Facts
from core.matching import MatchedFacts, kept
from core.matching import facts as facts_module
from core.variables import features
from tests.city.elsewhere import wanghu
from tests.matching.street import DAY, HERE, LATER, THERE, Street, lu, number

MUM = "1930-05-05"


@pytest.fixture
def street(tmp_path):
    """陆水根 under a mark and a number, his mother by number only; the town lists both."""
    street = Street.at(tmp_path)
    street.tell("P02-01", lu("r1", mark="LU", id=number(1), home="H1"),
                lu("r2", name="王阿大", born=MUM, id=number(2, MUM), home="H1"))  # fmt: skip
    street.tell("P02-02", {"r": "t1", "id": number(1), "home": "H1", "mother": number(2, MUM)})
    listed = f"{number(1)}、{number(2, MUM)}"
    street.tell("P01-01", {"r": "d1", "id": number(1), "home": "H1", "members": listed})
    return street


def test_marks_in_fields_and_lists_are_persons_too(street):
    street.tell("P02-02", {"r": "t2", "id": number(5), "home": "H5", "mother": number(1)})
    view = street.facts.view(DAY)
    assert view.records("P01-01").collect()["members"].to_list() == [["LU", street.mark(2, MUM)]]
    ties = view.records("P02-02").sort("record_id").collect()
    assert ties["person"].to_list() == ["LU", street.mark(5)]
    assert ties["mother_id"].to_list() == [street.mark(2, MUM), "LU"]


def test_a_family_is_counted_once_however_its_people_are_called(street):
    street.tell("M01-01", lu("m1", home="H1"), {"r": "m2", "id": number(1), "home": "H1"},
                {"r": "m3", "mark": "LU", "home": "H1"}, lu("m4", name="王阿大", born=MUM, place=THERE))  # fmt: skip
    found = features(street.facts.view(DAY), load_city().standards(DAY), ["H1"])
    assert sorted(found.persons["person"]) == sorted(["LU", street.mark(2, MUM)])
    assert found.households["n_members"].item() == 2
    raw = features(Facts(street.facts.folder).view(DAY), load_city().standards(DAY), ["H1"])
    assert raw.persons.height > 2


def test_a_row_nobody_can_place_adds_nobody_to_a_household(street):
    street.tell("P02-01", lu("r9", id=number(9), place=THERE, home="H9"))
    street.tell("M01-01", lu("m1", home="H1", place=""), lu("m2", home="H9"))
    assert street.who("M01-01") == {"m1": None, "m2": None}
    found = features(street.facts.view(DAY), load_city().standards(DAY), ["H1"])
    assert found.households["n_members"].item() == 2


def test_columns_are_those_of_any_view(street):
    street.tell("M01-01", lu("m1"))
    for class_id in ("P02-01", "P02-02", "P01-01", "M01-01", "P05-03", "M24-01"):
        raw = Facts(street.facts.folder).view(DAY).records(class_id).collect_schema()
        assert street.facts.view(DAY).records(class_id).collect_schema() == raw


def test_freshness_is_that_of_the_facts(street):
    view = street.facts.view(DAY)
    assert view.at == DAY and view.last_delivery("P01-01") == DAY
    assert (view.fresh("P01-01"), view.fresh("M24-01")) == (True, None)
    assert street.facts.view(date(2024, 1, 1)).fresh("P01-01") is False


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (HERE, HERE),
        (HERE + "01", HERE + "01"),
        ("鱼圻塘村", HERE),
        ("新埭镇鱼圻塘", HERE),
        ("新埭镇", HERE[:9]),
        ("330482104200", "330482108203"),
        ("33048210420007", "33048210820307"),
        ("330482104999", "330482108"),
        ("110101001", "110101001"),
        ("某处", None),
        ("", None),
    ],
)
def test_a_region_is_the_code_in_force(street, written, told):
    street.tell("M01-01", {"r": "m1", "id": number(1), "place": written})
    assert street.facts.view(DAY).records("M01-01").collect()["region"].to_list() == [told]


def test_a_name_that_means_two_villages_tells_no_region(tmp_path):
    street = Street.at(tmp_path, wanghu())
    street.tell("M01-01", {"r": "m1", "place": "中心村"}, {"r": "m2", "place": "西岭镇中心村"})
    rows = street.facts.view(DAY).records("M01-01").sort("record_id").collect()
    assert rows["region"].to_list() == [None, "990182102201"]


def reaches_the_files(street):
    plan = street.facts.view(DAY).records("M07-04").filter(person="LU").explain()
    return 'col("person") == "LU"' in plan.partition("SELECTION")[2]


def test_a_filter_reaches_the_files_of_a_class_without_a_replaced_mark(street):
    street.tell("M07-04", {"r": "w1", "mark": "LU"})
    assert reaches_the_files(street)
    street.tell("M07-04", {"r": "w2", "id": number(1)})
    assert not reaches_the_files(street)


def kept_days(street):
    return sorted(p.name for p in (street.facts.folder / "matched").glob("2022-*"))


@pytest.fixture
def keeping(street, monkeypatch):
    monkeypatch.setattr(facts_module, "WORTH_KEEPING", 1)
    street.tell("M01-01", lu("m1"))
    return street


def test_what_a_day_worked_out_is_read_again_by_another_process(keeping):
    first = keeping.facts.view(DAY)
    again = MatchedFacts(keeping.facts.folder, keeping.city)
    name = kept.key(keeping.facts.folder, keeping.city, DAY)
    known = kept.load(keeping.facts.folder, name)
    assert known.matching.pairs.equals(first.matching.pairs)
    assert known.matching.aliases.equals(first.matching.aliases)
    for class_id in ("P02-01", "M01-01", "P01-01"):
        assert again.view(DAY).records(class_id).collect().equals(first.records(class_id).collect())


def test_it_is_worked_out_again_after_a_delivery_and_after_a_decision(keeping):
    keeping.who("M01-01", LATER)
    keeping.tell("P02-01", lu("r3", id=number(3), place=THERE), day=LATER)
    assert keeping.who("M01-01", LATER) == {"m1": None}
    a = keeping.facts.matching(LATER).unsure["a"].first()
    keeping.decide(a, "LU", True)
    assert keeping.who("M01-01", LATER) == {"m1": "LU"}


def test_spoilt_leftovers_are_worked_out_again(keeping):
    keeping.who("M01-01", DAY)
    (folder,) = (keeping.facts.folder / "matched").glob("2022-*")
    (folder / "aliases.parquet").write_bytes(b"no parquet")
    fresh = MatchedFacts(keeping.facts.folder, keeping.city)
    assert fresh.view(DAY).records("M01-01").collect()["person"].to_list() == ["LU"]


def test_few_days_are_kept_and_all_can_be_dropped(keeping, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    for n in (15, 16, 17):
        keeping.facts.view(date(2022, 7, n))
    assert len(kept_days(keeping)) == 2
    keeping.decide("X", "Y", False)
    kept.drop(keeping.facts.folder)
    assert (
        kept_days(keeping) == [] and (keeping.facts.folder / "matched" / "decisions.jsonl").exists()
    )


def test_a_folder_that_takes_nothing_is_no_reason_to_stop(keeping):
    (keeping.facts.folder / "matched").write_text("in the way", "utf-8")
    assert keeping.facts.view(DAY).records("M01-01").collect()["person"].to_list() == ["LU"]
