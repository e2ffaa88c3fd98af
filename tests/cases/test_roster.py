"""Rosters: what the registers make due, done once, missed when its day is over, seen by its own people."""

from datetime import date, timedelta

import pytest

from bot.handlers import roster as handler
from bot.message import Incoming
from bot.messages import roster as words
from core import accounts
from core.access import NotAllowed
from core.cases import roster, roster_due, roster_keeping
from core.clock import at_time
from core.store.database import atomically
from core.store.helping import Turn
from core.store.mail import Outbox
from locales.sentences import CHINESE
from tests.factories import CITY, VILLAGE_CODE, person, staff
from tests.scheduler.families import AT, CHILD, OLD, alone, couple, listed, street
from tests.scheduler.families import at as moment
from tests.variables.world import World, standards

LIST = [{"person": "C", "child_kind": "困境"}]
TOWN_LIST = {
    "王家": alone(),
    "张家": alone(M01_02=[]),
    "金家": couple(("C", CHILD), P01_07=LIST, M01_14=[]),
    "陆家": listed(P01_01=[{"category": "低保", "status": "在保", "start_date": date(2020, 1, 1),
                           "members": ["A", "B"], "review_due": date(2022, 8, 14)}]),
    "孙家": couple(("D", OLD), P01_02=[{"person": "D", "status": "在册",
                                      "agreement_end": date(2022, 7, 31)}]),
    "钱家": couple(),
}  # fmt: skip
NAMES = {"张家/A": {"head": "张桂花", "who": "张桂花"}, "金家/C": {"head": "金山", "who": "金宝"}}


@pytest.fixture(scope="module")
def town():
    return street(TOWN_LIST)


@pytest.fixture(scope="module")
def known(town):
    return roster_due.read(town, standards(AT))


def told(known):
    return {(d.kind, d.subject, d.period, d.number): (d.due, d.state) for d in known.found}


def test_the_registers_make_patrols_visits_reviews_and_agreements_due(known):
    sunday, thursday = date(2022, 7, 17), date(2022, 7, 14)
    assert told(known) == {
        ("patrol", "张家/A", "2022-W28", 1): (thursday, "due"),
        ("patrol", "张家/A", "2022-W28", 2): (sunday, "due"),
        ("patrol", "王家/A", "2022-W28", 1): (thursday, "done"),
        ("patrol", "王家/A", "2022-W28", 2): (sunday, "done"),
        ("child", "金家/C", "2022-07", 1): (date(2022, 7, 31), "due"),
        ("review", "陆家", "2022-08-14", 1): (date(2022, 8, 14), "due"),
        ("agreement", "孙家/D", "2022-07-31", 1): (date(2022, 7, 31), "due"),
    }
    assert {d.line for d in known.found if d.kind != "child"} == {""}
    assert known.fresh == set(roster_due.CLASSES)


def test_a_register_that_is_silent_makes_nothing_due_and_excuses_nobody(town):
    late = World(AT, stale=["M01-01"], everything=True, **dict(town.delivered()))
    silent = roster_due.read(late, standards(AT))
    assert "patrol" not in {d.kind for d in silent.found} | silent.fresh


def test_in_hospital_this_week_is_excused():
    away = {"state": "住院", "mode": "上门", "person": "A"}
    home = alone(M01_02=[{**away, "visit_at": moment(7, 12)}])
    found = roster_due.read(street({"王家": home}), standards(AT)).found
    assert {d.state for d in found} == {"excused"}


async def night(known, day):
    return await atomically(lambda: roster_keeping.keep(known, NAMES, at=at_time(day, 5)))


async def test_a_night_done_twice_changes_nothing_and_what_is_past_is_missed(both, known):
    assert await night(known, AT) == {"new": 7, "left": 0, "missed": 1}
    assert await night(known, AT) == {"new": 0, "left": 0, "missed": 0}
    assert await roster.missed_in("330482102", AT) == 1
    assert await roster_keeping.unknown(known.found) == []
    monday = AT + timedelta(days=3)
    await night(roster_due.Known((), frozenset()), monday)
    assert await roster.missed_in("330482102", monday) == 2  # the week is over, nobody else's line
    assert await roster.missed_in("330482103", monday) == 0


