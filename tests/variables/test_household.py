"""Who belongs to a household (R-01), from the records of departments."""

from datetime import date

import polars as pl
import pytest

from core.household import RELATION, relation
from core.variables import features
from core.variables.persons import working_age
from tests.variables.frames import values
from tests.variables.world import World, standards


def person(name, home="H", born=date(1980, 1, 1), **fields):
    return {"person": name, "household": home, "birth_date": born, "status": "正常", **fields}


def kin(name, word, home="H", **fields):
    return {"person": name, "household": home, "relation_to_head": word, **fields}


def belong(world, home="H"):
    found = features(world, standards(world.at), [home]).persons
    return set(found.filter(pl.col("member"))["person"])


FAMILY = {
    "P02_01": [
        person("father"),
        person("mother"),
        person("son", born=date(2000, 1, 1)),
        person("girl", born=date(2012, 1, 1)),
        person("nephew", born=date(1999, 1, 1)),
    ],
    "P02_02": [
        kin("father", "户主"),
        kin("mother", "配偶"),
        kin("son", "子"),
        kin("girl", "女"),
        kin("nephew", "侄子"),
    ],
}


def test_everybody_registered_with_a_duty_of_support_belongs():
    assert belong(World(**FAMILY)) == {"father", "mother", "son", "girl"}


@pytest.mark.parametrize(
    ("gone", "who"),
    [
        ({"P02_04": [{"person": "son", "death_date": date(2022, 7, 1)}]}, "son"),
        (
            {"P13_01": [{"person": "father", "in_date": date(2021, 1, 1), "state": "在押"}]},
            "father",
        ),
        ({"P13_02": [{"person": "mother", "in_date": date(2022, 1, 1)}]}, "mother"),
        ({"M27_04": [{"person": "son", "case_kind": "宣告失踪"}]}, "son"),
    ],
)
def test_the_dead_the_detained_and_the_missing_do_not_belong(gone, who):
    rows = {
        n: [{k: v for k, v in r.items() if k in ALLOWED[n]} for r in v] for n, v in gone.items()
    }
    assert belong(World(**FAMILY, **rows)) == {"father", "mother", "son", "girl"} - {who}


ALLOWED = {
    "P02_04": {"person", "household", "death_date"},
    "P13_01": {"person", "in_date", "state"},
    "P13_02": {"person", "in_date"},
    "M27_04": {"person", "case_kind"},
}


def test_a_grown_child_living_apart_does_not_belong_a_student_does():
    homes = [
        {"person": "father", "same_as_hukou": True},
        {"person": "son", "same_as_hukou": False},
        {"person": "girl", "same_as_hukou": False},
    ]
    apart = World(**FAMILY, M07_04=homes)
    assert belong(apart) == {"father", "mother", "girl"}
    college = [
        {"person": "son", "degree": "本科", "fulltime": True, "enroll_date": date(2019, 9, 1)}
    ]
    assert "son" in belong(World(**FAMILY, M07_04=homes, P06_02=college))
    master = [{**college[0], "degree": "硕士"}]
    assert "son" not in belong(World(**FAMILY, M07_04=homes, P06_02=master))


def test_a_family_that_moved_together_still_belongs_together():
    moved = [{"person": p, "same_as_hukou": False} for p in ("father", "mother", "son", "girl")]
    assert belong(World(**FAMILY, M07_04=moved)) == {"father", "mother", "son", "girl"}


def listed(*members, home="H", class_id="P01_01", **fields):
    state = "在保" if class_id == "P01_01" else "在册"
    return {class_id: [{"household": home, "status": state, "members": list(members), **fields}]}


def test_the_towns_list_decides():
    assert belong(World(**FAMILY, **listed("father", "girl"))) == {"father", "girl"}


def test_the_list_reaches_whoever_is_registered_elsewhere():
    world = World(
        P02_01=[*FAMILY["P02_01"], person("wife", home="far")],
        P02_02=FAMILY["P02_02"],
        **listed("father", "wife"),
    )
    assert belong(world) == {"father", "wife"}
    assert belong(world, "far") == set()
    assert features(world, standards()).persons.filter(person="wife")["household"].item() == "H"


def test_a_list_that_has_ended_decides_nothing():
    ended = World(**FAMILY, P01_01=[{"household": "H", "status": "停保", "members": ["father"]}])
    assert belong(ended) == {"father", "mother", "son", "girl"}


def test_the_strongest_list_goes_first():
    lists = listed("father", home="A", class_id="P01_03") | listed("father", home="B")
    assert belong(World(**lists), "B") == {"father"}
    assert belong(World(**lists), "A") == set()


