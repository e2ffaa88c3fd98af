"""What is known when only some departments have delivered, and what is not."""

from datetime import date

import polars as pl
import pytest

from core.sources import sources
from core.variables import classes_behind, columns_behind, features, provenance, title_of, variables
from tests.variables import lu
from tests.variables.world import AT, World, standards

FEW = ("P02_01", "P02_02", "P01_01", "P03_06", "P03_01")


def few(*classes):
    return World(AT, **{name: lu.BEFORE[name] for name in classes or FEW})


def row_of(world):
    return features(world, standards(), [lu.HOME]).households.row(0, named=True)


def test_with_few_classes_the_family_is_still_a_low_income_family_with_one_worker():
    row = row_of(few())
    assert row["status"] == "dibao" and row["low_income"] is True
    assert (row["n_labor"], row["n_labor_unknown"]) == (1, 0)
    assert (row["n_elder60"], row["n_elder60_unknown"]) == (2, 0)
    assert (row["n_members"], row["n_members_unknown"]) == (3, 0)


OPEN = (
    "asset_ok",
    "liquid_pc",
    "housing_grade",
    "homeless_or_rent",
    "utility_cut",
    "kwh_month",
    "n_missing_appl",
    "shock_fire",
    "shock_fire_days",
    "shock_recent",
    "alarm_open",
    "crisis",
    "med_share",
    "debt_exec",
    "arrears",
    "hazard_open",
    "days_since_contact",
    "asset_income_m",
    "n_missing_benefits",
)


def test_what_nobody_delivered_cannot_be_told():
    row = row_of(few())
    assert {name for name in OPEN if row[name] is not None} == set()


def test_what_the_ages_decide_is_decided_by_the_ages():
    row = row_of(few())
    assert row["elder_alone"] is False, "three people live there"
    assert row["n_child_hard_unknown"] == 0, "there are no children"


def test_a_count_says_how_many_could_not_be_judged():
    row = row_of(few())
    assert (row["n_dis"], row["n_dis_unknown"]) == (0, 3)
    assert (row["n_employed"], row["n_employed_unknown"]) == (0, 1)


def test_standing_in_a_register_counts_though_another_register_is_missing():
    assert row_of(few("P01_01"))["status"] == "dibao"
    assert row_of(few("P02_01", "P02_02"))["status"] is None


def test_being_on_the_graduates_register_is_evidence_of_labour_not_against_the_disability_register():
    cert = lu.of(lu.JIE, status="有效", kind="肢体", level=1, issued_at=date(2020, 1, 1))
    assert row_of(few().later(AT, P10_01=[cert]))["n_labor"] == 0


def test_a_stale_register_says_nothing_a_stale_event_has_still_happened():
    fire = {"household": lu.HOME, "alarm_at": lu.moment(2022, 7, 1), "injured": 1}
    world = World(
        AT,
        stale=("P01-01", "M16-03"),
        P02_01=lu.BEFORE["P02_01"],
        P01_01=lu.BEFORE["P01_01"],
        M16_03=[fire],
    )
    row = row_of(world)
    assert row["status"] is None
    assert (row["shock_fire"], row["shock_fire_days"]) == ("severe", 14)
    assert row["shock_recent"] is True


def test_the_oldest_shock_fades_from_its_own_day():
    calls = [
        {"household": lu.HOME, "alarm_at": lu.moment(2022, 7, 10), "injured": 0},
        {"household": lu.HOME, "alarm_at": lu.moment(2022, 3, 1), "injured": 1},
    ]
    row = row_of(lu.before().later(AT, M16_03=calls))
    assert (row["shock_fire"], row["shock_fire_days"]) == ("severe", 136)
    assert row_of(lu.before())["shock_fire_days"] == 0


@pytest.mark.parametrize("name", sorted(variables()))
def test_every_class_a_variable_declares_is_read_or_known_not_to_hold_it(name):
    elsewhere = {
        "n_missing_benefits": {"M01-05", "P01-10", "P03-01"},  # the rules read them
        "pc_income": {"P01-06"},  # assets only, no income
        "edu_share": {"M05-01"},  # aid received, not fees paid
        "homeless_or_rent": {"M07-04"},  # who rents may own a house elsewhere
        "rehab_share": {"P10-03"},  # a device is not rehabilitation
    }
    missing = set(variables()[name].classes) - set(classes_behind(name, standards()))
    assert missing <= elsewhere.get(name, set())


def test_every_class_read_exists():
    read = {c for n in variables() for c in classes_behind(n, standards())}
    assert read <= sources().keys() and len(read) > 60


def test_the_columns_behind_a_variable_do_not_drag_in_who_is_a_member():
    assert columns_behind("n_dis", standards()) == {"disabled"}
    assert "relation" in columns_behind("n_members", standards())


def test_every_value_can_be_traced_to_class_day_and_person():
    found = provenance(lu.after(), standards(lu.LATER), lu.HOME)
    assert set(found) == set(variables())
    [idle] = [e for e in found["grad_idle_months"] if e.class_id == "P03-06"]
    assert (idle.person, idle.data_date, idle.observed) == (lu.JIE, AT, AT)
    assert idle.value == {"graduate_on": date(2021, 7, 1), "graduate_state": "未就业"}
    [wage] = [e for e in found["pc_income"] if e.class_id == "P11-01"]
    assert wage.value["wage"] == 7_809_00 and wage.observed == lu.LATER
    assert wage.department == "P11"


def test_silence_is_evidence_with_the_day_of_the_last_delivery():
    found = provenance(lu.before(), standards(), lu.HOME)
    [none] = found["n_dis"]
    assert (none.class_id, none.data_date, none.observed) == ("P10-01", None, AT)
    assert none.value == {"disabled": False}
    never = provenance(few(), standards(), lu.HOME)["n_dis"]
    assert [(e.class_id, e.observed, e.value) for e in never] == [("P10-01", None, {})]


def test_supplying_what_is_missing_decides_the_variable():
    blank = few("P02_01", "P02_02", "P01_01")
    assert row_of(blank)["n_dis_unknown"] == 3
    asked = World(AT, P10_01=[], **dict(blank.delivered()))
    assert row_of(asked)["n_dis_unknown"] == 0


def test_the_region_follows_the_head():
    people = features(lu.before(), standards(), [lu.HOME]).persons
    assert people.filter(pl.col("relation") == "head")["person"].to_list() == [lu.SHUIGEN]


def test_every_column_can_say_what_it_means():
    std = standards()
    told = {n: title_of(n, std) for n in [*variables(), "labour", "insured_60d", "income_gross"]}
    assert all(told.values())
    assert told["labour"] == "劳动力"
    assert told["insured_60d"].startswith("社会保险参保缴费")
