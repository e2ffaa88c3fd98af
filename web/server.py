"""The service's one HTTP server: health, metrics, and the routes others bring (webhooks, pages)."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from core.health import Health
from core.safety.refusals import counted
from web.crowd import few_at_once

Probe = Callable[[], Awaitable[Health]]


def application(probe: Probe, routes: list[web.RouteDef]) -> web.Application:
    """The application; *probe* tells the state of the service for /healthz and /metrics."""
    app = web.Application(client_max_size=256 * 1024, middlewares=[few_at_once("/desk")])

    async def healthz(_request: web.Request) -> web.Response:
        health = await probe()
        return web.json_response(health.to_json(), status=200 if health.ok else 503)

    async def metrics(_request: web.Request) -> web.Response:
        text = _metrics((await probe()).to_json())
        return web.Response(body=text, content_type="text/plain", charset="utf-8")

    app.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics), *routes])
    return app


def _metrics(told: dict[str, Any]) -> bytes:
    """Numbers only, by the names of our own parts; nobody and nothing of a family."""
    registry = CollectorRegistry()
    for name, value in told.items():
        if isinstance(value, bool | int | float):
            Gauge(f"jpf_{name}", HELP.get(name, name), registry=registry).set(float(value))
    silent = Gauge("jpf_auditor_silent", "1 when nobody watches over the cases", registry=registry)
    silent.set(float(told["auditor"]["silent"]))
    jobs = Gauge("jpf_job_done_until", "Unix time up to which a job is done", ["job"],
                 registry=registry)  # fmt: skip
    for job, done in told["jobs"].items():
        jobs.labels(job).set(datetime.fromisoformat(done).timestamp())
    refused = Counter("jpf_refused", "Refusals by this process", ["door"], registry=registry)
    for door, count in counted.items():
        refused.labels(door).inc(count)
    return generate_latest(registry)


HELP = {
    "ok": "1 when all is well",
    "queue": "Messages that are due",
    "queue_age_seconds": "How long the oldest of them has been due",
    "inbox": "Updates not handled yet",
    "inbox_dead": "Updates put aside after five failures",
    "ambiguous": "Messages that may have arrived",
    "undeliverable": "Messages nobody can be reached with",
    "expired": "Messages of the last week whose time went by unsent",
    "safe_mode": "1 when nothing is sent: database, trail or token are broken, or it fell again and again",
    "held": "1 when a restored service waits to be released",
}


async def serve(app: web.Application, host: str, port: int) -> web.AppRunner:
    """Start listening; clean the runner up to stop."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner
