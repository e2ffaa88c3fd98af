"""A cry comes before everything: people hear it at once, the right number, and no word too many."""

from datetime import timedelta

import pytest

from core.counsel.danger import MUST_REPORT, SHARED_PHONE
from core.store.casework import Case, Step
from core.store.mail import Outbox
from tests.counsel.talk import heard_by, says, stranger
from tests.factories import CITY, TOWN_CODE, VILLAGE_CODE, person, staff

CRIES = [
    ("我妈昏过去了叫不醒", "120"),
    ("厨房着火了，快来人", "119"),
    ("煤气味很重，头好晕", "119"),
    ("我不想活了", "12356"),
    ("bu xiang huo le", "12356"),
    ("我妈走丢了，早上出去到现在没回来", "110"),
    ("有人说是公安局的，叫我把钱转到安全账户，我转了五千", "96110"),
]


@pytest.mark.parametrize(("cry", "number"), CRIES)
async def test_the_right_number_is_given_and_somebody_hears_it_now(cry, number, db, now):
    await staff(now)
    told = "\n".join(await says("chen", cry, at=now))
    assert number in told and "低保" not in told
    first = await Outbox.filter(notice="worker.resident").order_by("id").first()
    assert first.not_before == now and first.body["words"] == cry


@pytest.mark.parametrize("cry", ["老公喝了酒就打我", "叔叔老摸我，我害怕"])
async def test_where_another_may_hold_the_phone_it_shows_nothing(cry, db, now):
    await staff(now)
    assert await says("chen", cry, at=now) == ["好，收到了。"]
    answer = await Outbox.filter(notice="words").order_by("-id").first()
    assert answer.body["silent"] and not answer.body["rows"]
    told = await heard_by("cheng", at=now, notice="worker.resident")
    assert "别往这个手机上发话" in told[0] and "公安" in told[0]


@pytest.mark.parametrize(
    ("cry", "line"),
    [("叔叔老摸我，我害怕", "restricted"), ("隔壁小囡一个人锁在家里，哭了一下午", "children"),
     ("我不想活了", "restricted"), ("厨房着火了，快来人", "")],
)  # fmt: skip
async def test_matters_of_a_line_reach_its_people_only(cry, line, db, now):
    await staff(now)
    await person("shen", "grid", now, name="沈老师", area=TOWN_CODE, unit=TOWN_CODE, line=line)
    await says("chen", cry, at=now)
    found = await Case.get(monitor="CRY")
    lines = {"restricted", "children"} if line else {""}
    assert found.line in lines and found.region == VILLAGE_CODE and found.colour == "红"
    if found.line:
        assert not await heard_by("peng", at=now) and not await heard_by("wu", at=now)


async def test_five_minutes_are_the_limit_of_an_answer(db, now):
    await staff(now)
    await says("chen", "厨房着火了，快来人", at=now)
    assert (await Case.get(monitor="CRY")).answer_due - now == timedelta(minutes=5)


async def test_more_words_are_kept_in_the_same_case(db, now):
    await staff(now)
    for minute, cry in enumerate(("厨房着火了，快来人", "火越来越大了，救命")):
        await says("chen", cry, at=now + timedelta(minutes=minute))
    found = await Case.get(monitor="CRY")
    notes = await Step.filter(case=found, what="note").order_by("number")
    assert [step.detail["words"] for step in notes] == ["厨房着火了，快来人", "火越来越大了，救命"]


async def test_a_strangers_cry_is_heard_by_the_city_and_moves_to_his_village(both, now):
    await staff(now)
    told = await stranger("g1", "着火了，快来人", at=now)
    assert "哪个镇" in told[-1]
    assert (await Case.get(monitor="CRY")).region == CITY.code
    assert "着火了" in (await heard_by("cheng", at=now, notice="worker.resident"))[0]
    await stranger("g1", "在鱼圻塘村", at=now + timedelta(minutes=1))
    assert (await Case.get(monitor="CRY")).region == VILLAGE_CODE
    rung = await heard_by("peng", at=now, notice="worker.resident")
    assert "着火了" in rung[0] and "鱼圻塘村" in rung[0]


async def test_a_stranger_who_names_his_village_is_not_asked_for_it(db, now):
    await staff(now)
    told = await stranger("g1", "鱼圻塘村九组着火了，快来人", at=now)
    assert len(told) == 1
    assert (await Case.get(monitor="CRY")).region == VILLAGE_CODE


async def test_a_stranger_in_violence_is_asked_nothing(db, now):
    await staff(now)
    assert await stranger("g1", "老公喝了酒就打我", at=now) == ["好，收到了。"]


async def test_a_cry_in_the_middle_of_a_question_is_heard(db, now):
    await staff(now)
    await says("chen", "家里三口人，一个月两千，能申请低保吗", "对", at=now)
    assert "120" in "\n".join(await says("chen", "我爸昏过去了叫不醒", at=now))


def test_what_must_be_reported_and_where_nothing_is_written_is_fixed():
    assert set(SHARED_PHONE) <= set(MUST_REPORT)
    assert {"child_abuse", "child_alone", "violence"} == set(MUST_REPORT)
