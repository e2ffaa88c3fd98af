"""One whistle, every department: taken, not ours, passed on, done; who leads when nobody wants to."""

import pytest

from core import accounts
from core.access import NotAllowed
from core.cases import calls, lead, proof, work
from core.cases.doors import call_for, case_for
from core.store.casework import Call, Case, Help, Step, Task
from core.store.database import atomically
from core.store.mail import Outbox
from tests.cases.words import messages_to
from tests.factories import TOWN_CODE, case, person, staff

MET = work.Report("去过了，人在家，没上班，想找工作", "visited", ("unemployed", "wants_job"))


async def who(account):
    return await accounts.who(account)


async def called(opened, people, now):
    return await atomically(lambda: call_for(people, opened.number, at=now))


async def world(now):
    people = {name: await who(account) for name, account in (await staff(now)).items()}
    people["yibao"] = await who(await person("yibao", "department", now, name="小医", unit="M03"))
    people["minzheng"] = await who(await person("mz", "department", now, name="小民", unit="M01"))
    return await case(now), people


async def do(work_):
    return await atomically(work_)


async def test_passing_on_calls_the_other_unit_with_a_clock_of_its_own(both, now):
    opened, people = await world(now)
    call = await called(opened, people["zhou"], now)
    await do(lambda: calls.pass_on(call, people["zhou"], "M03", at=now, reason="是看病的事"))
    first, other = await Call.get(case=opened, unit="M02"), await Call.get(case=opened, unit="M03")
    assert (first.state, first.passed_to, first.result) == ("passed", "M03", "是看病的事")
    assert other.state == "called" and other.due and other.alarm_at
    assert await Outbox.filter(notice="unit.whistle", account_id=people["yibao"].id).exists()


async def test_what_was_asked_of_one_unit_is_asked_of_the_next(both, now):
    opened, people = await world(now)
    await do(lambda: work.report(opened, people["peng"], MET, key="k1", at=now))
    call = await called(opened, people["zhou"], now)
    await do(lambda: calls.pass_on(call, people["zhou"], "M01", at=now))
    assert {t.unit for t in await Task.filter(case=opened)} == {"M01"}


async def test_who_stepped_out_once_cannot_step_out_again_or_tell_a_result(both, now):
    opened, people = await world(now)
    call = await called(opened, people["zhou"], now)
    await do(lambda: calls.decline(call, people["zhou"], "不归我们", at=now))
    for again in (
        lambda c: calls.decline(c, people["zhou"], "不归我们", at=now),
        lambda c: calls.pass_on(c, people["zhou"], "M03", at=now),
        lambda c: calls.finish(c, people["zhou"], "办好了呀", key="f", at=now),
    ):
        stale = await called(opened, people["zhou"], now)
        with pytest.raises(calls.Settled):
            await do(lambda again=again, stale=stale: again(stale))


async def bounce_three_times(opened, people, now):
    for name in ("zhou", "yibao", "minzheng"):
        call = await called(opened, people[name], now)
        to = {"zhou": "M03", "yibao": "M01"}.get(name)
        if to:
            await do(lambda c=call, n=name, t=to: calls.pass_on(c, people[n], t, at=now))
        else:
            await do(lambda c=call, n=name: calls.decline(c, people[n], "不归我们", at=now))


async def test_after_three_bounces_the_town_is_asked_who_leads(both, now):
    opened, people = await world(now)
    await bounce_three_times(opened, people, now)
    asked = await Outbox.filter(notice="office.lead")
    assert [row.account_id for row in asked] == [people["wu"].id]
    assert (await Case.get(id=opened.id)).bounces == 3


async def test_the_supervisors_are_asked_when_the_town_itself_said_no(both, now):
    opened, people = await world(now)
    for name, to in (("zhou", "M03"), ("yibao", "M01")):
        call = await called(opened, people[name], now)
        await do(lambda c=call, n=name, t=to: calls.pass_on(c, people[n], t, at=now))
    call = await called(opened, people["wu"], now)
    await do(lambda: calls.decline(call, people["wu"], "不归镇里", at=now))
    asked = await Outbox.filter(notice="office.lead")
    assert [row.account_id for row in asked] == [people["cheng"].id]


async def test_the_leader_is_called_again_and_stays_in(both, now):
    opened, people = await world(now)
    await bounce_three_times(opened, people, now)
    fresh = await case_for(people["wu"], opened.number, "lead", at=now)
    assert await do(lambda: lead.decide(fresh, "M02", people["wu"], at=now))
    assert not await do(lambda: lead.decide(fresh, "M03", people["wu"], at=now))
    call = await called(opened, people["zhou"], now)
    assert (call.state, call.case.lead) == ("called", "M02")
    with pytest.raises(calls.Settled):
        await do(lambda: calls.decline(call, people["zhou"], "还是不归我们", at=now))
    assert await do(lambda: calls.report_in(call, people["zhou"], at=now))


async def test_a_department_cannot_decide_who_leads(both, now):
    opened, people = await world(now)
    await bounce_three_times(opened, people, now)
    with pytest.raises(NotAllowed):
        await case_for(people["zhou"], opened.number, "lead", at=now)


async def test_the_matter_is_done_when_the_plan_is_done_not_when_one_unit_is(both, now):
    opened, people = await world(now)
    await do(lambda: work.report(opened, people["peng"], MET, key="k1", at=now))
    await Task.filter(case=opened, offer="HP-02").update(unit=TOWN_CODE)
    for name, state in (("zhou", "helping"), ("wu", "proving")):
        call = await called(opened, people[name], now)
        await do(
            lambda c=call, n=name: calls.finish(
                c, people[n], "办好了，报上名了", key=f"f:{n}", at=now
            )
        )
        assert (await Case.get(id=opened.id)).state == state


async def test_a_result_told_twice_is_one_help(both, now):
    opened, people = await world(now)
    await do(lambda: work.report(opened, people["peng"], MET, key="k1", at=now))
    for key in ("f1", "f2"):
        call = await called(opened, people["zhou"], now)
        await do(
            lambda c=call, k=key: calls.finish(c, people["zhou"], "开课了，报上名了", key=k, at=now)
        )
    assert await Help.filter(case=opened).count() == 3
    given = await Help.get(case=opened, item="HP-01")
    assert (given.giver, given.proof) == ("M02", "M02-03,P03-08")
    assert given.evidence == f"call:{call.id}"


async def test_a_withdrawn_alarm_reaches_everybody_who_was_called(both, now):
    opened, people = await world(now)
    call = await called(opened, people["zhou"], now)
    await do(lambda: calls.pass_on(call, people["zhou"], "M03", at=now))
    await do(lambda: proof.settle(opened, still_true=False, proven=None, at=now))
    told = {row.account_id for row in await Outbox.filter(notice="unit.whistle", state="pending")}
    assert {people["zhou"].id, people["yibao"].id, people["wu"].id} <= told
    assert {c.state for c in await Call.filter(case=opened)} == {"passed", "revoked"}
    texts = await messages_to(people["yibao"], now)
    assert "这一哨撤回了" in texts[-1].text and not texts[-1].rows


async def test_every_answer_of_a_unit_is_a_step_with_who_and_why(both, now):
    opened, people = await world(now)
    call = await called(opened, people["zhou"], now)
    await do(lambda: calls.pass_on(call, people["zhou"], "M03", at=now, reason="看病的事"))
    step = await Step.filter(case=opened, what="pass_on").first().prefetch_related("by")
    assert step.by.handle == "zhou"
    assert step.detail == {"unit": "M02", "to": "M03", "reason": "看病的事"}
