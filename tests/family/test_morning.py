"""The morning in numbers: whoever asks in the middle of the day hears what is true now."""

from datetime import date, timedelta

import pytest

from bot.handlers.morning import _morning
from core import accounts
from core.clock import at_time
from core.digest import morning
from core.facts.here import use_facts
from core.family.kinds import kinds_of
from core.family.morning import _moment, digest_of
from core.freshness import late_here
from core.history import History
from core.portrait import portrait
from core.render.data import Opened
from core.store.casework import Call
from tests.factories import case, staff
from tests.family.conftest import CITY
from tests.portrait.households import frame, seeds, standards

LONG_AFTER = date(2022, 9, 30)


@pytest.fixture
def facts_here(family):
    """The facts of July are what this process knows."""
    use_facts(family.facts)
    yield family.facts
    use_facts(None)


async def test_who_still_has_time_to_answer_is_neither_praised_nor_blamed(db, now):
    await staff(now)
    opened = await case(now)
    first, second, third = await Call.filter(case=opened).order_by("id")
    early = await morning(now.date(), "330482", CITY, now=now)
    assert early.answered == {}
    await Call.filter(id=first.id).update(state="reported", answered_at=first.due)
    late = third.due + timedelta(minutes=1)
    await Call.filter(id=third.id).update(state="reported", answered_at=late)
    told = await morning(now.date(), "330482", CITY, now=late + timedelta(days=9))
    assert told.answered == {first.unit: (1, 1), second.unit: (0, 1), third.unit: (0, 1)}


def test_today_is_told_as_of_now_and_another_day_as_of_its_morning():
    day = date(2022, 7, 15)
    afternoon = at_time(day, 15)
    assert _moment(day, afternoon) == afternoon
    assert _moment(day, at_time(day, 6)) == at_time(day, 8)
    assert _moment(day - timedelta(days=1), afternoon) == at_time(day - timedelta(days=1), 8)


async def test_data_that_is_late_is_told_to_whoever_asks_in_the_chat(db, now, facts_here):
    await staff(now)
    cheng = await accounts.who(await accounts.by_handle("cheng"))
    late = await late_here(LONG_AFTER)
    assert late
    told = await _morning(cheng, at_time(LONG_AFTER, 15))
    watched = [item for item in told.watch if item.kind == "stale"]
    assert [item.source for item in watched] == list(late[: len(watched)])
    zh, en = (watched[0].words(CITY, lang) for lang in ("zh", "en"))
    assert "的数据没有按时来" in zh
    assert not [letter for letter in en if letter > "\u3400"]


async def test_picture_and_words_count_the_same_in_the_afternoon(db, now, family, house_of):
    await staff(now)
    opened = await case(now)
    later = at_time(opened.visit_due.date(), 23)
    told = await morning(later.date(), "330482", CITY, now=later)
    seen = await digest_of(
        house_of(later), later.date(), "330482", Opened(by="程主任", at=later), lang="zh"
    )
    assert (told.late, seen.waiting.note) == (1, "超时 1")


def test_the_list_tells_every_familys_types_as_last_kept(tmp_path):
    row, std = seeds()["陆水根家·就业前"]["input"], standards()
    history = History(tmp_path)
    history.remember(date(2022, 7, 15), portrait(frame([row]), std), "m")
    assert kinds_of(history, ["H0", "H9"], date(2022, 7, 16)) == {
        "H0": "关爱型（绿）、发展型（红）"
    }
    assert kinds_of(history, ["H0"], date(2022, 7, 16), "en") == {
        "H0": "Care (Green), Development (Red)"
    }
    assert kinds_of(history, ["H0"], date(2022, 7, 14)) == {}
    assert kinds_of(History(tmp_path / "none"), ["H0"], date(2022, 7, 16)) == {}
