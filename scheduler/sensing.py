"""What came in by the minute, judged at once: event → facts of this moment → monitors → case → message.

Sensors are judged over the snapshot of the last look at everybody; a fire, an accident, a call to the
police over the whole calculation, for that family alone. An event stays "new" until what it means is
written: a crash in between judges it again, and nothing doubles.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from functools import partial

import polars as pl
import structlog

from core import accounts, outbox
from core.clock import day_of, local
from core.devices import relatives, storing
from core.devices.live import LiveView
from core.family.members import names_of
from core.house import House
from core.monitoring import guards, snooze
from core.monitoring.life import Life, lives
from core.store.casework import Case, Finding
from core.store.database import atomically
from core.store.sensing import SensorEvent
from core.tracing import request
from core.variables import features
from scheduler.conduct import Conduct
from scheduler.findings import Night, settle_all
from scheduler.looking import Wanted, look
from scheduler.monitors.frames.devices import devices
from scheduler.monitors.guarded import guarded
from scheduler.monitors.judging import Verdicts, judge_frame
from scheduler.monitors.shelf import Monitor, in_force
from scheduler.snapshot import Snapshot, shelf_of

log = structlog.get_logger()
SENSORS = ("M01-04", "M16-04", "M06-03")
URGENT_HOURS = 4
EVERY = 0.5


class Sensing:
    """Takes stored events and acts on them; *after* is told when something was written."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.wake = asyncio.Event()
        self.after: Callable[[], None] = lambda: None

    async def run(self) -> None:
        """Until cancelled: act on what is there, sleep until something comes."""
        while True:
            self.wake.clear()
            if not await self.drain():
                try:
                    await asyncio.wait_for(self.wake.wait(), EVERY)
                except TimeoutError:
                    continue

    async def drain(self) -> int:
        """Act on everything that waits; how many events."""
        events = await storing.waiting()
        if not events:
            return 0
        with request(f"events {events[0].id}-{events[-1].id}"):
            await self._told(events)
        self.after()
        log.info("events_done", events=len(events))
        return len(events)

    async def _told(self, events: Sequence[SensorEvent]) -> None:
        now = self.house.clock()
        sensors = [e for e in events if e.class_id in SENSORS]
        if sensors:
            await self.sensors(now, sensors)
        for event in events:
            if event.class_id not in SENSORS:
                await self._happened(event, now)
        await atomically(partial(storing.done, events, at=now))

    async def sensors(self, now: datetime, events: Sequence[SensorEvent] = ()) -> None:
        """Judge the sensors of these events; without events, every sensor there is."""
        only = {_device(event) for event in events} if events else None
        homes = {event.household for event in events if event.household}
        told = await storing.lately(
            now, devices=[e.device for e in events if e.device], households=homes
        )
        view = LiveView(self.house.facts.view(day_of(now)), told, await storing.heard(now))
        watches = await _watches(day_of(now), "device")
        calculate = partial(self._frame, view, now, only, told)
        frame = await asyncio.to_thread(calculate)
        std = self.house.city.standards(day_of(now))
        await self._act([judge_frame(m, frame, std) for m in watches], view, now)

    def _frame(
        self, view: LiveView, now: datetime, only: set[str] | None, told: Sequence[SensorEvent]
    ) -> pl.DataFrame:
        known = self._known(view, only, told)
        gas = {e.household: e.payload.get("alarm") for e in told if e.class_id == "M06-03"}
        homes = known.households
        if gas:
            said = pl.DataFrame({"household": list(gas), "told": list(gas.values())})
            homes = homes.join(said, on="household", how="full", coalesce=True).with_columns(
                gas_alarm=pl.coalesce("told", "gas_alarm")
            )
        wall = local(now).replace(tzinfo=None)
        return devices(view, wall, known.persons, homes, only)

    def _known(
        self, view: LiveView, only: set[str] | None, told: Sequence[SensorEvent]
    ) -> Snapshot:
        """What is known of the people and homes of these sensors."""
        snapshot = shelf_of(self.house.settings.home).read()
        if snapshot is None:
            std = self.house.city.standards(view.at)
            found = features(view, std, {e.household for e in told} if only is not None else None)
            snapshot = Snapshot(found.persons, found.households)
        if only is None:
            return snapshot
        people = {e.person for e in told if e.person} | _wearers(view, only)
        return snapshot.of(people, {e.household for e in told} | _homes_of(view, only))

    async def _happened(self, event: SensorEvent, now: datetime) -> None:
        """A fire, an accident, a call: the urgent monitors that read this class, for that family."""
        watches = [m for m in await _watches(day_of(now)) if _urgent(m, event.class_id)]
        home = event.household or await asyncio.to_thread(self._lives, event.person, now)
        if not home:
            await self._unplaced(event, now)
            return
        told = await storing.lately(now, households=[home])
        facts = self.house.facts.view(day_of(now))
        view = LiveView(facts, [*told, event] if event not in told else told, [event.class_id])
        wanted = Wanted(
            day_of(now), local(now).replace(tzinfo=None), only=[m.id for m in watches],
            households=[home], guards=await guards.in_force(day_of(now)),
        )  # fmt: skip
        looked = await asyncio.to_thread(look, self.house, wanted, view)
        if not looked.found.households.height:
            await self._unplaced(event, now)
        await self._act(looked.verdicts, view, now)

    def _lives(self, person: str | None, now: datetime) -> str:
        """Where somebody lives by the last look at everybody; "" unknown."""
        snapshot = shelf_of(self.house.settings.home).read()
        if person is None or snapshot is None:
            return ""
        found = snapshot.persons.filter((pl.col("person") == person) & pl.col("member"))
        return str(found["household"][0]) if found.height else ""

    async def _act(self, verdicts: list[Verdicts], view: LiveView, now: datetime) -> None:
        night = Night(
            self.house.city, at=day_of(now), now=now, whole=False,
            names=partial(names_of, view, self.house.vault),
            conduct=Conduct(await _lives(day_of(now)), None, await snooze.quiet(day_of(now))),
        )  # fmt: skip
        touched = await _open_cases(verdicts)
        await settle_all(verdicts, night)
        for case in {*touched, *await _open_cases(verdicts)}:
            await atomically(partial(_tell_relatives, case, now))

    async def _unplaced(self, event: SensorEvent, now: datetime) -> None:
        """Nobody knows this home: whoever watches over the place hears that something happened."""
        region = event.region or self.house.city.code
        lines = {m.watch.line for m in in_force(day_of(now)) if _urgent(m, event.class_id)}
        line = max(lines, default="")
        bosses = await accounts.with_duty(
            day_of(now), roles=("office", "supervisor"), covering=region, line=line
        )
        for boss in bosses:
            await outbox.notify(
                boss, "supervisor.unplaced", dedup=f"unplaced:{event.id}:{boss.id}", at=now,
                about={"class": event.class_id, "region": region, "line": line}, priority=outbox.RED,
            )  # fmt: skip


