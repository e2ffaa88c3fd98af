"""The plan leans on the night's facts: what may help, what others gave, which posts fit."""

from datetime import date

import pytest

from core import accounts
from core.cases import advice, planning, work
from core.cases.doors import case_for
from core.cases.doubles import earlier
from core.cases.jobs import posts_for
from core.cases.suggesting import plan_of
from core.store.casework import Case
from core.store.database import atomically
from scheduler.jobs import advice as job
from tests.factories import case, staff
from tests.scheduler.families import AT, listed, street
from tests.variables.world import standards

SON = {"C": {"sex": "男", "birth_date": date(2000, 5, 1)}}
LU = listed(
    *SON.items(),
    P06_02=[{"person": "C", "degree": "专科", "fulltime": True, "grad_date": date(2021, 7, 1),
             "major": "机电一体化"}],
    P06_03=[],
    P01_05=[{"kind": "急难型", "amount": 2000_00, "approve_date": date(2022, 3, 1)},
            {"kind": "急难型", "amount": 900_00, "approve_date": date(2021, 7, 14)}],
    M21_05=[{"item": "冰箱", "qty": 1, "delivered_at": date(2022, 1, 20)}],
)  # fmt: skip
VACANCIES = [
    {"vacancy_id": "a", "title": "机电设备维修工", "employer": "甲厂", "town": "330482102",
     "skill": ["机电"], "edu_min": "专科", "wage_min": 5000_00, "wage_max": 7000_00,
     "headcount": 2, "expire_at": date(2022, 8, 1)},
    {"vacancy_id": "b", "title": "超市收银", "employer": "乙店", "town": "330482102", "skill": [],
     "edu_min": "不限", "headcount": 1, "expire_at": date(2022, 8, 1)},
    {"vacancy_id": "c", "title": "工程师", "employer": "丙厂", "town": "330482102",
     "skill": ["机电"], "edu_min": "本科", "headcount": 1, "expire_at": date(2022, 8, 1)},
    {"vacancy_id": "d", "title": "机电装配", "employer": "丁厂", "town": "330482102",
     "skill": ["机电"], "edu_min": "不限", "headcount": 1, "expire_at": date(2022, 7, 14)},
    {"vacancy_id": "e", "title": "数控操作工", "employer": "戊厂", "town": "330482103",
     "skill": ["机电", "数控"], "edu_min": "中专", "headcount": 3, "expire_at": None},
]  # fmt: skip


@pytest.fixture(scope="module")
def known():
    world = street({"陆家": LU}).later(AT, M02_02=VACANCIES)
    return advice.read(world, standards(AT), ["陆家", "没有这家"])


async def lu(now):
    """The case of the Lu family with last night's facts, visited."""
    people = await staff(now)
    found = await case(now, household="陆家", person="陆家/C")
    await atomically(lambda: job.keep([found.id], NOW_KNOWN[0]))
    return people, await Case.get(id=found.id)


NOW_KNOWN = []


@pytest.fixture(autouse=True)
def _same(known):
    NOW_KNOWN[:] = [known]


def test_suggestions_are_five_at_most_and_one_of_them_a_service(known):
    told = known.suggested["陆家"]
    assert 0 < len(told) <= 5 and "没有这家" not in known.suggested
    assert any(planning.offers()[one["offer"]].is_service for one in told)


def test_what_departments_gave_within_a_year_is_known_and_nothing_older(known):
    told = {(one["what"], one["item"], one["giver"], one["quantity"])
            for one in known.received["陆家"]}  # fmt: skip
    assert told == {("临时救助", "HP-09", "P01", "2000 元"), ("冰箱", "HP-28", "M21", "1件")}


def test_only_open_posts_he_may_take_are_kept(known):
    assert [post.id for post in known.posts] == ["a", "b", "c", "e"]
    assert ("机电一体化", "专科") in known.training.values()


async def test_the_night_writes_once_and_nothing_when_nothing_changed(both, now, known):
    _, found = await lu(now)
    assert {"suggested", "received", "posts"} <= set(found.evidence)
    assert await atomically(lambda: job.keep([found.id], known)) == 0


async def test_an_appliance_somebody_gave_is_not_suggested_again_but_shown(db, now):
    _, found = await lu(now)
    found.evidence = {**found.evidence, "found_needs": ["HP-28", "HP-09"]}
    lines = {line.offer for line in await plan_of(found, at=now)}
    assert not {"HP-28", "HP-09"} & lines
    [before] = await earlier(found, ["HP-28"], at=now)
    assert (before.what, before.giver, before.day) == ("冰箱", "M21", date(2022, 1, 20))


async def test_at_most_five_lines_with_why_days_and_papers(db, now):
    _, found = await lu(now)
    found.evidence = {**found.evidence, "found_needs": [f"HP-{n}" for n in range(10, 27)]}
    lines = await plan_of(found, at=now)
    assert len(lines) == 5 and any(line.what.is_service for line in lines)
    assert all(line.what.why and line.what.days and line.what.documents for line in lines)


async def test_three_posts_are_ranked_with_reasons_and_his_words_rank_them_anew(db, now):
    _, found = await lu(now)
    found.evidence["posts"] |= {"major": "机电一体化", "degree": "专科"}
    ranked = await posts_for(found, at=now)
    assert [one.post.id for one in ranked] == ["a", "e", "b"] and all(one.why for one in ranked)
    assert ranked[0].why[0].code == "trade"


async def test_added_changed_refused_with_a_reason_and_not_suggested_again(both, now):
    people, found = await lu(now)
    peng = await accounts.who(people["peng"])
    met = work.Report("去过了，人在家，想找工作", "visited", ("wants_job",))

    async def decide():
        here = await case_for(peng, found.number, "work_case", at=now)
        await work.report(here, peng, met, key="v", at=now)
        await planning.add(here, "HP-33", peng, at=now)
        await planning.refuse(here, "HP-01", peng, "他说不想培训，想直接上班", at=now)
        return {line.offer: line.state for line in await plan_of(here, at=now)}

    plan = await atomically(decide)
    assert plan["HP-33"] == "accepted" and plan["HP-02"] == "proposed" and "HP-01" not in plan
