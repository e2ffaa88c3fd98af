"""Every open case has a next alarm; whoever should hear of it does; the auditor mends and is watched."""

from datetime import timedelta

import pytest

from core import accounts
from core.cases import auditing, calls, clocks, ringing, work
from core.cases.doors import call_for, case_for
from core.clock import parse_moment
from core.health import look
from core.store.casework import Call, Case, Step
from core.store.database import atomically, raw
from core.store.mail import Outbox
from core.store.timetable import Job
from scheduler.jobs import auditor
from scheduler.jobs import clocks as job
from tests.cases.words import messages_to
from tests.factories import CITY, case, person, staff

MET = work.Report("去过了，人在家，没上班，想找工作", "visited", ("unemployed", "wants_job"))
FRIDAY = parse_moment("2022-07-15T08:30")


async def told(notice):
    rows = await Outbox.filter(notice=notice).order_by("id").prefetch_related("account")
    return [row.account.handle for row in rows]


async def test_the_plan_is_frozen_on_the_day_it_opens(both, now):
    await staff(now)
    opened = await case(now)
    assert opened.clocks == clocks.freeze(CITY.standards(now.date()), "黄")
    assert opened.alarm_at == opened.answer_due


@pytest.mark.parametrize("colour", ["红", "黄", "绿"])
async def test_nobody_takes_it_and_one_after_the_other_hears_of_it(db, now, colour):
    await staff(now)
    opened = await case(now, colour=colour)
    heard = []
    for _ in range(4):
        fresh = await Case.get(id=opened.id)
        await atomically(lambda f=fresh: ringing.ring(f, at=f.alarm_at))
        heard = [*await told("worker.late"), *await told("supervisor.late")]
    assert heard == ["peng", "wu", "cheng", "cheng"]
    steps = await Step.filter(case=opened, what="escalate").order_by("number")
    assert [s.detail["to"] for s in steps] == [["grid"], ["office"], ["supervisor"], ["supervisor"]]


async def test_taking_it_stops_the_chase_and_starts_the_clock_of_the_visit(both, now):
    people = await staff(now)
    opened = await case(now)
    before = opened.alarm_at
    peng = await accounts.who(people["peng"])
    await atomically(lambda: work.take(opened, peng, at=now))
    assert await atomically(lambda: ringing.ring(opened, at=before)) == 0
    assert (await Case.get(id=opened.id)).alarm_at == opened.visit_due


async def test_no_reminder_on_a_day_off_and_red_knows_none(db, now):
    await staff(FRIDAY)
    yellow, red = await case(FRIDAY), await case(FRIDAY, colour="红", household="H2", subject="p2")
    assert yellow.alarm_at == parse_moment("2022-07-18T08:30")
    assert red.alarm_at == parse_moment("2022-07-16T08:30")


async def test_a_unit_that_does_not_answer_is_reminded_then_the_town_then_the_supervisor(db, now):
    await staff(now)
    opened = await case(now)
    for _ in range(3):
        call = await Call.get(case=opened, unit="M02")
        await atomically(lambda c=call: ringing.ring_call(c, at=c.alarm_at))
    assert await told("unit.late") == ["zhou", "wu"]
    assert await told("supervisor.late") == ["cheng"]


async def test_a_unit_that_came_has_until_its_first_task_is_due(both, now):
    people = await staff(now)
    opened = await case(now)
    peng, zhou = [await accounts.who(people[name]) for name in ("peng", "zhou")]
    call = await call_for(zhou, opened.number, at=now)
    await atomically(lambda: calls.report_in(call, zhou, at=now))
    fresh = await case_for(peng, opened.number, "work_case", at=now)
    await atomically(lambda: work.report(fresh, peng, MET, key="k", at=now))
    call = await Call.get(id=call.id)
    assert call.alarm_at == parse_moment("2022-07-26T18:00")


async def test_a_rung_without_anybody_is_passed_over_at_once(db, now):
    people = await staff(now)
    await atomically(lambda: accounts.revoke("wu", at=now))
    opened = await case(now)
    opened.rung = 1
    await opened.save()
    await atomically(lambda: ringing.ring(opened, at=opened.alarm_at))
    assert await told("supervisor.late") == ["cheng"]
    boss, later = await accounts.who(people["cheng"]), opened.alarm_at
    shown = await messages_to(boss, later)
    assert "1 件过了时限" in shown[-1].text and opened.number in shown[-1].text


