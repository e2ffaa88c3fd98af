"""A job on dibao: the numbers of the law are said, an assumption is not, and nothing stops by itself."""

from datetime import date

import pytest

from core.counsel.job import after_a_job
from core.store.casework import Case
from tests.city.elsewhere import wanghu
from tests.counsel.talk import says
from tests.factories import CITY, staff

STD = CITY.standards(date(2022, 7, 15))


@pytest.mark.parametrize(("wage", "over"), [(3200, 0), (3210, 0), (3211, 1), (5000, 1790)])
def test_wages_up_to_three_standards_do_not_count(wage, over):
    spared = after_a_job(STD, wage)
    assert (spared.least, spared.most, spared.cap, spared.over) == (6, 12, 3210, over)


@pytest.mark.parametrize("wage", [None, 0, True, {"min": 3000, "max": 3999}])
def test_a_wage_nobody_told_is_not_counted_with(wage):
    assert after_a_job(STD, wage).wage is None


def test_what_another_city_only_assumes_is_not_said():
    assert after_a_job(wanghu().standards(date(2022, 7, 15)), 3200) is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("我儿子找到工作了，一个月3200，低保会停吗", "一个月 3,200 元没超过，低保金不变"),
        ("我女儿找到工作了，一个月5000，低保会不会停", "多出来的 1,790 元才算"),
        ("我儿子找到工作了", "每月工资 3,210 元以内不算收入"),
    ],
)
async def test_it_is_said_with_the_numbers_and_people_look(words, sentence, db, now):
    await staff(now)
    told = "\n".join(await says("chen", words, at=now))
    assert sentence in told and "6–12 个月" in told and "不会马上停" in told
    found = await Case.get(monitor="TOLD")
    assert found.colour == "绿" and "别停发" in found.evidence["brief"]["ask"]
