"""POST /sensors/{source}/events: sensors, fires and accidents, signed, kept before we say yes.

    X-JPF-Timestamp: 1657868531        seconds, at most five minutes off
    X-JPF-Signature: hex of HMAC-SHA256(secret, timestamp + "." + body)
    {"events": [{"id": "…", "class": "M01-04", …}, …]}            at most 200, see core.devices.reading
200 {"accepted": 2, "known": 1} once they are committed; the same id again counts as known. 400 names the
first event that cannot be read and takes none; 401 not signed; 503 try again.
"""

from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from core.clock import Clock
from core.devices import reading, signing, storing
from core.devices.reading import BadEvent
from core.fromjson import read_json
from core.privacy.vault import Vault
from core.safety import refusals
from core.store.database import StoreBusy

PATH = "/sensors/{source}/events"
MOST = 200


def events(vault: Vault, clock: Clock, wake: Callable[[], None]) -> web.RouteDef:
    """The route; *wake* is called when something new was kept."""

    async def take(request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            return _no(415, "请用 application/json。")
        source, body, now = request.match_info["source"], await request.read(), clock()
        try:
            await signing.check(source, *_signed(request.headers), body, now=now)
            found = [reading.read_event(raw, vault, now) for raw in _events(body)]
            accepted = await storing.store(source, found, at=now)
        except signing.NotSigned:
            refusals.count("sensors", "not_signed")
            return _no(401, "签名不对，或者时间差太多。")
        except BadEvent as problem:
            return _no(400, str(problem))
        except StoreBusy:
            return _no(503, "正忙，请过几秒再送。")
        if accepted:
            wake()
        return web.json_response({"accepted": accepted, "known": len(found) - accepted})

    return web.post(PATH, take)


def _signed(headers: Mapping[str, str]) -> tuple[str, str]:
    return headers.get("X-JPF-Timestamp", ""), headers.get("X-JPF-Signature", "")


def _events(body: bytes) -> list[Any]:
    try:
        told = read_json(body)
    except ValueError:
        raise BadEvent("正文不是 JSON。") from None
    found = told.get("events") if isinstance(told, dict) else None
    if not isinstance(found, list) or not 0 < len(found) <= MOST:
        raise BadEvent(f"要有 events，一次 1 到 {MOST} 件。")
    return found


def _no(status: int, words: str) -> web.Response:
    return web.json_response({"error": words}, status=status)
