"""On leave, moved, gone: who sees what from that day on."""

from datetime import timedelta

import pytest

from bot.answering import answer
from bot.handlers import BOOK
from bot.message import Incoming, Press
from core import accounts, leaves
from core.access import NotAllowed
from core.cases import handing, work
from core.cases.doors import case_for, open_cases_of
from core.store.casework import Case
from core.store.database import atomically
from core.store.mail import Outbox
from tests.cases.words import messages_to
from tests.factories import case, person, staff


async def away(people, now, stand_in, days=3):
    day = now.date()
    await atomically(
        lambda: leaves.take_leave(people["peng"], day, day + timedelta(days=days), stand_in, at=now)
    )


async def test_the_stand_in_sees_takes_and_reports_what_would_be_his(both, now):
    people = await staff(now)
    li = await person("li", "grid", now, area="330482106201", name="李姐")
    await away(people, now, li)
    opened = await case(now, whistle=("village",))
    who = await accounts.who(li)
    assert [c.id for c in await open_cases_of(who, at=now)] == [opened.id]
    told = work.Report("去过了，人在家", "visited")
    assert await atomically(lambda: work.report(opened, who, told, key="k", at=now))


async def test_what_he_had_in_hand_is_in_the_hands_of_the_stand_in(both, now):
    people = await staff(now)
    li = await person("li", "grid", now, area="330482106201", name="李姐")
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    await atomically(lambda: work.take(opened, peng, at=now))
    await away(people, now, li)
    assert await atomically(lambda: handing.cover(people["peng"], at=now)) == 1
    who = await accounts.who(li)
    card = (await messages_to(who, now))[-1]
    assert "彭老师接了" in card.text and card.rows


async def test_after_the_leave_the_stand_in_sees_nothing_of_it(both, now):
    people = await staff(now)
    li = await person("li", "grid", now, area="330482106201")
    await away(people, now, li, days=1)
    opened = await case(now)
    who = await accounts.who(li)
    assert await case_for(who, opened.number, "see_case", at=now + timedelta(days=1))
    with pytest.raises(NotAllowed):
        await case_for(who, opened.number, "see_case", at=now + timedelta(days=2))


async def test_back_early_the_leave_ends_the_day_before(both, now):
    people = await staff(now)
    li = await person("li", "grid", now, area="330482106201")
    await away(people, now, li)
    tomorrow = now + timedelta(days=1)
    await atomically(lambda: leaves.come_back(people["peng"], tomorrow.date(), at=tomorrow))
    assert (await accounts.present(people["peng"], tomorrow.date())).handle == "peng"
    assert (await accounts.present(people["peng"], now.date())).handle == "li"


async def test_on_leave_without_a_stand_in_nobody_is_on_duty_and_it_is_said(both, now):
    people = await staff(now)
    await away(people, now, None)
    opened = await case(now)
    assert opened.state == "new"
    assert await Outbox.filter(notice="supervisor.nobody").count() == 1


async def test_two_who_stand_in_for_each_other_do_not_go_round_for_ever(db, now):
    people = await staff(now)
    li = await person("li", "grid", now, area="330482106201")
    await away(people, now, li)
    day = now.date()
    await atomically(lambda: leaves.take_leave(li, day, day, people["peng"], at=now))
    assert (await case(now)).state == "new"


@pytest.mark.parametrize("since, until", [(1, 0)])
async def test_a_leave_that_ends_before_it_begins_is_refused(db, now, since, until):
    people, day = await staff(now), now.date()
    with pytest.raises(leaves.BadLeave):
        await leaves.take_leave(
            people["peng"], day + timedelta(since), day + timedelta(until), None, at=now
        )
    with pytest.raises(leaves.BadLeave):
        await leaves.take_leave(people["peng"], day, day, people["peng"], at=now)


async def moved(people, now):
    account = await atomically(lambda: accounts.move("peng", at=now, area="330482106201"))
    return await atomically(lambda: handing.release(account, at=now))


async def test_somebody_moved_loses_his_cases_the_same_day_and_they_are_pushed_anew(both, now):
    people = await staff(now)
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    await atomically(lambda: work.take(opened, peng, at=now))
    li = await person("li", "grid", now, area="330482102201", name="李姐")
    assert await moved(people, now) == 1
    fresh = await Case.get(id=opened.id)
    assert (fresh.state, fresh.worker_id) == ("pushed", None)
    assert (await messages_to(await accounts.who(li), now))[-1].rows
    assert await open_cases_of(await accounts.who(people["peng"]), at=now) == []


async def test_the_card_on_his_phone_is_overwritten(both, now):
    people = await staff(now)
    await case(now)
    await moved(people, now)
    shown = await messages_to(people["peng"], now)
    assert [m.text.split("\n")[1] for m in shown] == ["这一件转给别人了，您不用管了。"]
    assert not shown[-1].rows


def pressed(who, verb, number, now, key):
    return Incoming("telegram", "11", "11", key, now, who=who, press=Press(verb, number))


VERBS = ["take", "arrive", "card", "pass", "open", "plan", "photo", "posts", "confirm", "fix"]


@pytest.mark.parametrize("verb", VERBS)
async def test_an_old_button_answers_politely_and_reveals_nothing(db, now, verb):
    people = await staff(now)
    opened = await case(now)
    await moved(people, now)
    who = await accounts.who(people["peng"])

    async def ask(number):
        return await answer(BOOK, pressed(who, verb, number, now, f"{verb}{number}"), 1)

    mine, nothing = [
        await atomically(lambda n=n: ask(n)) for n in (opened.number, "PH-2022-999999")
    ]
    assert mine == nothing
    assert mine.toast == "没有找到这一件"


async def test_a_revoked_account_is_a_stranger_and_his_cases_go_on(both, now):
    people = await staff(now)
    opened = await case(now)
    peng = await accounts.who(people["peng"])
    await atomically(lambda: work.take(opened, peng, at=now))
    await atomically(lambda: accounts.revoke("peng", at=now))
    account = await accounts.by_handle("peng")
    await atomically(lambda: handing.release(account, at=now))
    assert (await Case.get(id=opened.id)).worker_id is None
    assert await accounts.in_chat("telegram", "11") is None
    assert await Outbox.filter(notice="supervisor.nobody").exists()
