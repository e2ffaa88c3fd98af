"""What later nights do to findings: late data withdraws, old news stays a reason, nothing doubles."""

from datetime import date, timedelta

import pytest

from core.clock import at_time
from core.store.casework import Case, Finding
from core.variables import features
from scheduler.findings import Night, settle_all
from scheduler.monitors.judging import judge
from scheduler.monitors.shelf import in_force
from tests.factories import CITY, staff
from tests.scheduler.families import AT, street
from tests.scheduler.stories import TRUTHS
from tests.variables.world import standards

pytestmark = pytest.mark.usefixtures("db")


async def night(world):
    """One night's calculation and bookkeeping; findings opened and closed, by monitor."""
    at, std = world.at, standards(world.at)
    people = features(world, std)
    verdicts = judge(in_force(at), people.persons, people.households, world, std)
    tallies = await settle_all(verdicts, Night(CITY, at=at, now=at_time(at, 2, 30)))
    return {name: (t.opened, t.closed) for name, t in tallies.items() if t.opened or t.closed}


def family(name, **more):
    return street({name: TRUTHS[name][0]}, **more)


def of(name, person, **fields):
    return {"person": f"{name}/{person}", "household": name, "region": "330482102201", **fields}


async def test_the_same_night_twice_changes_nothing():
    await staff(at_time(AT, 0, 0))
    world = street({name: story for name, (story, _) in TRUTHS.items()})
    first = await night(world)
    assert sum(opened for opened, _ in first.values()) >= len(TRUTHS)
    before = await Finding.all().count(), await Case.all().count()
    assert await night(world) == {}
    assert (await Finding.all().count(), await Case.all().count()) == before


async def test_insurance_of_another_province_arriving_late_withdraws_the_finding():
    await staff(at_time(AT, 0, 0))
    name = "毕业一年没工作"
    world = family(name)
    assert await night(world) == {"MON-01": (1, 0)}
    late = of(name, "C", identity="职工", pay_month=date(2022, 6, 1), start_date=date(2022, 5, 1))
    assert await night(world.later(AT + timedelta(days=1), P03_03=[late])) == {"MON-01": (0, 1)}
    case = await Case.get(household=name)
    assert (case.state, case.why_closed) == ("closed", "withdraw")


async def test_what_is_no_longer_news_stays_a_reason_until_help_arrives():
    await staff(at_time(AT, 0, 0))
    name = "新办了证没补贴"
    world = family(name)
    assert await night(world) == {"MON-05": (1, 0)}
    autumn = AT + timedelta(days=45)  # seventy days after the certificate
    await night(world.later(autumn))
    finding = await Finding.get(monitor="MON-05").prefetch_related("case")
    assert finding.closed_on is None and finding.case.state == "pushed"
    paid = of(name, "B", kind="护理补贴", status="在发", pay_month=date(2022, 8, 1))
    await night(world.later(autumn + timedelta(days=1), P01_10=[paid]))
    await finding.refresh_from_db()
    assert (finding.closed_on, finding.why_closed) == (autumn + timedelta(days=1), "withdraw")


async def test_a_source_that_fell_silent_neither_opens_nor_closes():
    await staff(at_time(AT, 0, 0))
    name = "毕业一年没工作"
    await night(family(name))
    assert await night(family(name, stale=["P03-03"]).later(AT + timedelta(days=1))) == {}
    assert await Finding.filter(closed_on=None).count() == 1


async def test_what_is_found_about_one_family_in_one_night_is_one_case():
    await staff(at_time(AT, 0, 0))
    await night(family("失业金月底到期"))
    assert await Finding.all().count() == 2
    assert await Case.all().count() == 1
