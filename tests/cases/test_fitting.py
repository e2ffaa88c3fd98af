"""Whether a family may have what a visit found: yes, no, or cannot tell with the fact that decides it."""

from datetime import date

import polars as pl
import pytest

from core import accounts, catalogue
from core.cases import advice, fitting, needs, work
from core.cases.fitting import Fit, fit, signs
from core.cases.suggesting import plan_of
from core.store.casework import Case
from core.store.database import atomically
from scheduler.jobs import advice as night
from tests.factories import case, staff
from tests.scheduler.families import AT, couple, listed, street
from tests.variables.world import standards

AID, FRIDGE, TRAINING = "HP-13", "HP-28", "HP-01"


def case_of(kept, seen=(), line=""):
    return Case(evidence={fitting.KEPT: kept, "seen": list(seen)}, line=line)


def facts(found):
    return [one.title for one in found.about]


@pytest.mark.parametrize(
    ("signs_", "says", "about"),
    [
        ("+--", True, []),
        ("?+?", True, []),
        ("---", False, ["完全失能人数", "半失能人数", "重度残疾人数"]),
        ("-?-", None, ["半失能人数"]),
    ],
)
def test_any_of_three_tests_is_enough_and_only_what_decides_is_asked(signs_, says, about):
    found = fit(case_of({AID: signs_}), AID)
    assert (found.says, facts(found)) == (says, about)


def test_before_the_first_night_nothing_is_known_and_an_offer_not_yet_in_force_is_none():
    assert fit(Case(evidence={}), AID) == Fit(None)
    assert fit(case_of({}), AID).says is False


def test_what_a_visit_saw_settles_what_no_record_told_and_doubts_what_one_tells_otherwise():
    assert fit(case_of({FRIDGE: "+?"}, ["n_missing_appl"]), FRIDGE).says is True
    doubted = fit(case_of({FRIDGE: "+-"}, ["n_missing_appl"]), FRIDGE)
    assert doubted.says is None and [one.seen for one in doubted.about] == [True]
    assert fit(case_of({FRIDGE: "--"}, ["n_missing_appl"]), FRIDGE).says is False


def test_what_another_line_keeps_is_not_told_by_an_answer():
    crisis = {"HP-32": "+"}
    assert fit(case_of(crisis), "HP-32").says is None
    assert fit(case_of(crisis, line="safety"), "HP-32").says is True
    assert not fitting.discreet(case_of(crisis), "HP-32")


@pytest.mark.parametrize("name", catalogue.offers())
def test_every_test_of_an_offer_can_be_asked_about(name):
    for test in catalogue.tested(catalogue.offers()[name]):
        [fact] = fitting._facts([test], set())
        assert fact.title and fact.title_en and fact.ask[-1] in "？。"


def test_signs_say_what_the_conditions_say():
    homes = {"household": ["a", "b", "c"], "low_income": [True, True, False],
             "n_missing_appl": [2, None, None]}  # fmt: skip
    told = signs(pl.DataFrame(homes), AT)
    assert [told[home][FRIDGE] for home in "abc"] == ["++", "+?", "-?"]
    assert [fit(case_of(told[home]), FRIDGE).says for home in "abc"] == [True, None, False]
    assert signs(pl.DataFrame(homes), date(2000, 1, 1))["a"] == {}


@pytest.mark.parametrize(
    ("words", "offers_"),
    [
        ("还缺轮椅", [AID]),
        ("老人要护理床", [AID]),
        ("想学手艺", [TRAINING]),
        ("去过了，属实。家里没有冰箱，想做康复", ["HP-18", FRIDGE]),
        ("轮椅有了，不缺护理床", []),
        ("轮椅已经送到", []),
        ("不想学手艺", []),
        ("没说要轮椅", []),
        ("主要在做康复", []),
        ("他坐着轮椅", []),
    ],
)
def test_what_is_asked_for_by_name(words, offers_):
    assert needs.wanted(words) == offers_


async def plan_after(story, peng, now):
    """The plan of a family after a visit that found the same in every one."""
    home = f"第{await Case.all().count()}家"
    opened = await case(now, household=home, subject=home)
    known = advice.read(street({home: story}), standards(AT), [home])
    told = work.Report("人在，还缺轮椅，冰箱坏了", "visited", ("lacks_appliance",))

    async def visited():
        await night.keep([opened.id], known)
        found = await Case.get(id=opened.id)
        await work.report(found, peng, told, key=home, at=now)
        return {line.offer: line.fit for line in await plan_of(found, at=now)}

    return await atomically(visited)


async def test_what_a_visit_found_is_judged_by_last_nights_facts(both, now):
    peng = await accounts.who((await staff(now))["peng"])
    poor = await plan_after(listed(("C", {"sex": "男", "birth_date": date(2000, 5, 1)})), peng, now)
    assert poor[AID].says is False and poor[FRIDGE].says is None
    well = await plan_after(couple(), peng, now)
    assert (well[FRIDGE].says, facts(well[FRIDGE])) == (False, ["低收入（含潜在对象）"])
