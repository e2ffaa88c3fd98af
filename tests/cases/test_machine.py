"""Any order of events, repeated and shuffled, on a real store: what happens is what a small model says.

The model below is written a second time, from the description of the life of a case, not from the
code. After every event the store and the model agree, the history is whole, every open case has an
alarm ahead, and nobody holds what he may not.
"""

import asyncio
import itertools
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from core import accounts
from core.cases import auditing, calls, lead, proof, work
from core.cases.states import OPEN, SHUT
from core.clock import parse_moment
from core.privacy.vault import Vault
from core.store.casework import Call, Case, Help, Step, Task, Visit
from core.store.database import atomically, open_store
from core.store.mail import Outbox
from scheduler.jobs import clocks as job
from tests.factories import VILLAGE_CODE, case, person, staff

START = parse_moment("2022-07-14T09:00")
BEFORE, AFTER = ("pushed", "taken"), ("visited", "concluded", "planned", "helping", "proving")
UNITS = {"M02": "zhou", "M03": "yibao", "330482102": "wu"}
KEYS = st.integers(0, 6)


class Model:
    """The life of one case in a few lines."""

    def __init__(self):
        self.state, self.worker, self.lead, self.bounces, self.why = "pushed", "", "", 0, ""
        self.calls = {"M02": "called", "330482102": "called", VILLAGE_CODE: "called"}
        self.asked, self.keys, self.visits = set(), set(), 0

    def take(self, who):
        if self.worker == who:
            return "mine"
        if self.state == "pushed" or (not self.worker and self.state in AFTER):
            self.worker = who
            if self.calls[VILLAGE_CODE] == "called" and who == "peng":
                self.calls[VILLAGE_CODE] = "accepted"
            self.state = "taken" if self.state == "pushed" else self.state
            return "taken"
        return "other"

    def report(self, who, kind, key):
        if key in self.keys or self.state in ("closed", "ended"):
            return False
        self.keys.add(key)
        self.visits += 1
        if self.state == "pushed":
            self.take(who)
        if kind == "met":
            self.plan()
        elif kind == "false":
            if self.state in (*BEFORE, "visited"):
                self.shut("false_alarm")
        elif kind == "doubt" and self.state in BEFORE:
            self.state = "visited"
        return True

    def plan(self):
        if self.state in (*BEFORE, "visited"):
            self.state = "planned"
            givers = ("M02", "330482102", VILLAGE_CODE)  # town and village look for a post too
            there = [u for u in givers if self.calls[u] in ("called", "accepted", "done")]
            self.asked = set(there[:1])

    def leave(self, unit):
        if (
            self.state in SHUT
            or self.calls.get(unit) not in ("called", "accepted")
            or self.lead == unit
        ):
            return False
        self.bounces += 1
        return True

    def finish(self, unit):
        if self.calls.get(unit) not in ("called", "accepted", "done"):
            return False
        self.calls[unit] = "done"
        self.asked.discard(unit)
        if self.state in ("planned", "helping", "proving"):
            self.state = "helping" if self.asked else "proving"
        return True

    def night(self, still, proven):
        if proven and self.state in AFTER:
            self.shut("helped")
        elif still is False and self.state in BEFORE:
            self.shut("withdraw")
        elif still is False and self.state in AFTER:
            self.state = "proving"

    def shut(self, why):
        self.state, self.why, self.asked = "closed", why, set()
        if why != "helped":
            for unit, said in self.calls.items():
                if said in ("called", "accepted"):
                    self.calls[unit] = "revoked"

    def flare(self):
        if self.state in ("closed", "ended"):
            self.state, self.why, self.worker, self.lead, self.bounces = "pushed", "", "", "", 0
            self.calls = dict.fromkeys(self.calls, "called")


REPORTS = {
    "met": work.Report("去过了，人在家，想找工作", "visited", ("wants_job",)),
    "not_home": work.Report("家里没人", "not_home"),
    "false": work.Report("不属实，早就上班了", "false_alarm", cause="data"),
    "doubt": work.Report("不属实", "false_alarm"),
    "phone": work.Report("打电话问过了，他说还行", "visited"),
}


