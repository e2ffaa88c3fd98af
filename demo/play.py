"""Put the play on: once for a terminal, or live on the page with the phones."""

import asyncio
import itertools
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.message import plain
from core.desk import opening
from core.house import House
from demo import phones
from demo.botapi import BotApi, Limits, application, serving
from demo.clock import StoryClock
from demo.guide import Guide
from demo.people import SHOWN, rooms
from demo.people import phones as people
from demo.stage import START, Stage, stage
from demo.told import Telling, tell
from web import desk


def fresh_api(clock: StoryClock, lang: str) -> BotApi:
    """The local Bot API with everybody's phone; our own limits are lifted, it is our own server."""
    api = BotApi(people(), rooms(), limits=Limits(on=False), clock=clock, language=lang)
    api.bot = replace(api.bot, name="Jingpingfu") if lang == "en" else api.bot
    return api


async def told_once(home: Path, lang: str = "zh") -> dict[str, Any]:
    """The whole story; {"ok", "case", "steps", "portrait", "transcript"}."""
    clock = StoryClock(START)
    api = fresh_api(clock, lang)
    async with serving(application(api)) as root, stage(home, root, api, clock, lang) as set_stage:
        told = await tell(Telling(set_stage))
        return {
            "ok": told.ok,
            "case": told.seen.get("case"),
            "portrait": {"before": told.seen.get("before"), "after": told.seen.get("after")},
            "steps": told.steps,
            "transcript": transcript(set_stage),
        }


def transcript(on: Stage) -> list[dict[str, Any]]:
    """Everything said on every phone, in order."""
    names = {user.id: user.name for user in people()}
    said = [
        (m["date"], room.id, number, m)
        for room in on.api.rooms.values()
        for number, m in room.messages.items()
    ]
    out = []
    for _, room_id, _, message in sorted(said, key=lambda s: s[:3]):
        who = names.get(message["from"]["id"], "精平扶")
        text = plain(message.get("text") or message.get("caption") or "［图片］")
        if text.startswith("/start"):
            text = "/start …"
        out.append({"chat": room_id, "who": who, "text": text})
    return out


class Show:
    """The play on the page; "reset" strikes the stage and sets it again, with empty phones."""

    def __init__(self, home: Path, lang: str) -> None:
        self.home, self.lang = home, lang
        self.clock = StoryClock(START)
        self.api = fresh_api(self.clock, lang)
        self.guide = Guide(lang)
        self._again, self._set = asyncio.Event(), asyncio.Event()
        self.on: Stage | None = None

    async def event(self, name: str) -> None:
        if name != "reset":
            await (
                self._set.wait()
            )  # pressed while the stage is set again: it counts for the new one
            await self.guide.event(name)
            return
        self._set.clear()
        self._again.set()
        await self._set.wait()

    def status(self) -> dict[str, Any]:
        told = self.guide.status()
        return told if self._set.is_set() else {**told, "step": "", "busy": True, "hints": []}

    async def play(self, root: str) -> None:
        """Until cancelled: set the stage, play, and again after each reset."""
        for turn in itertools.count():
            self._again.clear()
            self.guide = Guide(self.lang)
            self.clock.start_over(START)
            folder = self.home / f"turn-{turn}"
            folder.mkdir()
            async with (
                stage(folder, root, self.api, self.clock, self.lang) as on,
                self.guide.over(on),
            ):
                self.on = on
                opening.opens_at(root)
                self._set.set()
                await self._again.wait()
                self.on = None
            self.api.clear()

    def house(self) -> House:
        """The house of this turn, for the duty desk's pages."""
        if self.on is None:
            raise web.HTTPServiceUnavailable
        return self.on.house

    async def ready(self) -> None:
        await self._set.wait()


@asynccontextmanager
async def live(home: Path, *, port: int = 0, lang: str = "zh") -> AsyncIterator[str]:
    """The page's address, while the play is on."""
    show, token = Show(home, lang), secrets.token_urlsafe(24)
    routes = phones.routes(show.api, show, token=token, show=SHOWN) + desk.routes(show.house)
    async with serving(application(show.api, *routes), port) as root:
        playing = asyncio.create_task(show.play(root))
        try:
            await asyncio.wait(
                {playing, asyncio.create_task(show.ready())}, return_when=asyncio.FIRST_COMPLETED
            )
            if playing.done():
                playing.result()
            yield f"{root}/?t={token}"
        finally:
            playing.cancel()
            with suppress(asyncio.CancelledError):
                await playing
            opening.opens_at("")
