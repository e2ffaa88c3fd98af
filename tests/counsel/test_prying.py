"""Asking about others by name or number reveals nothing; one's own is only one's own."""

import pytest

from core.access import NotAllowed
from core.counsel import apply_for, progress
from core.language.asides import pries
from core.store.consulting import Consultation
from core.store.database import atomically
from tests.counsel.talk import says, who
from tests.factories import CITY, VILLAGE_CODE, case, staff
from tests.intake.world import made_up_id

ID = made_up_id(17, "19570302")
PRYING = [
    "我隔壁张阿婆是不是吃低保",
    "帮我查查陆水根家领多少钱",
    f"{ID}这个人是不是低保",
    "村里谁家在吃低保，有没有名单",
    "对门那家有没有补助",
    "查一下别人家的低保情况",
]
HELPING = [
    "我隔壁张阿婆八十多了，一个人，能不能吃低保",
    "我邻居家很困难，可以申请补助吗",
    "我家是不是低保",
    "我爸是不是特困",
    "帮我查查我家领多少钱",
    "我老公生病了，有没有补助",
]


@pytest.mark.parametrize("words", PRYING)
def test_prying_is_noticed(words):
    assert pries(words)


@pytest.mark.parametrize("words", HELPING)
def test_a_need_or_ones_own_family_is_not_prying(words):
    assert not pries(words)


async def test_the_words_are_the_same_whether_the_family_is_known_or_not(db, now):
    await staff(now)
    await case(now, household="H1")  # 陆水根家 has a matter
    asked = [f"帮我查查{name}家领多少钱" for name in ("陆水根", "王富贵", "没有这个人")]
    told = [await says("chen", words, at=now) for words in asked]
    assert told[0] == told[1] == told[2] and "不能说" in told[0][0]


async def test_another_persons_look_cannot_be_applied_for(db, now):
    await staff(now)
    await says("chen", "家里四口人，一个月一千五，能吃低保吗", "对", "都没有", "不清楚", "不清楚",
               "不清楚", at=now)  # fmt: skip
    kept, other = await Consultation.get(), await who("cheng")
    with pytest.raises(NotAllowed):
        await atomically(lambda: apply_for(other, kept.id, VILLAGE_CODE, CITY, at=now))


async def test_everybody_sees_only_his_own_progress(db, now):
    await staff(now)
    await says("chen", "我儿子找到工作了", at=now)
    assert len(await progress(await who("chen"))) == 1
    assert await progress(await who("cheng")) == []