async def test_a_supervisor_gets_one_message_a_day_however_much_is_stuck(db, now):
    people = await staff(now)
    for family in range(5):
        opened = await case(now, household=f"H{family}", subject=f"p{family}")
        opened.rung = 2
        await opened.save()
        await atomically(lambda c=opened: ringing.ring(c, at=c.alarm_at))
    assert await told("supervisor.late") == ["cheng"]
    shown = await messages_to(await accounts.who(people["cheng"]), opened.alarm_at)
    assert "5 件过了时限" in shown[-1].text


async def test_somebody_comes_on_duty_and_a_waiting_case_is_pushed(db, now):
    await person("cheng", "supervisor", now, area="330482")
    opened = await case(now)
    assert opened.state == "new"
    await person("peng", "grid", now, area="330482102201", unit="330482102201")
    await atomically(lambda: ringing.ring(opened, at=opened.alarm_at))
    assert (await Case.get(id=opened.id)).state == "pushed"
    assert await told("worker.case") == ["peng"]


async def test_the_job_rings_what_is_due_and_nothing_twice(both, now):
    await staff(now)
    opened = await case(now)
    due = opened.alarm_at
    first = await job.run(None, due)
    again = await job.run(None, due)
    assert first["escalated"] > 0 and again["escalated"] == 0


async def test_every_open_case_has_an_alarm_ahead_through_a_whole_life(both, now):
    people = await staff(now)
    opened = await case(now)
    who = {name: await accounts.who(account) for name, account in people.items()}
    acts = (
        lambda at: work.take(opened, who["peng"], at=at),
        lambda at: work.report(opened, who["peng"], MET, key="k", at=at),
        lambda at: _finish(opened, who["zhou"], at),
    )
    for hours, act in enumerate(acts):
        moment = now + timedelta(hours=2 * hours)
        await atomically(lambda a=act, m=moment: a(m))
        found = await auditing.look(moment)
        assert found.well, found


async def _finish(opened, zhou, moment):
    call = await call_for(zhou, opened.number, at=moment)
    await calls.finish(call, zhou, "开课了，已经报名", key="f", at=moment)


async def test_the_auditor_finds_rings_and_mends_what_was_forgotten(both, now):
    await staff(now)
    lost, late = await case(now), await case(now, household="H2", subject="p2")
    await Case.filter(id=lost.id).update(alarm_at=None)
    await Case.filter(id=late.id).update(alarm_at=now - timedelta(days=2))
    report = await auditing.audit(now)
    assert (report["stuck"], report["left"]) == (2, 0)
    assert await Step.filter(case=late, what="escalate").exists()
    assert (await Case.get(id=lost.id)).alarm_at > now


async def test_a_torn_history_is_found(db, now):
    await staff(now)
    opened = await case(now)
    await raw('UPDATE "case" SET steps = steps + 1 WHERE id = ? RETURNING id', [opened.id])
    assert (await auditing.look(now)).torn == (opened.id,)


async def test_a_silent_auditor_is_seen_in_healthz(db, now):
    await Job.create(name="auditor", watermark=now)
    assert (await look(now)).ok
    await auditor.run(None, now)
    assert (await look(now + timedelta(minutes=59))).auditor["silent"] is False
    late = await look(now + timedelta(minutes=61))
    assert late.auditor["silent"] and not late.ok


async def test_a_late_reminder_says_nothing_once_the_matter_moved_on(db, now):
    people = await staff(now)
    opened = await case(now)
    await atomically(lambda: ringing.ring(opened, at=opened.alarm_at))
    peng = await accounts.who(people["peng"])
    assert any("还没人接" in m.text for m in await messages_to(peng, now))
    await atomically(lambda: work.take(opened, peng, at=now))
    assert not any("还没人接" in m.text for m in await messages_to(peng, now))


async def test_weeks_after_help_the_worker_is_asked_to_look_in_again(db, now):
    people = await staff(now)
    opened = await case(now)
    who = {name: await accounts.who(account) for name, account in people.items()}
    await atomically(lambda: work.report(opened, who["peng"], MET, key="k", at=now))
    await atomically(lambda: _finish(opened, who["zhou"], now))
    fresh = await Case.get(id=opened.id)
    assert fresh.state == "proving"
    later = fresh.alarm_at
    assert 28 <= (later - now).days <= 35
    await atomically(lambda: ringing.ring(fresh, at=later))
    assert any("方便去看看吗" in m.text for m in await messages_to(who["peng"], later))
