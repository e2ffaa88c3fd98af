"""Every answer is kept with its rules' versions and can be explained later (PIPL art. 24)."""

from datetime import date, timedelta

from core.clock import parse_moment
from core.counsel import Inquiry, look, remember
from core.counsel.explaining import explain
from core.language import understand_resident
from core.language.asides import asks_why
from core.rules import rules
from core.store.consulting import Consultation
from tests.counsel.talk import says, who
from tests.factories import CITY, staff

RICH = "家里两口人，一个月五千，能吃低保吗"


async def told(handle, words, at):
    inquiry = Inquiry().heard(understand_resident(words), words)
    inquiry = inquiry.answered({"status": "none"}, 0, "都没有")
    found = look(inquiry, CITY.standards(at.date()), enough=True)
    return await remember(await who(handle), inquiry, found, at=at)


async def test_an_answer_keeps_day_words_and_the_version_of_every_rule(db, now):
    await staff(now)
    kept = await Consultation.get(id=(await told("chen", RICH, now)).id)
    assert kept.day == now.date() and RICH in kept.said["texts"]
    first = kept.verdicts[0]
    assert first["verdict"] == "no"
    assert first["since"] == rules(kept.day)[first["rule"]].label.since.isoformat()


async def test_it_is_explained_later_by_the_numbers_of_its_own_day(db, now):
    await staff(now)
    await told("chen", RICH, now)
    found = await explain(await who("chen"), CITY)
    assert found.day == date(2022, 7, 15) and found.same
    poor = next(b for b in found.verdicts[0].because if b.holds is False)
    assert poor.limit == 1070 and poor.source and poor.since <= found.day


async def test_a_rule_that_changed_since_is_said_to_have_changed(db, now):
    await staff(now)
    kept = await told("chen", RICH, now)
    kept.verdicts = [{**kept.verdicts[0], "since": "2011-01-01"}]
    await kept.save()
    assert not (await explain(await who("chen"), CITY)).same


async def test_why_is_answered_with_conditions_and_a_way_to_disagree(db, now):
    await staff(now)
    await says("chen", RICH, "对", "都没有", at=now)
    later = now + timedelta(days=20)
    said = "\n".join(await says("chen", "你们怎么算出来的", at=later))
    assert "7 月 15 日" in said and "1,070" in said and "没对上" in said


async def test_nobody_is_told_what_another_was_told(db, now):
    await staff(now)
    await told("peng", RICH, now)
    assert await explain(await who("chen"), CITY) is None
    said = "\n".join(await says("chen", "为什么说我不符合", at=now))
    assert "1,070" not in said


def test_a_question_for_reasons_is_told_from_a_complaint():
    for words in ("为什么说我不符合", "你们怎么算出来的", "为啥不行", "依据是什么", "解释一下"):
        assert asks_why(words)
    for words in ("为什么停我低保", "态度太差了", "怎么申请低保", "能不能算我一个"):
        assert not asks_why(words)


async def test_the_standard_of_the_day_is_used_not_todays(db):
    before, after = parse_moment("2022-07-15T09:00"), parse_moment("2023-02-01T09:00")
    await staff(before)
    await told("chen", "我爸85了，平湖户口，有没有高龄补贴", before)
    assert "R-12" not in {v.id for v in (await explain(await who("chen"), CITY)).verdicts
                          if v.verdict == "yes"}  # fmt: skip
    await told("chen", "我爸85了，平湖户口，有没有高龄补贴", after)
    found = await explain(await who("chen"), CITY)
    assert found.day == after.date() and found.verdicts[0].verdict == "yes"
