"""Whoever wants a person gets the nearest one, with the conversation; who says it is wrong, the town."""

from core.store.mail import Outbox
from tests.counsel.talk import heard_by, says, stranger
from tests.factories import staff

NEED = "家里三口人，一个月一千，能申请低保吗"


async def test_the_conversation_goes_along_word_for_word(db, now):
    await staff(now)
    await says("chen", NEED, "我不会弄，找个人帮我", at=now)
    told = await heard_by("peng", at=now, notice="worker.resident")
    assert NEED in told[0] and "我不会弄" in told[0]


async def test_a_complaint_goes_to_the_town_with_its_limit(db, now):
    await staff(now)
    told = await says("chen", NEED, "你们镇上办事的人态度太差了", at=now)
    assert "小吴" in told[0] and "10 天" in told[0]
    assert NEED in (await heard_by("wu", at=now, notice="worker.resident"))[0]
    assert not await heard_by("peng", at=now)


async def test_a_guest_is_asked_once_where_he_lives_and_gets_somebody_near(db, now):
    await staff(now)
    asked = await stranger("g1", NEED, "我不会弄，找个人帮我", at=now)
    assert "哪个镇" in asked[1]
    assert (await heard_by("cheng", at=now, notice="worker.resident")) != []
    assert "彭老师" in (await stranger("g1", "我住鱼圻塘村", at=now))[0]
    assert NEED in (await heard_by("peng", at=now, notice="worker.resident"))[0]


async def test_a_guest_who_talks_on_instead_is_heard(db, now):
    await staff(now)
    await stranger("g1", NEED, "我不会弄，找个人帮我", at=now)
    told = await stranger("g1", "家里四口人，一个月一千五", at=now)
    assert "4 口人" in told[0]
    assert await Outbox.filter(account__handle="peng").count() == 0


async def test_money_that_did_not_come_is_looked_up_by_the_town(db, now):
    await staff(now)
    told = await says("chen", "低保金这个月没到账", at=now)
    assert "小吴" in told[0] and "没有交过申请" not in told[0]
    assert "没到账" in (await heard_by("wu", at=now, notice="worker.resident"))[0]
