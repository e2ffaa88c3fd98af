"""What people found counts per version; the system only proposes; wrong data goes back to its owner."""

from datetime import date, timedelta

import polars as pl
import pytest

from core import accounts
from core.access import NotAllowed
from core.cases import work
from core.cases.states import advance
from core.monitoring import corrections, guards, learning, life, outcomes
from core.monitoring.interval import Share
from core.monitoring.load import load
from core.monitoring.tighten import best_guard
from core.monitoring.where import Where
from core.store.casework import Step
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.monitoring import Card, Correction, Guard, MonitorStage, Outcome, Proposal
from scheduler.jobs import improve, learn
from scheduler.monitors.guarded import guarded
from scheduler.monitors.judging import judge_frame
from scheduler.monitors.shelf import monitors
from scheduler.monitors.watch import FRAMES
from tests.factories import CITY, VILLAGE_CODE, case, person, staff
from tests.scheduler.families import AT, street
from tests.scheduler.houses import house_of
from tests.scheduler.stories import TRUTHS

PIECES = {"pieces": [{"what": "毕业时间", "value": "2021-07-01", "class": "P06-02", "as_of": ""},
                     {"what": "参保", "value": "没有", "class": "P03-03", "as_of": ""}]}  # fmt: skip


@pytest.fixture
async def people(db, now):
    return await staff(now)


async def judged(now, verdict="true", cause="", n=1, version="1", monitor="MON-01"):
    for _ in range(n):
        found = await case(now, monitor=monitor)
        await Outcome.create(case=found, monitor=monitor, version=version, leads=True,
                             verdict=verdict, cause=cause, at=now)  # fmt: skip


@pytest.mark.parametrize(
    ("what", "detail", "told"),
    [
        ("false_alarm", {"cause": "data"}, ("false_alarm", "data")),
        ("visit", {"action": "wrong_person"}, ("false_alarm", "person")),
        ("visit", {"action": "already_helped"}, ("already_helped", "")),
        ("visit", {"findings": ["lost_contact"]}, ("unreachable", "")),
        ("conclude", {"verdict": "partly"}, ("partly", "")),
        ("conclude", {"verdict": "true"}, ("true", "")),
        ("visit", {"action": "visited"}, None),
        ("note", {}, None),
    ],
)
def test_what_a_step_tells_of_the_alarm(what, detail, told):
    assert outcomes.read(what, detail) == told


async def test_steps_are_read_once_and_in_order(people, now):
    found = await case(now)
    who = await accounts.who(people["peng"])
    await work.take(found, who, at=now)
    await atomically(lambda: advance(found, "note", at=now, detail={"action": "already_helped"}))
    (told,) = await atomically(lambda: outcomes.learn(at=now))
    assert (told.verdict, told.leads, told.version) == ("already_helped", True, "1")
    assert await atomically(lambda: outcomes.learn(at=now)) == []


async def test_three_tries_without_anybody_is_out_of_reach_and_judges_nothing(people, now):
    found = await case(now)
    for n in range(3):
        await Step.create(
            case=found, number=90 + n, what="tried_visit", at=now, before="taken", after="taken"
        )
    (told,) = await atomically(lambda: outcomes.learn(at=now))
    assert told.verdict == "unreachable"
    (counts,) = (await outcomes.tallies("MON-01")).values()
    assert outcomes.precision(counts).n == 0


async def test_precision_is_of_the_newest_version_with_its_interval(people, now):
    await judged(now, "false_alarm", "matter", 4)
    await judged(now, "true", n=3, version="2")
    await judged(now, "already_helped", n=1, version="2")
    share = (await outcomes.precisions())["MON-01"]
    assert (share.right, share.n) == (3, 4)
    assert share.words() == "75%（30%–95%，4 件）"  # Wilson, by hand


def test_an_interval_holds_its_share_and_says_nothing_of_none():
    assert Share(0, 0).words() == "还没有结论" and Share(0, 0).low is None
    for right, n in ((0, 5), (5, 5), (3, 7)):
        share = Share(right, n)
        assert 0 <= share.low <= right / n <= share.high <= 1


async def propose(now, n=20):
    std = CITY.standards(AT)
    await judged(now, "false_alarm", "matter", n)
    (weak,) = await learning.weak(std)
    return await atomically(
        lambda: learning.propose(weak, learning.PAUSE, {"title": "t"}, CITY, at=now)
    )


