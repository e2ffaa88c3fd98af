"""/metrics for Prometheus: every number a health page shows, by names of our own parts, and nobody's."""

from datetime import timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from core.health import look
from core.safety import refusals
from core.store.mail import Inbox, Outbox
from core.store.timetable import Job
from tests.factories import case, staff
from web.server import HELP, application


@pytest.fixture
async def service(both, now):
    await staff(now)
    await case(now)
    await Job.create(name="sweep", watermark=now - timedelta(days=1))

    async def probe():
        return await look(now + timedelta(minutes=20))

    async with TestClient(TestServer(application(probe, []))) as client:
        yield client


async def told(client) -> dict[tuple[str, ...], float]:
    async with client.get("/metrics") as answer:
        assert (answer.status, answer.content_type) == (200, "text/plain")
        text = await answer.text()
    for name in ("陆水根", "彭老师", "PH-2022", "peng", "330482"):
        assert name not in text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_what_waits_and_since_when_is_a_number(service, now):
    seen = await told(service)
    waiting = await Outbox.filter(state="pending").count()
    assert waiting > 0
    assert (seen["jpf_queue",], seen["jpf_queue_age_seconds",]) == (waiting, 1200)
    assert seen["jpf_ok",] == 0, "fifteen minutes are too long"
    assert seen["jpf_job_done_until", "sweep"] == (now - timedelta(days=1)).timestamp()
    assert seen["jpf_auditor_silent",] == 0


async def test_every_trouble_raises_its_own_number(service, now):
    rows = await Outbox.all()
    states = {"undeliverable": "undeliverable", "ambiguous": "ambiguous", "expired": "expired"}
    for row, state in zip(rows, states.values(), strict=False):
        await Outbox.filter(id=row.id).update(state=state, expires_at=now)
    await Inbox.create(channel="telegram", update_key="1", chat="9", payload={}, state="dead",
                       received_at=now)  # fmt: skip
    seen = await told(service)
    assert [seen[f"jpf_{name}",] for name in (*states, "inbox_dead")] == [1, 1, 1, 1]


async def test_refusals_are_counted_by_door(service):
    refusals.counted.clear()
    before = await told(service)
    refusals.count("webhook", "secret")
    refusals.count("webhook", "secret")
    after = await told(service)
    assert ("jpf_refused_total", "webhook") not in before
    assert after["jpf_refused_total", "webhook"] == 2


async def test_every_number_of_the_health_page_has_its_metric_and_its_words(service):
    async with service.get("/healthz") as answer:
        assert answer.status == 503
        page = await answer.json()
    numbers = {name for name, value in page.items() if isinstance(value, bool | int)}
    seen = await told(service)
    assert {f"jpf_{name}" for name in numbers} <= {name for name, *_ in seen}
    assert numbers == set(HELP)
