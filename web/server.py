"""The service's one HTTP server: health, metrics, and the routes others bring (webhooks, pages)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from core.health import Health

Probe = Callable[[], Awaitable[Health]]


def application(probe: Probe, routes: list[web.RouteDef]) -> web.Application:
    """The application; *probe* tells the state of the service for /healthz and /metrics."""
    app = web.Application(client_max_size=256 * 1024)

    async def healthz(_request: web.Request) -> web.Response:
        health = await probe()
        return web.json_response(health.to_json(), status=200 if health.ok else 503)

    async def metrics(_request: web.Request) -> web.Response:
        text = _metrics((await probe()).to_json())
        return web.Response(body=text, content_type="text/plain", charset="utf-8")

    app.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics), *routes])
    return app


def _metrics(told: dict[str, Any]) -> bytes:
    registry = CollectorRegistry()
    for name, value in told.items():
        if isinstance(value, bool | int | float):
            Gauge(f"jpf_{name}", name, registry=registry).set(float(value))
    return generate_latest(registry)


async def serve(app: web.Application, host: str, port: int) -> web.AppRunner:
    """Start listening; clean the runner up to stop."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner
