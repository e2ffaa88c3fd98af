"""Who types numbers that are not his is in the trail; who goes on guessing rests until he was asked."""

import pytest

from bot import notices
from core import accounts
from core.clock import day_of
from core.safety import refusals
from core.safety.refusals import MOST, counted
from core.store.casework import Case
from core.store.mail import Outbox
from core.store.people import Account
from core.store.trail import Audit
from tests.factories import case, person, staff
from tests.faults.test_hostile import Phone, clock

FAR = {"area": "330482106201", "unit": "330482106201"}
__all__ = ["clock"]


@pytest.fixture
async def phone(db, clock):
    await staff(clock())
    await person("shen", "grid", clock(), chat="15", name="沈师傅", **FAR)
    return Phone(clock)


async def test_a_refusal_is_in_the_trail_with_the_number_that_was_tried(phone, clock):
    opened = await case(clock(), whistle=("village",))
    await phone.takes(phone.press(phone.button("card", opened.number, 15), 15))
    await phone.takes(phone.says(f"{opened.number} 去过了，人在家", 15))
    tried = await Audit.filter(what="refused").values_list("who", "about", "why")
    assert tried == [("shen", opened.number, "press"), ("shen", opened.number, "words")]


async def test_who_types_ten_numbers_that_are_not_his_rests_and_his_supervisor_is_told(
    phone, clock
):
    for number in range(MOST):
        assert (await Account.get(handle="shen")).active
        await phone.takes(phone.says(f"PH-2022-{number:06d} 去过了，人在家", 15))
    assert not (await Account.get(handle="shen")).active
    row = await Outbox.get(notice="supervisor.paused").prefetch_related("account", "case")
    assert row.account.handle == "cheng"
    assert "沈师傅" in (await notices.word(row, clock())).text
    opened = await case(clock(), whistle=("village",), region=FAR["area"])
    await phone.takes(phone.press(phone.button("take", opened.number, 15), 15))
    assert (await Case.get(id=opened.id)).worker_id is None, "also what would be his own"


async def test_after_somebody_asked_him_he_works_on_as_before(phone, clock):
    for number in range(MOST):
        await phone.takes(phone.says(f"PH-2022-{number:06d} 去过了，人在家", 15))
    assert await accounts.resume("shen", at=clock())
    row = await Outbox.get(notice="supervisor.paused").prefetch_related("account", "case")
    assert await notices.word(row, clock()) is None, "nothing to tell any more"
    clock.on(minutes=11)
    opened = await case(clock(), whistle=("village",), region=FAR["area"])
    await phone.takes(phone.press(phone.button("take", opened.number, 15), 15))
    assert (await Case.get(id=opened.id)).worker_id is not None
    assert not await accounts.resume("shen", at=clock()), "he was not paused"


async def test_who_was_revoked_does_not_come_back_by_resuming(phone, clock):
    await accounts.revoke("shen", at=clock())
    assert not await accounts.resume("shen", at=clock())
    assert not (await Account.get(handle="shen")).active


async def test_slowly_over_an_hour_is_no_guessing_and_old_buttons_never_are(phone, clock):
    opened = await case(clock(), whistle=("village",))
    for number in range(2 * MOST):
        await phone.takes(phone.press(phone.button("card", opened.number, 15), 15))
        if number % 2:
            await phone.takes(phone.says(f"PH-2022-{number:06d} 去过了，人在家", 15))
        clock.on(minutes=3)
    assert (await Account.get(handle="shen")).active


async def test_a_resident_is_never_shut_out_whatever_he_types(phone, clock):
    resident = await accounts.who(await accounts.by_handle("chen"))
    for number in range(2 * MOST):
        await refusals.refused(resident, "words", f"PH-2022-{number:06d}", at=clock())
    assert (await Account.get(handle="chen")).active


@pytest.mark.parametrize(
    "about",
    ["陆水根", "99048219570302171X", "a" * 90, "PH-13900001717000", "'; DROP TABLE audit; --"],
)
async def test_what_is_no_number_of_ours_does_not_get_into_the_trail(phone, clock, about):
    shen = await accounts.who(await accounts.by_handle("shen"))
    await refusals.refused(shen, "page", about, at=clock())
    assert (await Audit.get(what="refused")).about == ""


async def test_a_forged_button_is_counted_and_told_of_whom_we_know(phone, clock):
    counted.clear()
    opened = await case(clock(), whistle=("village",))
    good = phone.button("take", opened.number, 15)
    await phone.takes(phone.press(good[:-2] + "AA", 15), phone.press(good[:-2] + "AA", 66))
    assert counted["button"] == 2
    assert await Audit.filter(what="refused").values_list("who", "why") == [("shen", "button")]
    assert shen_is_on_duty(await accounts.who(await accounts.by_handle("shen")), clock)


def shen_is_on_duty(who, clock) -> bool:
    return "grid" in who.roles(day_of(clock()))