def test_what_happened_since_is_taken_off_the_list():
    dead = [{"person": "father", "death_date": date(2022, 7, 1)}]
    assert belong(World(**FAMILY, **listed("father", "girl"), P02_04=dead)) == {"girl"}


def test_a_graduate_stays_counted_and_is_marked_for_review():
    found = features(World(**FAMILY), standards(), ["H"]).households.row(0, named=True)
    assert (found["n_members"], found["n_members_unknown"], found["members_doubtful"]) == (4, 0, 1)


def test_migrants_without_a_hukou_are_a_household_too():
    permit = {"person": "m", "household": "M", "valid_to": date(2023, 1, 1), "region": "330482003"}
    found = features(World(P02_03=[permit]), standards(), ["M"]).households.row(0, named=True)
    assert (found["n_members"], found["region"]) == (1, "330482003")
    assert (found["n_elder60"], found["n_elder60_unknown"]) == (0, 1)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("户主", "head"),
        ("02", "head"),
        ("0", "head"),
        ("1", "spouse"),
        ("3", "child"),
        ("妻", "spouse"),
        ("12", "spouse"),
        ("长子", "child"),
        ("38", "child"),
        ("孙女", "grandchild"),
        ("52", "parent"),
        ("祖父", "grandparent"),
        ("弟弟", "sibling"),
        ("97", "other"),
        ("没人见过的写法", "other"),
        (None, None),
    ],
)
def test_relations_are_read_as_words_and_as_codes(written, read):
    frame = pl.DataFrame({"x": [written]}, schema={"x": pl.String})
    assert frame.select(relation(pl.col("x")))["x"].to_list() == [read]


def test_what_became_of_parents_and_of_a_spouse_is_told():
    world = World(
        P02_01=[
            person("child", born=date(2012, 1, 1)),
            person("granny", born=date(1950, 1, 1)),
            person("grandpa", born=date(1948, 1, 1)),
            person("mum", home="elsewhere"),
        ],
        P02_02=[
            kin("child", "孙子", father_id="dad", mother_id="mum"),
            kin("granny", "户主", spouse_id="grandpa"),
        ],
        P02_04=[
            {"person": "dad", "household": "H", "death_date": date(2020, 1, 1)},
            {"person": "grandpa", "household": "H", "death_date": date(2022, 7, 1)},
        ],
        P13_01=[{"person": "mum", "in_date": date(2021, 1, 1), "state": "在押"}],
    )
    found = features(world, standards(), ["H"]).persons.rows_by_key(
        "person", named=True, unique=True
    )
    assert (found["child"]["father_state"], found["child"]["mother_state"]) == ("dead", "detained")
    assert found["granny"]["widowed_on"] == date(2022, 7, 1)
    assert found["granny"]["father_state"] is None


RETIREMENT = [
    ("男", date(1964, 12, 31), date(2025, 1, 1), False),
    ("男", date(1965, 1, 15), date(2025, 1, 20), True),
    ("男", date(1965, 1, 15), date(2025, 2, 14), True),
    ("男", date(1965, 1, 15), date(2025, 2, 15), False),
    ("男", date(1965, 5, 15), date(2025, 7, 14), True),
    ("男", date(1965, 5, 15), date(2025, 7, 15), False),
    ("男", date(1980, 1, 1), date(2042, 12, 31), True),
    ("男", date(1980, 1, 1), date(2043, 1, 1), False),
    ("女", date(1969, 12, 31), date(2025, 1, 1), False),
    ("女", date(1970, 1, 1), date(2025, 1, 31), True),
    ("女", date(1970, 1, 1), date(2025, 2, 1), False),
    ("女", date(1990, 1, 1), date(2047, 12, 31), True),
    ("女", date(1990, 1, 1), date(2048, 1, 1), False),
]


@pytest.mark.parametrize(("sex", "born", "at", "working"), RETIREMENT)
def test_since_2025_the_retirement_age_moves_with_the_month_of_birth(sex, born, at, working):
    years = at.year - born.year - ((at.month, at.day) < (born.month, born.day))
    row = {"age": years, "sex": sex, "birth_date": born}
    assert values(working_age.value(standards(at)), [row], "person") == [working]


def test_until_2024_a_man_of_sixty_is_past_working_age():
    row = {"age": 60, "sex": "男"}
    assert values(working_age.value(standards(date(2024, 12, 31))), [row], "person") == [False]


def test_the_relations_have_one_word_each():
    assert len(RELATION.categories) == len(set(RELATION.categories)) == 8