async def test_too_few_outcomes_propose_nothing(people, now):
    least = CITY.standards(AT).integer("learn_least_outcomes")
    await judged(now, "false_alarm", "matter", least - 1)
    assert await learning.weak(CITY.standards(AT)) == []
    await judged(now, "false_alarm", "matter", 1)
    assert [w.causes for w in await learning.weak(CITY.standards(AT))] == [{"matter": least}]


async def test_a_proposal_changes_nothing_until_a_person_accepts_it(people, now):
    row = await propose(now)
    assert not await MonitorStage.all().count()
    assert {r.notice for r in await Outbox.filter(notice="supervisor.proposal")}
    who = await accounts.who(people["cheng"])
    done = await learning.accept(row.id, who, city=CITY.code, why="确实吵", at=now)
    assert (done.state, done.decided_by) == ("accepted", "cheng")
    assert (await life.lives({"MON-01": "live"}))["MON-01"].stage == "paused"
    with pytest.raises(NotAllowed):
        await learning.accept(row.id, who, city=CITY.code, why="再来", at=now)


async def test_a_worker_decides_no_proposal(people, now):
    row = await propose(now)
    with pytest.raises(NotAllowed):
        await learning.accept(
            row.id, await accounts.who(people["peng"]), city=CITY.code, why="吵", at=now
        )


async def test_what_was_refused_comes_back_only_with_as_many_outcomes_more(people, now):
    row = await propose(now)
    std, who = CITY.standards(AT), await accounts.who(people["cheng"])
    await learning.refuse(row.id, who, city=CITY.code, why="先看看", at=now)
    assert await learning.weak(std) == []
    await judged(now, "false_alarm", "matter", std.integer("learn_least_outcomes"))
    assert len(await learning.weak(std)) == 1


def test_the_guard_that_keeps_false_alarms_away_and_few_right_ones_wins():
    known = pl.DataFrame({
        "right": [True] * 12 + [False] * 8,
        "student": [None] * 12 + [True] * 7 + [None],
        "status": ["低保"] * 10 + ["边缘"] * 10,
    })  # fmt: skip
    found = best_guard(known, ["student", "status", "gone"])
    assert found.where == Where("student", "true")
    assert (found.false_kept_away, found.right_kept_away) == (7, 0)
    assert found.after.value > found.before.value
    assert best_guard(known.filter("right"), ["student"]) is None


def test_a_guard_keeps_away_only_what_is_surely_so():
    monitor = monitors()["MON-45"]
    (narrow,) = guarded([monitor], {"MON-45": (Where("unit", "M02"),)})
    assert (narrow.watch.version, monitor.watch.version) == ("1+1", "1")
    late = {"promised_on": date(2022, 1, 1), "lead_days": 5, "household": "H"}
    rows = [late | {"task": t, "unit": u} for t, u in (("a", "M02"), ("b", "M03"), ("c", None))]
    frame = pl.DataFrame(rows, schema=FRAMES["task"])
    told = judge_frame(narrow, frame, CITY.standards(AT)).frame
    assert told.filter("says")["subject"].to_list() == ["b", "c"]
    assert told.filter("still")["subject"].to_list() == ["a", "b", "c"]  # what is open goes on


async def test_an_accepted_condition_holds_from_its_day_on(people, now):
    figures = {"precision": {"n": 20}, "guard": {"column": "status", "value": "低保"}}
    row = await Proposal.create(monitor="MON-01", version="1", kind="tighten", figures=figures,
                                made_at=now)  # fmt: skip
    who = await accounts.who(people["cheng"])
    await learning.accept(row.id, who, city=CITY.code, why="对", at=now)
    assert await guards.in_force(now.date()) == {"MON-01": (Where("status", "低保"),)}
    assert await guards.in_force(now.date() - timedelta(days=1)) == {}
    assert await Guard.all().count() == 1


async def test_the_night_proposes_by_itself_and_decides_nothing(people, now, tmp_path):
    world = street({"毕业一年没工作": TRUTHS["毕业一年没工作"][0]})
    await judged(now, "false_alarm", "matter", 20)
    told = await improve.run(house_of(world, tmp_path), now)
    assert told == {"proposed": [{"monitor": "MON-01", "kind": "pause"}]}
    assert await Proposal.filter(state="open").count() == 1
    assert not await MonitorStage.all().count() and not await Guard.all().count()


