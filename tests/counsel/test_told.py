"""The card of somebody no register knows, and words that go both ways without a number."""

import pytest

from bot.speak import NoSuchButton, speak
from core.access import NotAllowed
from core.counsel.told import told_in
from core.store.casework import Case
from core.store.database import atomically
from core.store.trail import Audit
from tests.counsel.talk import heard_by, says, who
from tests.factories import CITY, case, person, staff

NEED = ("家里四口人，一个月一千五，能吃低保吗", "对", "都没有", "不清楚", "不清楚", "不清楚")


async def card(number: str, handle: str, now) -> dict:
    answered = await speak(handle, "", at=now, press="card", about=number)
    return next(r for r in answered.replies if r["to"] == handle and not r.get("toast"))


async def asked(now) -> Case:
    await says("chen", *NEED, at=now)
    await says("chen", at=now, press="ask_apply")
    return await Case.get(monitor="ASK")


async def test_the_card_of_an_application_says_what_was_told_and_what_is_missing(db, now):
    await staff(now)
    found = await asked(now)
    told = await card(found.number, "peng", now)
    for piece in ("4 口人", "1500", "现在的救助身份：都没有", NEED[0], "还差", "还没核对"):
        assert piece in told["text"]
    assert told["buttons"] == ["回他一句"] and "picture" not in told
    assert await Audit.filter(what="see_card", about=found.number).count() == 1


async def test_the_card_of_a_change_has_its_words(db, now):
    await staff(now)
    await says("chen", "我儿子找到工作了，上个月开始上班的", at=now)
    told = await card((await Case.get(monitor="TOLD")).number, "peng", now)
    assert "我儿子找到工作了" in told["text"] and "回他一句" in told["buttons"]


async def test_the_card_of_a_cry_has_its_words(db, now):
    await staff(now)
    await says("chen", "厨房着火了，快来人", at=now)
    told = await card((await Case.get(monitor="CRY")).number, "peng", now)
    assert "厨房着火了" in told["text"]


async def test_a_guest_is_said_to_be_unknown_to_everybody(db, now):
    await staff(now)
    await person("guo", "resident", now, name="过路人")
    await says("guo", "着火了，在鱼圻塘村", at=now)
    told = await card((await Case.get(monitor="CRY")).number, "peng", now)
    assert "先问清是谁" in told["text"]


async def test_a_family_the_register_knows_has_its_portrait_and_what_it_told(db, now):
    await staff(now)
    await person("lin", "resident", now, name="林阿姨", household="H9", area="330482102201")
    await says("lin", "我儿子找到工作了，上个月开始上班的", at=now)
    found = await Case.get(monitor="TOLD")
    answered = await speak("peng", "", at=now, press="card", about=found.number)
    mine = [r for r in answered.replies if r["to"] == "peng" and not r.get("toast")]
    assert [r.get("picture") for r in mine] == ["card", None]


async def test_who_may_not_see_the_case_does_not_see_the_card(db, now):
    await staff(now)
    await person("far", "grid", now, name="远方", area="330482103", unit="330482103")
    found = await asked(now)
    for handle in ("far", "zhou", "chen"):
        with pytest.raises(NoSuchButton):
            await speak(handle, "", at=now, press="card", about=found.number)


async def test_a_finding_of_a_monitor_was_told_by_nobody(db, now):
    await staff(now)
    found = await case(now)
    assert await told_in(found, await who("peng"), CITY, at=now) is None


async def test_words_go_to_the_resident_and_come_back(both, now):
    await staff(now)
    found = await asked(now)
    await card(found.number, "peng", now)
    await says("peng", at=now, press="回他一句")
    await says("peng", "阿姨，我明天上午过来", at=now)
    assert (await heard_by("chen", at=now, notice="resident.word")) == [
        "📣 彭老师说：\n「阿姨，我明天上午过来」"
    ]
    await says("chen", at=now, press="回他一句")
    await says("chen", "好的，我等你", at=now)
    assert "好的，我等你" in (await heard_by("peng", at=now, notice="resident.word"))[0]


async def test_nobody_writes_to_somebody_who_never_turned_to_him(db, now):
    from bot.handlers import writing
    from bot.message import Incoming, Press

    await staff(now)
    chen = await who("chen")
    press = Press("write", "", str(chen.id))
    said = Incoming("console", "peng", "peng", "k", now, who=await who("peng"), press=press)
    with pytest.raises(NotAllowed):
        await atomically(lambda: writing.begin(said))


async def test_nobody_writes_to_a_phone_another_may_hold(db, now):
    from bot.handlers import writing
    from bot.message import Incoming, Press

    await staff(now)
    await person("xu", "grid", now, name="徐姐", area="330482102", line="restricted")
    await says("chen", "老公喝了酒就打我", at=now)
    found, xu, chen = await Case.get(monitor="CRY"), await who("xu"), await who("chen")
    assert not (await told_in(found, xu, CITY, at=now)).reachable
    for press in (Press("write", found.number), Press("write", "", str(chen.id))):
        said = Incoming("console", "xu", "xu", "k", now, who=xu, press=press)
        with pytest.raises(NotAllowed):
            await atomically(lambda said=said: writing.begin(said))
