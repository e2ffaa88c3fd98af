"""“删掉” erases what somebody told, but for an application under way; a cry still reaches people."""

from core.store.casework import Case
from core.store.consulting import Consultation
from core.store.mail import Inbox, Outbox, Talk
from tests.counsel.talk import heard_by, says
from tests.factories import staff

SECRET = "我爸瘫痪在床两年，家里没钱"


async def everything_kept() -> str:
    """Every word that is stored about residents, in one text."""
    inbox = [str(row.payload) for row in await Inbox.filter(chat="chen")]
    outbox = [str(row.body) for row in await Outbox.all()]
    talks = [str(row.draft) for row in await Talk.filter(chat="chen")]
    looks = [str(row.said) for row in await Consultation.all()]
    return "\n".join([*inbox, *outbox, *talks, *looks])


async def test_nothing_is_left_of_what_was_told(both, now):
    await staff(now)
    await says("chen", SECRET, "对", at=now)
    await says("chen", "我不会弄，找个人帮我", at=now)
    await Outbox.all().update(state="sent")
    assert SECRET in await everything_kept()
    told = await says("chen", "删掉", at=now)
    assert "删好了" in told[0]
    assert SECRET not in await everything_kept()
    assert await heard_by("peng", at=now, notice="worker.resident") == []


async def test_an_application_under_way_keeps_what_it_needs_and_says_so(db, now):
    await staff(now)
    await says("chen", "家里四口人，一个月一千五，能吃低保吗", "对", "都没有", "不清楚", "不清楚",
               "不清楚", at=now)  # fmt: skip
    await says("chen", at=now, press="ask_apply")
    assert "1 件申请" in (await says("chen", "删掉", at=now))[0]
    assert await Consultation.filter(case__monitor="ASK").count() == 1


async def test_a_cry_is_not_taken_back_before_it_is_heard(db, now):
    await staff(now)
    await says("chen", "厨房着火了，快来人", "删掉", at=now)
    assert "厨房着火了" in (await heard_by("peng", at=now, notice="worker.resident"))[0]
    assert await Case.filter(monitor="CRY").count() == 1


async def test_only_ones_own_words_go(db, now):
    people = await staff(now)
    await says("chen", "我不会弄，找个人帮我", at=now)
    await Outbox.all().update(state="sent")
    await says("cheng", "删掉", at=now)
    assert "我不会弄" in (await heard_by(people["peng"].handle, at=now))[0]