async def wrong_data(now, people):
    """A case that somebody found to rest on wrong data."""
    found = await case(now)
    found.evidence = {**found.evidence, **PIECES}
    found.worker = people["peng"]
    await found.save()
    await Step.create(
        case=found, number=90, what="false_alarm", at=now, before="taken", after="visited",
        detail={"cause": "data"},
    )  # fmt: skip
    return found


async def test_wrong_data_goes_back_to_the_department_that_owns_it(people, now, tmp_path):
    education = await person("edu", "department", now, unit="M05", chat="31")
    found = await wrong_data(now, people)
    told = await learn.run(house_of(street({}), tmp_path), now)
    assert told["outcomes"] == 1
    row = await Correction.get()
    assert (row.class_id, row.state) == ("P06-02", "asked")
    assert row.due > now
    asked = await Outbox.filter(notice="unit.correction").prefetch_related("account")
    owner = {"M05": education.handle}.get(row.unit, "cheng")
    assert {r.account.handle for r in asked} == {owner}
    which = await Outbox.get(notice="worker.which_data").prefetch_related("account")
    assert (which.account.handle, which.case_id) == ("peng", found.id)


async def test_the_error_rate_of_a_source_is_of_the_judged_cases_that_rested_on_it(people, now):
    first = await wrong_data(now, people)
    for verdict in ("true", "true", "false_alarm"):
        other = await wrong_data(now, people)
        await Outcome.create(case=other, monitor="MON-01", version="1", leads=True,
                             verdict=verdict, at=now)  # fmt: skip
    await Outcome.create(case=first, monitor="MON-01", version="1", leads=True,
                         verdict="false_alarm", cause="data", at=now)  # fmt: skip
    row = await corrections.ask(first, "P03-03", CITY, at=now)
    assert await corrections.ask(first, "P03-03", CITY, at=now) == row
    (told,) = await corrections.errors(now)
    assert (told.class_id, told.wrong.right, told.wrong.n, told.open) == ("P03-03", 1, 4, 1)
    who = await accounts.who(await person("hr", "department", now, unit=row.unit))
    assert await corrections.answer(row, who, corrections.STANDS, "没错", at=now)
    assert not await corrections.answer(row, who, corrections.CORRECTED, "改了", at=now)
    (told,) = await corrections.errors(now)
    assert (told.wrong.right, told.open) == (0, 0)


async def test_who_was_there_names_another_class_and_the_guess_is_withdrawn(people, now):
    found = await wrong_data(now, people)
    guess = await corrections.ask(found, "P06-02", CITY, at=now)
    named = await corrections.instead(found, "P03-03", CITY, at=now)
    await guess.refresh_from_db()
    assert (guess.state, named.state) == ("withdrawn", "asked")
    assert [e.class_id for e in await corrections.errors(now)] == ["P03-03"]


async def test_an_answer_is_only_the_owners_and_silence_is_asked_after(people, now):
    row = await corrections.ask(await wrong_data(now, people), "P03-03", CITY, at=now)
    stranger = await accounts.who(await person("fire", "department", now, unit="M16"))
    with pytest.raises(NotAllowed):
        await corrections.one_for(stranger, row.id, at=now)
    assert await corrections.remind(CITY, at=now) == 0
    late = row.due + timedelta(minutes=1)
    assert await corrections.remind(CITY, at=late) == 1
    assert await corrections.remind(CITY, at=late) == 0
    assert await Outbox.filter(notice="unit.correction").count() == 2


async def test_the_load_is_cards_per_household_and_the_share_that_was_useful(people, now):
    peng = people["peng"]
    for n, verdict in enumerate(("true", "false_alarm", "unreachable")):
        found = await case(now, household=f"H{n % 2}")
        await Card.get_or_create(case=found, account=peng, defaults={"day": AT, "red": False})
        await Outcome.create(case=found, monitor="MON-01", version="1", leads=True,
                             verdict=verdict, at=now)  # fmt: skip
    told = await load(VILLAGE_CODE, AT)
    assert (told.cards, told.households, told.per_household) == (3, 2, 1.5)
    assert (told.useful.right, told.useful.n) == (1, 2)
    assert (await load("330482101", AT)).cards == 0
    assert (await load(VILLAGE_CODE, AT + timedelta(days=30))).cards == 0
