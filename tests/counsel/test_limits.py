"""Guests ask as much as a family needs and no more; a cry is heard however often somebody wrote."""

from datetime import timedelta

import pytest

from core.counsel import EnoughUnderWay, Inquiry, apply_for, look, over_limit, remember
from core.counsel.limits import APPLICATIONS, IN_A_DAY, IN_AN_HOUR, RINGS_IN_AN_HOUR
from core.counsel.whereabouts import is_guest
from core.language import understand_resident
from core.store.casework import Case
from core.store.database import atomically
from core.store.mail import Inbox, Outbox
from core.store.people import Account
from tests.counsel.talk import heard_by, says, stranger, who
from tests.factories import CITY, VILLAGE_CODE, person, staff

ASK = "家里三口人，一个月两千，能申请低保吗"


async def wrote(chat: str, times: int, at) -> None:
    """So many messages of this chat were stored."""
    await Inbox.bulk_create(
        [Inbox(channel="console", update_key=f"{chat}{at}{n}", chat=chat, payload={},
               state="done", received_at=at) for n in range(times)]
    )  # fmt: skip


async def guest_of(chat: str, now):
    await stranger(chat, ASK, at=now)
    return await who((await Account.get(handle__startswith="guest-")).handle)


async def test_a_stranger_who_tells_a_need_is_heard_and_told_what_becomes_of_his_words(db, now):
    told = await stranger("g1", ASK, at=now)
    assert "我听到的是" in told[0] and "删掉" in told[-1]
    assert is_guest(await who((await Account.get(handle__startswith="guest-")).handle))


async def test_a_guest_above_the_limit_is_told_once_and_then_waits(both, now):
    await stranger("g1", ASK, at=now)
    await wrote("g1", IN_AN_HOUR - 1, now)
    assert "先歇一歇" in (await stranger("g1", "对", at=now))[0]
    assert await stranger("g1", "对", at=now) == []
    later = now + timedelta(hours=2)
    assert "低保" in (await stranger("g1", "对", at=later))[0]


async def test_the_question_that_was_open_is_still_open_afterwards(db, now):
    await stranger("g1", ASK, "对", at=now)
    await wrote("g1", IN_AN_HOUR, now)
    await stranger("g1", "都没有", at=now)
    told = await stranger("g1", "都没有", at=now + timedelta(hours=2))
    assert "汽车" in told[0]


async def test_there_is_a_limit_a_day_too(db, now):
    guest = await guest_of("g1", now)
    for hour in range(1, 5):
        await wrote("g1", IN_A_DAY // 4, now + timedelta(hours=2 * hour))
    assert await over_limit(guest, "console", "g1", at=now + timedelta(hours=12)) > 0
    assert await over_limit(guest, "console", "g1", at=now + timedelta(days=2)) == 0


async def test_a_cry_is_heard_above_every_limit(db, now):
    await staff(now)
    await stranger("g1", ASK, at=now)
    await wrote("g1", 2 * IN_A_DAY, now)
    told = await stranger("g1", "着火了，在鱼圻塘村，快来人", at=now)
    assert "119" in told[0]
    assert await Case.filter(monitor="CRY", region=VILLAGE_CODE).count() == 1


async def test_a_known_resident_has_no_limit(db, now):
    await staff(now)
    await wrote("chen", 3 * IN_A_DAY, now)
    assert "我听到的是" in (await says("chen", ASK, at=now))[0]
    assert await over_limit(await who("chen"), "console", "chen", at=now) == 0


async def test_a_guest_has_few_applications_under_way_a_resident_as_many_as_he_needs(db, now):
    await staff(now)
    await person("guo", "resident", now, name="过路人")
    for handle, most in (("guo", APPLICATIONS), ("chen", APPLICATIONS + 2)):
        one = await who(handle)
        for _ in range(most):
            await atomically(lambda one=one: applied(one, now))
    with pytest.raises(EnoughUnderWay):
        await atomically(lambda: _applied_by("guo", now))


async def _applied_by(handle: str, now):
    await applied(await who(handle), now)


async def applied(one, now):
    heard = understand_resident(ASK)
    inquiry = Inquiry().heard(heard, ASK)
    kept = await remember(
        one, inquiry, look(inquiry, CITY.standards(now.date()), enough=True), at=now
    )
    return await apply_for(one, kept.id, VILLAGE_CODE, CITY, at=now)


async def test_one_resident_rings_only_so_often_on_one_phone(db, now):
    await staff(now)
    for n in range(RINGS_IN_AN_HOUR + 4):
        await says("chen", f"着火了，救命，第 {n} 次", at=now + timedelta(minutes=n))
    rung = await Outbox.filter(account__handle="peng", notice="worker.resident").count()
    assert rung == RINGS_IN_AN_HOUR
    assert await Case.filter(monitor="CRY").count() == 1  # and every word is kept there
    last = now + timedelta(hours=2)
    await says("chen", "又着火了，快来", at=last)
    assert "又着火了" in (await heard_by("peng", at=last, notice="worker.resident"))[-1]
