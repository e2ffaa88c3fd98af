"""Another city is another folder: its amounts, names and places change the answers, no code does."""

import pytest

from core.city import here, load_city, use_city
from tests.city.elsewhere import wanghu
from tests.counsel.talk import says
from tests.factories import person

NEED = "家里三口人，一个月两千七，能申请低保吗"


@pytest.fixture
def elsewhere():
    before = here()
    use_city(wanghu())
    yield wanghu()
    use_city(before)


async def told(now, area: str) -> str:
    await person("he", "resident", now, name="何阿姨", area=area)
    answers = (NEED, "对", "都没有", "没有", "在", "没有", "没有存款")
    return "\n".join([line for said in answers for line in await says("he", said, at=now)])


async def test_here_the_family_is_below_the_line(db, now):
    assert here().id == load_city().id
    said = await told(now, "330482102201")
    assert "很可能可以申请：最低生活保障" in said and "510 元/月" in said


async def test_there_the_same_words_are_answered_by_its_own_line(db, now, elsewhere):
    said = await told(now, "990182102")
    assert "现在够不上：最低生活保障" in said and "人均月收入低于低保标准" in said


async def test_there_its_own_name_is_asked_for(db, now, elsewhere):
    await person("he", "resident", now, name="何阿姨", area="990182102")
    asked = "\n".join(
        await says("he", NEED.replace("两千七", "一千"), "对", "都没有", "没有", at=now)
    )
    assert "望湖" in asked and "平湖" not in asked
