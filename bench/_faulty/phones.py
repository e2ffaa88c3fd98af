"""Hands on every phone: workers take, go and tell; units report in and tell what they did.

Each is impatient in a human way: what is not answered in a while is pressed or said again, and one
press in ten is a double tap.
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bench._faulty.ground import FIRST_UNIT, FIRST_WORKER, Staff
from demo.botapi import BotApi, Impossible
from demo.botapi.keyboards import buttons
from demo.botapi.people import Json
from demo.botapi.rooms import Room

TAKE, ARRIVE, CONFIRM = "我来", "到了，说情况", "对，交上去"
COMING, DONE = "我们来", "办好了"
WORDS = "去了，见到本人，儿子在家没上班，想学门手艺"
RESULT = "8 月 1 日开课，已经报名了"
PATIENCE = 15.0
TRIES = 40


@dataclass(frozen=True)
class Seen:
    """A message of the bot as it first appeared on a phone."""

    chat: int
    message: int
    text: str


@dataclass
class Phones:
    """Everybody's hands over one Bot API. *share*: of the alerts, how many are worked through."""

    api: BotApi
    staff: Staff
    dice: random.Random
    share: float
    seen: list[Seen] = field(default_factory=list)
    visits: set[str] = field(default_factory=set)  # cases whose visit was handed in
    reports: set[str] = field(default_factory=set)  # cases whose unit reported in
    results: set[str] = field(default_factory=set)  # cases whose unit told its result
    resting: bool = False

    def __post_init__(self) -> None:
        show = self.api.show

        def shown(room: Room, message: Json, ev: str = "message") -> None:
            if ev == "message" and message["from"]["id"] == self.api.bot.id:
                text = str(message.get("text") or message.get("caption") or "")
                self.seen.append(Seen(room.id, message["message_id"], text))
            show(room, message, ev)

        self.api.show = shown  # type: ignore[method-assign]

    def start(self) -> list[asyncio.Task[None]]:
        workers = [self._worker(FIRST_WORKER + n) for n in range(self.staff.workers)]
        units = [self._unit(FIRST_UNIT + n) for n in range(self.staff.units)]
        return [asyncio.create_task(hand) for hand in (*workers, *units)]

    async def _worker(self, chat: int) -> None:
        async for number in self._alerts(chat, TAKE):
            with suppress(_GaveUp):
                await self._visit(chat, number)

    async def _unit(self, chat: int) -> None:
        async for number in self._alerts(chat, COMING):
            with suppress(_GaveUp):
                await self._answer(chat, number)

    async def _alerts(self, chat: int, label: str) -> Any:
        """Case numbers as they ring, until it is time to rest; only the share one cares about."""
        known: set[str] = set()
        while not self.resting:
            room = self.api.rooms[chat]
            numbers = [_number(room.messages[m]) for m in sorted(room.messages)
                       if _has(room.messages[m], label)]  # fmt: skip
            for number in numbers:
                if number and number not in known and not self.resting:
                    known.add(number)
                    if self.dice.random() < self.share:
                        await asyncio.sleep(self.dice.uniform(0.05, 1.5))
                        yield number
            await asyncio.sleep(0.3)

    async def _visit(self, chat: int, number: str) -> None:
        me = self.api.human(chat)
        await self._until(lambda: self._press(chat, number, TAKE),
                          lambda: self._found(chat, number, ARRIVE))  # fmt: skip
        before = self._last(chat)
        await self._until(lambda: self._press(chat, number, ARRIVE),
                          lambda: self._said(chat, before, number, "说说情况"))  # fmt: skip
        before = self._last(chat)
        await self._until(lambda: me.say(WORDS), lambda: self._found(chat, number, CONFIRM, before))
        self.visits.add(number)
        before = self._last(chat)
        await self._until(lambda: self._press(chat, number, CONFIRM),
                          lambda: self._said(chat, before, "", "谢谢"))  # fmt: skip

    async def _answer(self, chat: int, number: str) -> None:
        self.reports.add(number)
        await self._until(lambda: self._press(chat, number, COMING),
                          lambda: self._found(chat, number, DONE))  # fmt: skip
        before = self._last(chat)
        await self._until(lambda: self._press(chat, number, DONE),
                          lambda: self._said(chat, before, number, "回一句结果"))  # fmt: skip
        before = self._last(chat)
        self.results.add(number)
        await self._until(lambda: self.api.human(chat).say(RESULT),
                          lambda: self._said(chat, before, "", "谢谢"))  # fmt: skip

    async def _until(self, act: Callable[[], Any], done: Callable[[], Any]) -> None:
        """Do it; when nothing comes of it in a while, do it again, as people do."""
        for _ in range(TRIES):
            if done():
                return
            act()
            if self.dice.random() < 0.1:
                act()
            for _ in range(int(PATIENCE / 0.2)):
                await asyncio.sleep(0.2)
                if done():
                    return
        raise _GaveUp

    def _press(self, chat: int, number: str, label: str) -> None:
        if (found := self._found(chat, number, label)) is not None:
            with suppress(Impossible):
                self.api.human(chat).press(found, label)

    def _found(self, chat: int, number: str, label: str, after: int = 0) -> int | None:
        """The newest message about that case with that button."""
        room = self.api.rooms[chat]
        for message in sorted(room.messages, reverse=True):
            if message <= after:
                return None
            content = room.messages[message]
            if _number(content) == number and _has(content, label):
                return message
        return None

    def _said(self, chat: int, after: int, number: str, words: str) -> bool:
        room = self.api.rooms[chat]
        return any(
            words in text and number in text
            for message, content in room.messages.items()
            if message > after and (text := str(content.get("text", "")))
        )

    def _last(self, chat: int) -> int:
        return self.api.rooms[chat].last_id


class _GaveUp(Exception):
    """Nobody answered for very long."""


def _has(message: Json, label: str) -> bool:
    return any(button.get("text") == label for button in buttons(message.get("reply_markup")))


def _number(message: Json) -> str:
    """The case number on a message's first line."""
    first = str(message.get("text") or message.get("caption") or "").partition("\n")[0]
    return next((w for w in first.replace("　", " ").split() if w.startswith("PH-")), "")
