"""Promised help that is late, and help that changed nothing: from our own records to the monitors."""

from datetime import date, timedelta

import polars as pl
import pytest

from core.clock import at_time
from core.history import History
from core.store.casework import Case, Finding, Task
from core.store.mail import Outbox
from scheduler.findings import Night, settle_all
from scheduler.monitors.frames.tasks import LETTER, NAMES, Promise, tasks
from scheduler.monitors.judging import judge_frame
from scheduler.monitors.shelf import monitors
from scheduler.promises import promises
from tests.factories import CITY, case, staff
from tests.scheduler.families import AT

HELP = "HP-01"
OPENED = AT - timedelta(days=30)


@pytest.fixture
async def opened(db):
    await staff(at_time(OPENED, 0))
    return await case(at_time(OPENED, 9))


async def promised(case, *, state="accepted", on=OPENED, changed=None, offer=HELP, unit="M02"):
    return await Task.create(case=case, offer=offer, unit=unit, state=state, promised_on=on,
                             changed_at=at_time(changed or on, 9))  # fmt: skip


def portraits(score, at=OPENED):
    rows = {"household": ["H1"]}
    for letter in LETTER.values():
        rows |= {f"{letter}_score_low": [score], f"{letter}_score_high": [score]}
    return pl.DataFrame(rows)


async def night(history, now_score=900, at=AT):
    """What MON-45 and MON-46 do that night; the hits of both."""
    frame = tasks(await promises(at, history), portraits(now_score), at)
    std = CITY.standards(at)
    told = [judge_frame(monitors()[m], frame, std) for m in ("MON-45", "MON-46")]
    await settle_all(told, Night(CITY, at=at, now=at_time(at, 2, 30), whole=False))
    return [(v.hits, v.unknown) for v in told]


@pytest.fixture
def history(tmp_path):
    return History(tmp_path / "portraits")


async def test_what_was_promised_and_is_overdue_calls_whoever_promised(opened, history):
    task = await promised(opened)
    assert (await night(history))[0] == (1, 0)
    late = await Case.get(monitor="MON-45")
    called = {call.unit for call in await late.calls.all()}
    assert "M02" in called and late.household == "H1"
    assert late.state == "pushed"  # nobody need go; the units were told
    assert not await Outbox.filter(case=late, notice="worker.case").count()
    await Task.filter(id=task.id).update(state="done", changed_at=at_time(AT, 9))
    await night(history, at=AT + timedelta(days=1))
    await late.refresh_from_db()
    assert (late.state, late.why_closed) == ("closed", "mended")
    assert (await Finding.get(monitor="MON-45")).closed_on == AT + timedelta(days=1)


async def test_help_in_time_dropped_or_promised_in_the_future_is_left_alone(opened, history):
    await promised(opened, on=AT - timedelta(days=3))
    await promised(opened, state="dropped", unit="M03")
    await promised(opened, on=AT, changed=AT + timedelta(days=1), unit="M05")
    assert (await night(history))[0] == (0, 0)


async def test_help_that_changed_nothing_in_three_months_is_found(opened, history):
    history.remember(OPENED, portraits(900), "m")
    later = OPENED + timedelta(days=100)
    await promised(opened, state="done", changed=OPENED + timedelta(days=1))
    assert (await night(history, 900, at=later))[1] == (1, 0)
    assert (await Case.get(monitor="MON-46")).household == "H1"


async def test_help_after_which_the_family_is_better_off_is_not(opened, history):
    history.remember(OPENED, portraits(900), "m")
    await promised(opened, state="done", changed=OPENED + timedelta(days=1))
    assert (await night(history, 300, at=OPENED + timedelta(days=100)))[1] == (0, 0)


async def test_without_a_portrait_from_before_nobody_can_tell(opened, history):
    await promised(opened, state="done", changed=OPENED + timedelta(days=1))
    assert (await night(history, 900, at=OPENED + timedelta(days=100)))[1] == (0, 1)
    assert not await Case.filter(monitor="MON-46").count()


def test_help_for_several_types_is_judged_by_the_worst_of_them():
    now = portraits(0).with_columns(
        **{f"{LETTER['care']}_score_{end}": pl.lit(700) for end in ("low", "high")}
    )
    promise = Promise(
        task="1", household="H1", region="", unit="M02", offer=HELP, types=NAMES,
        promised_on=date(2022, 3, 1), lead_days=10, done_on=date(2022, 4, 1), dropped=False,
        before={"care": (800, 900), "emergency": (100, 100)},
    )  # fmt: skip
    (row,) = tasks([promise], now, AT).to_dicts()
    assert (row["score_before_low"], row["score_now_low"], row["scored_on"]) == (800, 700, AT)
    (gone,) = tasks([promise], now.clear(), AT).to_dicts()
    assert gone["score_now_low"] is None and gone["scored_on"] is None