class Casework(RuleBasedStateMachine):
    url, vault = "", Vault.throwaway()

    def __init__(self):
        super().__init__()
        self.runner = asyncio.Runner()
        self.now = START
        self.model = Model()
        self.run(self.begin())

    def run(self, work_):
        return self.runner.run(work_)

    async def begin(self):
        self.store = await open_store(self.url, self.vault)
        for table in (Outbox, Step, Visit, Help, Task, Call):
            if table is not Step:
                await table.all().delete()
        if not await accounts.in_chat("telegram", "11"):
            await staff(START)
            await person("li", "grid", START, name="李姐", area=VILLAGE_CODE)
            await person("yibao", "department", START, name="小医", unit="M03")
        opened = await case(self.now, household=f"H{await Case.all().count()}")
        self.id = opened.id
        await Case.exclude(id=opened.id).update(state="ended", alarm_at=None)

    def teardown(self):
        self.run(self.store.close())
        self.runner.close()

    async def who(self, handle):
        return await accounts.who(await accounts.by_handle(handle))

    async def on_case(self, act):
        """Inside one transaction, on the case as it is now, locked: as every handler does it."""

        async def work_():
            return await act(await Case.filter(id=self.id).select_for_update().get())

        return await atomically(work_)

    async def on_call(self, unit, act):
        async def work_(found):
            call = await Call.get_or_none(case=found, unit=unit)
            if call is None:
                return None
            call.case = found
            return await act(call)

        return await self.on_case(work_)

    @rule(handle=st.sampled_from(["peng", "li"]))
    def take(self, handle):
        async def act():
            who = await self.who(handle)
            try:
                new = await self.on_case(lambda c: work.take(c, who, at=self.now))
            except work.TakenByOther:
                return "other"
            return "taken" if new else "mine"

        assert self.run(act()) == self.model.take(handle)

    @rule(handle=st.sampled_from(["peng", "li"]), kind=st.sampled_from(sorted(REPORTS)), key=KEYS)
    def report(self, handle, kind, key):
        async def act():
            who = await self.who(handle)
            return await self.on_case(
                lambda c: work.report(c, who, REPORTS[kind], key=f"{self.id}k{key}", at=self.now)
            )

        kept = self.run(act())
        told = self.model.report(handle, "met" if kind == "phone" else kind, key)
        assert (kept is not None) == told

    @rule(unit=st.sampled_from(sorted(UNITS)))
    def report_in(self, unit):
        async def act():
            who = await self.who(UNITS[unit])
            return await self.on_call(unit, lambda c: calls.report_in(c, who, at=self.now))

        ready = self.model.calls.get(unit) == "called" and self.model.state in OPEN
        assert bool(self.run(act())) == ready
        if ready:
            self.model.calls[unit] = "accepted"

    @rule(unit=st.sampled_from(sorted(UNITS)), to=st.sampled_from(["", *sorted(UNITS)]))
    def not_ours(self, unit, to):
        async def act():
            who = await self.who(UNITS[unit])

            async def say(call):
                if to and to != unit:
                    await calls.pass_on(call, who, to, at=self.now)
                else:
                    await calls.decline(call, who, "不归我们", at=self.now)
                return True

            try:
                return await self.on_call(unit, say)
            except calls.Settled:
                return False

        left = self.model.leave(unit)
        assert bool(self.run(act())) == left
        if left:
            passes = bool(to and to != unit)
            self.model.calls[unit] = "passed" if passes else "declined"
            if passes:
                self.model.calls.setdefault(to, "called")
                if unit in self.model.asked:
                    self.model.asked = {to}

    @rule(unit=st.sampled_from(sorted(UNITS)), key=KEYS)
    @precondition(lambda self: self.model.state in OPEN)
    def finish(self, unit, key):
        async def act():
            who = await self.who(UNITS[unit])

            async def say(call):
                await calls.finish(
                    call, who, "办好了，报上名了", key=f"{self.id}f{key}", at=self.now
                )
                return True

            try:
                return await self.on_call(unit, say)
            except calls.Settled:
                return False

        assert bool(self.run(act())) == self.model.finish(unit)

    @rule(unit=st.sampled_from(sorted(UNITS)))
    def decide(self, unit):
        async def act():
            boss = await self.who("cheng")
            return await self.on_case(lambda c: lead.decide(c, unit, boss, at=self.now))

        may = not self.model.lead and unit in self.model.calls and self.model.state in OPEN
        assert self.run(act()) == may
        if may:
            self.model.lead = unit
            if self.model.calls[unit] in ("declined", "passed"):
                self.model.calls[unit] = "called"

    @rule()
    def hand_over(self):
        async def act():
            who = await self.who("peng")
            await self.on_case(lambda c: work.hand_over(c, who, at=self.now))

        self.run(act())
        if self.model.state in SHUT:
            return
        self.model.worker = ""
        self.model.state = "pushed" if self.model.state == "taken" else self.model.state

    @rule(still=st.sampled_from([True, False, None]), proven=st.booleans())
    def night(self, still, proven):
        self.run(
            self.on_case(lambda c: proof.settle(c, still_true=still, proven=proven, at=self.now))
        )
        self.model.night(still, proven)

    @rule()
    def comes_back(self):
        self.run(self.on_case(lambda c: proof.flare_up(c, at=self.now)))
        self.model.flare()

    @rule(hours=st.sampled_from([1, 5, 30, 24 * 9, 24 * 70]))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)
        self.run(job.run(None, self.now))

    @invariant()
    def the_store_agrees_with_the_model(self):
        self.run(self.compare())

    async def compare(self):
        found = await Case.get(id=self.id).prefetch_related("worker")
        model = self.model
        assert (found.state, found.why_closed) == (model.state, model.why)
        assert (found.worker.handle if found.worker else "") == model.worker
        assert (found.lead, found.bounces) == (model.lead, model.bounces)
        assert {c.unit: c.state for c in await Call.filter(case=found)} == model.calls
        assert await Visit.filter(case=found).count() == model.visits
        assert (found.closed_at is not None) == (found.state in SHUT)
        assert (found.alarm_at is None) == (found.state in SHUT)
        await self.history(found)
        look = await auditing.look(self.now)
        assert look.well, look

    async def history(self, found):
        steps = await Step.filter(case=found).order_by("number")
        assert [s.number for s in steps] == list(range(1, found.steps + 1))
        for before, after in itertools.pairwise(steps):
            assert before.after == after.before and before.at <= after.at


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_any_order_of_events_is_what_the_model_says(database_url):
    machine = type("Machine", (Casework,), {"url": database_url})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes here
            suppress_health_check=list(HealthCheck),
        ),
    )
