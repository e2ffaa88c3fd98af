"""What people decide about alerts themselves, with the buttons of the message they got."""

import pytest

from bot.handlers import watching
from bot.message import Incoming, Press
from bot.speak import NoSuchButton, speak
from core import accounts
from core.access import NotAllowed
from core.monitoring import corrections, flood, learning
from core.monitoring.interval import Share
from core.monitoring.learning import Weak
from core.store.database import atomically
from core.store.monitoring import Correction, Guard, HeldBatch, Proposal
from tests.factories import CITY, case, person, staff

USUAL = {"days": 30, "total": 60, "squares": 200, "title": "新增大病", "title_en": "New illness",
         "places": [["330482102", 240]]}  # fmt: skip
GUARD = {"column": "status", "value": "低保", "words": "身份", "words_en": "status",
         "false_kept_away": 9, "right_kept_away": 1}  # fmt: skip


@pytest.fixture
async def people(db, now):
    found = await staff(now)
    found["deng"] = await person("deng", "supervisor", now, area="330482", chat="14", lang="en")
    return found


async def held(now):
    await atomically(lambda: flood.hold("MON-07", now.date(), 300, USUAL, at=now, city=CITY.code))


@pytest.mark.parametrize(("press", "state"), [("放行", "released"), ("作废", "dropped")])
async def test_what_is_held_is_decided_by_a_button(people, now, press, state):
    await held(now)
    told = await speak("cheng", "", at=now, press=press)
    batch = await HeldBatch.get()
    assert (batch.state, batch.decided_by) == (state, "cheng")
    assert "新增大病" in told.replies[-1]["text"] and not told.replies[-1]["buttons"]


def pressed(who, verb, about, now):
    """An old button of a message that is still on somebody's phone."""
    return Incoming(
        "console", who.handle, who.handle, f"{verb}:{who.handle}", now, who=who,
        press=Press(verb, about),
    )  # fmt: skip


async def test_whoever_presses_second_sees_how_it_was_decided(people, now):
    await held(now)
    await speak("cheng", "", at=now, press="放行")
    deng = await accounts.who(people["deng"])
    late = await watching.drop(pressed(deng, "drop", "MON-07", now))
    assert late.recorded == {"action": "drop", "monitor": "MON-07", "state": "released"}
    assert late.toast == "Somebody has decided already"
    assert (await HeldBatch.get()).decided_by == "cheng"
    row = await proposed(now, "pause")
    await speak("cheng", "", at=now, press="先不动")
    late = await watching.accept(pressed(deng, "accept", str(row.id), now))
    assert late.recorded["state"] == "refused"
    peng = await accounts.who(people["peng"])
    with pytest.raises(NotAllowed):
        await watching.accept(pressed(peng, "accept", str(row.id), now))


async def test_a_worker_has_no_such_button(people, now):
    await held(now)
    with pytest.raises(NoSuchButton):
        await speak("peng", "", at=now, press="放行")


async def proposed(now, kind, **figures):
    weak = Weak("MON-07", "1", Share(6, 20), {"matter": 14})
    told = {"title": "新增大病", "title_en": "New illness", **figures}
    return await atomically(lambda: learning.propose(weak, kind, told, CITY, at=now))


async def test_a_proposal_is_accepted_in_the_name_of_whoever_pressed(people, now):
    await proposed(now, "tighten", guard=GUARD)
    told = await speak("cheng", "", at=now, press="照这样改")
    row = await Proposal.get()
    assert (row.state, row.decided_by) == ("accepted", "cheng")
    assert (await Guard.get()).value == "低保"
    assert told.recorded["state"] == "accepted"


async def test_a_proposal_that_is_refused_changes_nothing(people, now):
    await proposed(now, "pause")
    await speak("cheng", "", at=now, press="先不动")
    assert (await Proposal.get()).state == "refused"
    assert not await Guard.all().count()


async def test_a_department_answers_for_its_own_data_and_once(people, now):
    hr = await person("hr", "department", now, unit="P03", chat="41")
    row = await corrections.ask(await case(now), "P03-03", CITY, at=now)
    assert row.unit == "P03"
    told = await speak("hr", "", at=now, press="数据没错")
    assert told.recorded["state"] == "stands"
    assert (await Correction.get()).answered_by_id == hr.id
