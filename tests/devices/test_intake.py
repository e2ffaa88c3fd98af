"""Events by HTTP: only who signs is heard, what was said yes to is kept, and twice is once."""

import json

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application

from core.devices import signing, storing
from core.devices.reading import read_event
from core.privacy.vault import Vault
from core.store.sensing import SensorEvent
from tests.factories import TestClock
from tests.intake.world import made_up_id
from web import devices

NUMBER = made_up_id(21, "19480101")
SOS = {"id": "e1", "class": "M01-04", "device_id": "d1", "device_kind": "SOS", "event": "SOS",
       "event_at": "2022-07-15T08:29:30+08:00"}  # fmt: skip
PATH = "/sensors/lianzhong/events"


class Platform:
    """A platform that signs what it sends, or not."""

    def __init__(self, client, secret, clock):
        self.client, self.secret, self.clock = client, secret, clock
        self.woken = 0

    async def send(self, *events, path=PATH, body=None, secret=None, at=None, **headers):
        raw = json.dumps({"events": list(events)}).encode() if body is None else body
        stamp = str(int((at or self.clock()).timestamp()))
        sign = signing.sign(secret or self.secret, stamp, raw)
        told = {
            "X-JPF-Timestamp": stamp,
            "X-JPF-Signature": sign,
            "Content-Type": "application/json",
        }
        async with self.client.post(path, data=raw, headers=told | headers) as answer:
            return answer.status, await answer.json()

    def wake(self):
        self.woken += 1


@pytest.fixture
async def platform(db, now):
    clock, vault = TestClock(now), Vault.throwaway()
    found = Platform(None, await signing.admit("lianzhong", at=now), clock)
    app = Application()
    app.add_routes([devices.events(vault, clock, found.wake)])
    async with TestClient(TestServer(app)) as client:
        found.client = client
        yield found


async def test_what_is_accepted_is_kept_and_wakes_who_acts_on_it(platform):
    assert await platform.send(SOS) == (200, {"accepted": 1, "known": 0})
    event = await SensorEvent.get()
    assert (event.device, event.event, event.state) == ("d1", "SOS", "new")
    assert platform.woken == 1


async def test_the_same_event_again_is_known_and_nobody_is_woken(platform):
    await platform.send(SOS, SOS | {"id": "e2"})
    again = await platform.send(SOS | {"id": "e2"}, SOS, SOS | {"id": "e3"}, SOS | {"id": "e3"})
    assert again == (200, {"accepted": 1, "known": 3})
    assert await SensorEvent.all().count() == 3
    await platform.send(SOS)
    assert platform.woken == 2


async def test_nobody_else_is_heard(platform):
    refused = [
        await platform.send(SOS, secret="another"),
        await platform.send(SOS, path="/sensors/unknown/events"),
        await platform.send(SOS, **{"X-JPF-Signature": ""}),
        await platform.send(SOS, **{"X-JPF-Timestamp": "yesterday"}),
    ]
    assert {status for status, _ in refused} == {401}
    assert not await SensorEvent.all().count()


async def test_an_old_request_is_refused_however_well_it_is_signed(platform):
    then = platform.clock()
    platform.clock.on(minutes=6)
    assert (await platform.send(SOS, at=then))[0] == 401


async def test_a_platform_that_was_shut_out_is_not_heard_any_more(platform, now):
    await signing.shut_out("lianzhong", at=now)
    assert (await platform.send(SOS))[0] == 401
    with pytest.raises(signing.NoSuchSource, match="jpf sensor list"):
        await signing.shut_out("nobody", at=now)


async def test_a_new_secret_ends_the_old_one(platform, now):
    secret = await signing.admit("lianzhong", at=now)
    assert (await platform.send(SOS))[0] == 401
    assert (await platform.send(SOS, secret=secret))[0] == 200


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"class": "P01-01"}, "class 不认识"),
        ({"id": ""}, "要有 id"),
        ({"id": "x" * 97}, "要有 id"),
        ({"event_at": "gestern"}, "event_at 不是时间"),
        ({"event_at": "2022-07-15T09:29:30+08:00"}, "时间在将来"),
        ({"event": "爆炸"}, "event 只能是"),
        ({"battery": "full"}, "battery 读不懂"),
        ({"battery": True}, "battery 读不懂"),
        ({"device_id": "d" * 65}, "device_id 太长了"),
        ({"illness": "x"}, "没有叫 illness 的字段"),
        ({"id_no": "330482194801010011"}, "id_no"),
    ],
)
async def test_one_event_that_cannot_be_read_takes_none_and_says_why(platform, wrong, words):
    status, told = await platform.send(SOS, SOS | {"id": "e2"} | wrong)
    assert status == 400 and words in told["error"]
    assert not await SensorEvent.all().count()


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"events": []}', b'{"events": [1]}', b"\xff"])
async def test_what_is_no_list_of_events_is_refused(platform, body):
    assert (await platform.send(body=body))[0] == 400


async def test_more_than_a_page_of_events_is_refused(platform):
    many = [SOS | {"id": str(n)} for n in range(devices.MOST + 1)]
    assert (await platform.send(*many))[0] == 400
    assert (await platform.send(SOS, **{"Content-Type": "text/plain"}))[0] == 415


async def test_an_id_number_is_made_blind_and_never_kept(platform, now):
    vault = Vault.throwaway()
    event = read_event(SOS | {"id_no": NUMBER}, vault, now)
    assert event.person == vault.blind("id", NUMBER)
    await platform.send(SOS | {"id_no": NUMBER})
    (row,) = await SensorEvent.all().values()
    assert NUMBER not in str(row)


async def test_moments_are_told_in_shanghai_time_whatever_the_zone(now):
    event = read_event(SOS | {"event_at": "2022-07-15T00:29:30+00:00"}, Vault.throwaway(), now)
    assert event.fields["event_at"] == "2022-07-15T08:29:30"
    plain = read_event(SOS | {"event_at": "2022-07-15T08:29:30"}, Vault.throwaway(), now)
    assert plain.happened_at == event.happened_at


async def test_old_signals_are_dropped_but_none_that_nobody_looked_at(platform, now):
    await platform.send(SOS, SOS | {"id": "e2"})
    first, _ = await storing.waiting()
    await storing.done([first], at=now)
    assert await storing.drop_old(now) == 1
    assert [e.key for e in await storing.waiting()] == ["e2"]
