"""From a sensor's signed request to the message on a worker's phone, beside a city of people.

The real route, the real sensing, outbox, sender and Telegram channel, against the local Bot API on
this machine; the pace a foreign server asks for is lifted. What is known of homes is as large as a
city's. Every event is a call for help from another home.
"""

import asyncio
import json
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp
import polars as pl
from aiohttp import web

from core.clock import parse_moment
from core.devices import signing
from demo.botapi import application, serving
from demo.clock import StoryClock
from demo.people import VILLAGE, enrol_everybody
from demo.play import fresh_api
from demo.stage import START, Stage, stage
from scheduler.sensing import Sensing
from scheduler.snapshot import HOMES, PERSONS, shelf_of
from web import devices

PERSON_COUNT, HOME_COUNT = 700_000, 250_000
ROUNDS, WARM_UP = 120, 10
SOURCE, WORKER = "bench", 11


def measure() -> dict[str, Any]:
    """Milliseconds from sending to the phone, and to the platform's "yes"."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(Path(folder)))


async def _measured(home: Path) -> dict[str, Any]:
    clock = StoryClock(START)
    api = fresh_api(clock, "zh")
    async with serving(application(api)) as root, stage(home, root, api, clock) as on:
        codes = await enrol_everybody(clock())
        api.human(WORKER).say(f"/start {codes['peng']}")
        await on.heard()
        await on.advance(parse_moment("2022-07-15T09:00"))
        _make_city(home)
        return await _rounds(on)


def _make_city(home: Path) -> None:
    """As many people and homes as a city has, beside those of the story."""
    shelf = shelf_of(home)
    known = shelf.read()
    assert known is not None
    crowd = pl.select(n=pl.int_range(PERSON_COUNT)).with_columns(
        person=pl.format("c{}", "n"), household=pl.format("h{}", pl.col("n") % HOME_COUNT),
        member=pl.lit(True),
    )  # fmt: skip
    homes = pl.select(household=pl.format("h{}", pl.int_range(HOME_COUNT))).with_columns(
        region=pl.lit(VILLAGE)
    )
    for name, told, more, columns in (
        ("persons", known.persons, crowd, PERSONS),
        ("households", known.households, homes, HOMES),
    ):
        whole = pl.concat([told, more.drop("n", strict=False)], how="diagonal_relaxed")
        whole.select(columns).write_parquet(home / "watched" / f"{name}.parquet")


async def _rounds(on: Stage) -> dict[str, Any]:
    sensing = Sensing(on.house)
    sensing.after = on.sender.wake.set
    secret = await signing.admit(SOURCE, at=on.clock())
    app = web.Application()
    app.add_routes([devices.events(on.house.vault, on.clock, sensing.wake.set)])
    acting = asyncio.create_task(sensing.run())
    async with serving(app) as root, aiohttp.ClientSession() as session:
        address = f"{root.rstrip('/')}/sensors/{SOURCE}/events"
        taken = [await _one(on, session, address, secret, n) for n in range(WARM_UP + ROUNDS)]
    acting.cancel()
    await asyncio.gather(acting, return_exceptions=True)
    phone, yes = ([pair[k] * 1000 for pair in taken[WARM_UP:]] for k in (0, 1))
    return {"events": ROUNDS, **_spread("phone", phone), **_spread("accepted", yes)}


def _spread(name: str, spent: list[float]) -> dict[str, float]:
    ordered = sorted(spent)
    return {
        f"{name}_p50_ms": round(median(ordered), 1),
        f"{name}_p99_ms": round(ordered[int(len(ordered) * 0.99)], 1),
        f"{name}_most_ms": round(ordered[-1], 1),
    }


async def _one(
    on: Stage, session: aiohttp.ClientSession, address: str, secret: str, n: int
) -> tuple[float, float]:
    """Seconds until the worker's phone shows it, and until the request was answered."""
    room, now = on.api.rooms[WORKER], on.clock()
    event = {
        "id": f"e{n}", "class": "M01-04", "device_id": f"d{n}", "device_kind": "SOS",
        "event": "SOS", "event_at": now.isoformat(), "household": f"h{n}",
        "person": f"c{n}", "region": VILLAGE,
    }  # fmt: skip
    body = json.dumps({"events": [event]}).encode()
    stamp = str(int(now.timestamp()))
    told = {
        "X-JPF-Timestamp": stamp, "X-JPF-Signature": signing.sign(secret, stamp, body),
        "Content-Type": "application/json",
    }  # fmt: skip
    before, started = room.last_id, time.perf_counter()
    async with session.post(address, data=body, headers=told) as answer:
        answer.raise_for_status()
    accepted = time.perf_counter() - started
    while room.last_id == before:  # noqa: ASYNC110  it is the waiting that is measured
        await asyncio.sleep(0.0005)
    phone = time.perf_counter() - started
    await on.settle()
    return phone, accepted
