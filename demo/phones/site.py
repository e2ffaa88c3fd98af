"""The page over HTTP: its parts, the phones' lines, files, the story's buttons."""

import asyncio
import logging
from collections.abc import Sequence
from importlib.resources import files
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from aiohttp import web

from core.render.webfont import chinese_font
from demo.botapi.files import image_type
from demo.botapi.people import Json
from demo.botapi.refused import Impossible
from demo.botapi.rooms import Room
from demo.botapi.server import BotApi
from demo.phones.gate import Gate
from demo.phones.line import card, hold
from demo.phones.story import EVENTS, StoryControls

log = logging.getLogger(__name__)
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
ORDER = ("worker", "resident", "room", "supervisor")
LOOKS = 0.25
PHOTO_BYTES = 10 << 20


class Site:
    """Handlers around one Bot API and one story."""

    def __init__(self, api: BotApi, story: StoryControls, show: Sequence[int] = ()) -> None:
        self.api, self.story, self.show = api, story, show
        self.turn = asyncio.Lock()
        folder = files("demo.phones.page")
        self.parts = {
            part.name: part.read_bytes()
            for part in folder.iterdir()
            if PurePath(part.name).suffix in TYPES
        }

    async def page(self, request: web.Request) -> web.Response:
        return self._part("index.html")

    async def part(self, request: web.Request) -> web.Response:
        return self._part(request.match_info["name"])

    def _part(self, name: str) -> web.Response:
        if name not in self.parts:
            raise web.HTTPNotFound
        kind = TYPES[PurePath(name).suffix]
        return web.Response(body=self.parts[name], content_type=kind, charset="utf-8")

    async def font(self, request: web.Request) -> web.Response:
        body = await asyncio.to_thread(chinese_font)
        keep = {"Cache-Control": "private, max-age=86400"}
        return web.Response(body=body, content_type="font/otf", headers=keep)

    async def phones(self, request: web.Request) -> web.Response:
        """Which phones the page shows, in order."""
        cards = [card(self.api, room.who) for room in self._shown()]
        return web.json_response({"phones": cards, "language": self.api.language})

    def _shown(self) -> list[Room]:
        """Those asked for; otherwise everybody of the four roles, role by role."""
        if self.show:
            return [self.api.rooms[chat] for chat in self.show]
        rooms = [r for r in self.api.rooms.values() if r.who.role in ORDER and not r.moved_to]
        return sorted(rooms, key=lambda room: ORDER.index(room.who.role))

    async def line(self, request: web.Request) -> web.WebSocketResponse:
        return await hold(self.api, self._room(request), request)

    async def file(self, request: web.Request) -> web.Response:
        """A file of a message; only pictures and sounds are shown, all else is handed over."""
        stored = self.api.files.by_id.get(request.match_info["id"])
        if not stored:
            raise web.HTTPNotFound
        kind = image_type(stored.data)
        if stored.data.startswith(b"OggS"):
            kind = "audio/ogg"
        headers = {"Content-Security-Policy": "sandbox; default-src 'none'"}
        if not kind:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        return web.Response(
            body=stored.data, content_type=kind or "application/octet-stream", headers=headers
        )

    async def upload(self, request: web.Request) -> web.Response:
        """A photo from the page: the body is the file."""
        data, asked = await _body(request), request.query
        if not image_type(data):
            raise web.HTTPUnsupportedMediaType(text="not a picture\n")
        room = self._room(request)
        topic = int(asked["topic"]) if asked.get("topic") else None
        try:
            person = self.api.human(int(asked.get("as") or room.id))
            person.send_photo(data, chat=room.id, topic=topic, tmp=asked.get("tmp", ""))
        except (Impossible, ValueError) as problem:
            raise web.HTTPConflict(text=f"{problem}\n") from None
        return web.json_response({"ok": True})

    async def language(self, request: web.Request) -> web.Response:
        self.api.speak("en" if request.match_info["language"] == "en" else "zh")
        return web.json_response({"language": self.api.language})

    async def event(self, request: web.Request) -> web.Response:
        """One of the story's buttons; 409 while another is still at work."""
        name = request.match_info["name"]
        if name not in EVENTS:
            raise web.HTTPNotFound
        if self.turn.locked():
            raise web.HTTPConflict(text="one thing after the other\n")
        async with self.turn:
            try:
                await self.story.event(name)
            except Exception:
                log.exception("the story's %s failed", name)
                return web.json_response({"ok": False}, status=500)
        return web.json_response({"ok": True})

    async def told(self, request: web.Request) -> web.WebSocketResponse:
        """The story's status, whenever it changes."""
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        watching = asyncio.create_task(self._watch(socket))
        async for _ in socket:
            pass
        watching.cancel()
        return socket

    async def _watch(self, socket: web.WebSocketResponse) -> None:
        last: Json = {}
        while not (socket.closed or self.api.closing.is_set()):
            status: dict[str, Any] = {**self.story.status()}
            status["busy"] = bool(status.get("busy")) or self.turn.locked()
            if status != last:
                last = status
                await socket.send_json({"ev": "story", "status": status})
            await asyncio.sleep(LOOKS)
        await socket.close()

    def _room(self, request: web.Request) -> Room:
        try:
            return self.api.rooms[int(request.query["chat"])]
        except (KeyError, ValueError):
            raise web.HTTPNotFound from None


async def _body(request: web.Request) -> bytes:
    """The whole body, however large the application allows it to be, up to PHOTO_BYTES."""
    body = bytearray()
    async for piece in request.content.iter_chunked(1 << 16):
        body += piece
        if len(body) > PHOTO_BYTES:
            raise web.HTTPRequestEntityTooLarge(max_size=PHOTO_BYTES, actual_size=len(body))
    return bytes(body)


def routes(
    botapi: BotApi, story: StoryControls, *, token: str, show: Sequence[int] = ()
) -> list[web.RouteDef]:
    """The page at / and all it needs under /phones/; *token* opens it as /?t=TOKEN.

    *show*: the chats to show as phones, in order; left out: every worker, resident, room and
    supervisor that *botapi* knows.
    """
    gate, site = Gate(token), Site(botapi, story, show)
    part = gate.part
    return [
        web.get("/", gate.page(site.page)),
        web.get("/phones/part/{name}", part(site.part)),
        web.get("/phones/font", part(site.font)),
        web.get("/phones/list", part(site.phones)),
        web.get("/phones/line", part(site.line)),
        web.get("/phones/file/{id}", part(site.file)),
        web.post("/phones/upload", part(site.upload)),
        web.post("/phones/language/{language}", part(site.language)),
        web.get("/phones/story", part(site.told)),
        web.post("/phones/story/{name}", part(site.event)),
    ]