async def _watches(day: date, grain: str = "") -> list[Monitor]:
    """The monitors in force that count, with their guards."""
    alive = await _lives(day)
    found = [m for m in in_force(day) if alive[m.id].counts and grain in ("", m.watch.grain)]
    return guarded(found, await guards.in_force(day))


async def _lives(day: date) -> dict[str, Life]:
    return await lives({m.id: m.watch.starts for m in in_force(day)})


def _urgent(monitor: Monitor, class_id: str) -> bool:
    """Reads the class, and somebody has to answer within hours."""
    limit = monitor.watch.answer_within
    soon = not limit.days and limit.hours <= URGENT_HOURS
    return soon and class_id in monitor.watch.reads and monitor.watch.grain != "device"


async def _open_cases(verdicts: Collection[Verdicts]) -> list[int]:
    """The open cases about the subjects of these verdicts."""
    found: list[int] = []
    for told in verdicts:
        subjects = told.frame["subject"].to_list()
        if len(subjects) <= 500:
            rows = Finding.filter(monitor=told.monitor.id, subject__in=subjects, closed_on=None)
            found += [row["case_id"] for row in await rows.values("case_id") if row["case_id"]]
    return found


async def _tell_relatives(case: int, now: datetime) -> None:
    await relatives.tell(await Case.get(id=case), at=now)


def _device(event: SensorEvent) -> str:
    return f"M06-03/{event.household}" if event.class_id == "M06-03" else event.device


def _wearers(view: LiveView, only: set[str]) -> set[str]:
    return _named(view, only, "person")


def _homes_of(view: LiveView, only: set[str]) -> set[str]:
    return _named(view, only, "household")


def _named(view: LiveView, only: set[str], column: str) -> set[str]:
    """Whom or what the records of these sensors name."""
    found: set[str] = set()
    for class_id in ("M01-04", "M16-04"):
        rows = view.records(class_id).filter(pl.col("device_id").is_in(list(only)))
        found |= set(rows.select(column).drop_nulls().unique().collect()[column])
    return found