async def test_whoever_left_the_register_is_left_out_and_what_the_register_knows_is_done(
    both, town, known
):
    await night(known, AT)
    gone = tuple(d for d in known.found if d.subject not in ("张家/A", "金家/C"))
    assert (await night(roster_due.Known(gone, known.fresh), AT))["left"] == 2
    seen = town.later(AT, M01_14=[{"person": "金家/C", "household": "金家", "visit_at": AT}])
    await night(roster_due.read(seen, standards(AT)), AT)
    child = await Turn.get(kind="child")
    assert (child.state, child.outcome) == ("done", "register")


async def test_done_once_by_whoever_may_and_not_after_its_week(both, known, now):
    people, _ = await staff(now), await night(known, AT)
    peng = await accounts.who(people["peng"])
    mine = await roster.open_of(peng, at=now)
    assert [(t.kind, t.subject) for t in mine] == [
        ("patrol", "张家/A"), ("agreement", "孙家/D"), ("review", "陆家")
    ]  # fmt: skip
    first = mine[0]
    monday = now + timedelta(days=3)
    assert not await roster.done(first, peng, at=monday)
    assert await roster.done(first, peng, at=now, words="好的")
    assert not await roster.done(first, peng, at=now)
    kept = await Turn.get(id=first.id)
    assert (kept.state, kept.words, kept.names["who"]) == ("done", "好的", "张桂花")
    assert "张家/A" not in {t.subject for t in await roster.open_of(peng, at=now)}
    await night(known, AT)
    assert (await Turn.get(id=first.id)).outcome == "tap"
    tomorrow = await roster.open_of(peng, at=now + timedelta(days=1))
    assert [t.number for t in tomorrow if t.kind == "patrol"] == [2]


async def test_a_childs_turn_is_only_its_lines(both, known, now):
    people, _ = await staff(now), await night(known, AT)
    child = await Turn.get(kind="child")
    for name in ("peng", "wu", "cheng", "zhou"):
        who = await accounts.who(people[name])
        assert child.id not in {t.id for t in await roster.open_of(who, at=now)}
        with pytest.raises(NotAllowed):
            await roster.turn_for(child.id, who, at=now)
    shen = await accounts.who(
        await person("shen", "grid", now, area=VILLAGE_CODE, line="children", name="沈老师")
    )
    assert child.id in {t.id for t in await roster.open_of(shen, at=now)}
    assert (await roster.turn_for(child.id, shen, at=now)).names["who"] == "金宝"


async def test_a_monitor_is_quiet_about_a_home_whose_roster_is_done(both, known, now):
    people, _ = await staff(now), await night(known, AT)
    peng = await accounts.who(people["peng"])
    assert ("MON-14", "王家") in await roster.quiet(AT)
    for turn in await Turn.filter(subject="张家/A").order_by("number"):
        assert ("MON-14", "张家") not in await roster.quiet(AT)
        assert await roster.done(turn, peng, at=now)
    assert ("MON-14", "张家") in await roster.quiet(AT)
    assert ("MON-14", "张家") not in await roster.quiet(AT + timedelta(days=7))


async def test_in_english_the_list_speaks_english(db, known, now):
    people, _ = await staff(now), await night(known, AT)
    peng = await accounts.who(people["peng"])
    turns = await roster.open_of(peng, at=now)
    for message in (words.open_list(turns, CITY, "en", AT, "1"), words.noted(turns, False, "en"),
                    words.missed_list(turns, CITY, "en")):  # fmt: skip
        own = message.text + "".join(b.label for b in message.buttons())
        for turn in turns:
            own = own.replace(words.called(turn), "")
        assert not CHINESE.search(own) and message.private
    assert words.line(2, 1, "en").startswith("📋 2 still")


async def test_names_are_never_told_in_a_group(db, known, now):
    people, _ = await staff(now), await night(known, AT)
    who = await accounts.who(people["peng"])
    said = Incoming("telegram", "1", "2", "k", now, who=who, text="名单", group=True)
    told = await handler.show(said)
    assert "张桂花" not in told.messages[0].text and not await Outbox.exists(notice="worker.roster")


async def test_a_phone_of_the_home_itself_sees_no_turn_of_it(db, known, now):
    await staff(now)
    await night(known, AT)
    home = await accounts.add("peng", "彭老师", "resident", at=now, household="张家")
    assert "张家/A" not in {
        t.subject for t in await roster.open_of(await accounts.who(home), at=now)
    }
