"""From taking a matter to proven help: who may do what, what closes a case, what does not."""

import pytest

from core import accounts
from core.access import NotAllowed
from core.cases import calls, proof, work
from core.cases.doors import call_for, case_for
from core.store.casework import Call, Case, Help, Task, Visit
from core.store.database import atomically
from core.store.mail import Outbox
from tests.factories import case, person, staff

MET = work.Report("去过了，人在家，没上班，想找工作", "visited", ("unemployed", "wants_job"))


async def who(account):
    return await accounts.who(account)


async def at_home(now):
    people = await staff(now)
    return await case(now), {name: await who(account) for name, account in people.items()}


async def report(opened, peng, told, now, key="k1"):
    return await atomically(lambda: work.report(opened, peng, told, key=key, at=now))


async def test_a_case_calls_every_unit_once(both, now):
    opened, _ = await at_home(now)
    units = [call.unit for call in await Call.filter(case=opened).order_by("id")]
    assert units == ["M02", "330482102", "330482102201"]
    assert opened.state == "pushed"


async def test_the_second_to_take_it_is_told_who_has_it(both, now):
    opened, people = await at_home(now)
    other = await who(await person("li", "grid", now, name="李姐", area="330482102"))
    await atomically(lambda: work.take(opened, people["peng"], at=now))
    with pytest.raises(work.TakenByOther) as taken:
        await atomically(lambda: work.take(opened, other, at=now))
    assert taken.value.name == "彭老师"


async def test_taking_it_twice_changes_nothing(both, now):
    opened, people = await at_home(now)
    assert await atomically(lambda: work.take(opened, people["peng"], at=now))
    assert not await atomically(lambda: work.take(opened, people["peng"], at=now))


async def test_a_visit_makes_the_plan_and_tells_the_departments(both, now):
    opened, people = await at_home(now)
    await report(opened, people["peng"], MET, now)
    assert opened.state == "planned"
    tasks = await Task.filter(case=opened).order_by("offer")
    assert [(t.offer, t.unit) for t in tasks] == [
        ("HP-01", "M02"), ("HP-02", "M02"), ("HP-03", "M02"),
    ]  # fmt: skip


async def test_the_same_report_twice_is_one_visit(both, now):
    opened, people = await at_home(now)
    assert await report(opened, people["peng"], MET, now)
    assert await report(opened, people["peng"], MET, now) is None
    assert await Visit.filter(case=opened).count() == 1


async def test_nobody_at_home_is_kept_and_leaves_the_case_where_it_was(both, now):
    opened, people = await at_home(now)
    await report(opened, people["peng"], work.Report("家里没人", "not_home"), now)
    assert opened.state == "taken"
    assert (await Visit.get(case=opened)).outcome == "not_home"


async def test_a_false_alarm_closes_only_with_its_cause(both, now):
    opened, people = await at_home(now)
    told = work.Report("不属实，他早就上班了", "false_alarm")
    await report(opened, people["peng"], told, now)
    assert opened.state == "visited"
    named = work.Report("不属实，他早就上班了", "false_alarm", cause="data")
    await report(opened, people["peng"], named, now, key="k2")
    assert (opened.state, opened.why_closed) == ("closed", "false_alarm")


async def test_help_that_was_given_is_on_record_with_its_amount(both, now):
    opened, people = await at_home(now)
    given = {"kind": "goods", "item": "米", "quantity": 2, "unit": "袋", "amount_yuan": 199.9}
    told = work.Report("去过了，送了两袋米", "visited", helps=(given,))
    await report(opened, people["peng"], told, now)
    help_ = await Help.get(case=opened)
    assert (help_.item, help_.quantity, help_.amount_fen) == ("米", 2, 19990)


async def test_done_needs_words_and_waits_for_proof(both, now):
    opened, people = await at_home(now)
    await report(opened, people["peng"], MET, now)
    call = await call_for(people["zhou"], opened.number, at=now)
    await atomically(lambda: calls.report_in(call, people["zhou"], at=now))
    call = await call_for(people["zhou"], opened.number, at=now)
    await atomically(
        lambda: calls.finish(call, people["zhou"], "8 月 1 日开课，已报名", key="f1", at=now)
    )
    fresh = await Case.get(id=opened.id)
    assert fresh.state == "proving"
    assert {t.state for t in await Task.filter(case=opened)} == {"done"}


async def test_later_data_closes_it_as_helped(both, now):
    opened, people = await at_home(now)
    await report(opened, people["peng"], MET, now)
    said = await atomically(lambda: proof.settle(opened, still_true=False, proven=True, at=now))
    assert (said, opened.state, opened.why_closed) == ("helped", "closed", "helped")


async def test_a_reason_gone_before_the_visit_withdraws_it_and_cancels_what_waits(both, now):
    opened, _ = await at_home(now)
    said = await atomically(lambda: proof.settle(opened, still_true=False, proven=None, at=now))
    assert said == "withdrawn"
    first = await Outbox.filter(notice="worker.case").order_by("id").first()
    assert first.state == "cancelled"


async def test_unknown_data_changes_nothing(both, now):
    opened, _ = await at_home(now)
    assert (
        await atomically(lambda: proof.settle(opened, still_true=None, proven=None, at=now)) == ""
    )
    assert opened.state == "pushed"


async def test_not_yours_and_not_there_sound_the_same(both, now):
    opened, _people = await at_home(now)
    stranger = await who(await person("far", "grid", now, area="330482106"))
    for number in (opened.number, "PH-2022-999999"):
        with pytest.raises(NotAllowed) as refused:
            await case_for(stranger, number, "see_case", at=now)
        assert str(refused.value) == ""


async def test_a_department_that_was_not_called_cannot_answer(both, now):
    opened, _ = await at_home(now)
    other = await who(await person("yb", "department", now, unit="M03"))
    with pytest.raises(NotAllowed):
        await call_for(other, opened.number, at=now)


async def test_somebody_moved_away_today_sees_nothing_today(both, now):
    opened, _people = await at_home(now)
    await atomically(lambda: accounts.revoke("peng", at=now))
    gone = await who(await accounts.by_handle("peng"))
    with pytest.raises(NotAllowed):
        await case_for(gone, opened.number, "see_case", at=now)


async def test_nobody_on_duty_is_said_aloud_and_the_case_waits(both, now):
    await person("cheng", "supervisor", now, area="330482")
    opened = await case(now)
    assert opened.state == "new"
    assert await Outbox.filter(notice="supervisor.nobody").count() == 1


async def test_a_restricted_case_reaches_only_its_line(both, now):
    await staff(now)
    child = await person("wang", "grid", now, area="330482102", line="children")
    opened = await case(now, line="children")
    told = await Outbox.filter(notice="worker.case")
    assert [row.account_id for row in told] == [child.id]
    assert opened.line == "children"


async def test_on_leave_the_stand_in_gets_it(both, now):
    from datetime import timedelta

    from core.store.people import Leave

    people = await staff(now)
    li = await person("li", "grid", now, area="330482106")
    day = now.date()
    await Leave.create(
        account=people["peng"], stand_in=li, since=day, until=day + timedelta(days=3)
    )
    await case(now, whistle=("village",))
    told = await Outbox.filter(notice="worker.case")
    assert [row.account_id for row in told] == [li.id]
