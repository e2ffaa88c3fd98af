"""Updates on their way to the bot: kept until confirmed, handed out in order, newest poller wins."""

import asyncio
import copy
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from demo.botapi.faults import Faults
from demo.botapi.people import Json
from demo.botapi.refused import conflict
from demo.botapi.truth import Truth

ONLY_IF_ASKED = ("chat_member", "message_reaction", "message_reaction_count")
LIFETIME = 24 * 3600.0


@dataclass
class Waiting:
    """One update. *about* is the message it tells of, so the sender can see it was read."""

    update: Json
    chat: int
    about: int | None
    born: float = field(default_factory=time.monotonic)

    @property
    def id(self) -> int:
        return int(self.update["update_id"])


class Updates:
    """The queue of one bot. *on_confirm* is called once for every update the bot has taken."""

    def __init__(self, truth: Truth, faults: Faults) -> None:
        self.truth, self.faults = truth, faults
        self.waiting: dict[int, Waiting] = {}
        self.wanted: tuple[str, ...] = ()
        self.on_confirm: Callable[[Waiting], None] = lambda taken: None
        self.on_push: Callable[[int], None] = lambda chat: None
        self._last = 1000
        self._again: list[Json] = []
        self._poll: asyncio.Future[str] | None = None

    def push(self, kind: str, payload: Json, chat: int, about: int | None = None) -> int | None:
        """A new update; its id, or None if the bot did not ask for this kind."""
        if not self._wants(kind):
            return None
        self._last += 1
        update = {"update_id": self._last, kind: copy.deepcopy(payload)}
        return self.put(Waiting(update, chat, about))

    def put(self, waiting: Waiting) -> int:
        """An update as it is, id and all."""
        self._last = max(self._last, waiting.id)
        self.waiting[waiting.id] = waiting
        self.truth.note("update", update=waiting.id, chat=waiting.chat, kind=_kind(waiting))
        self.on_push(waiting.chat)
        self._wake("news")
        return waiting.id

    def _wants(self, kind: str) -> bool:
        return kind in self.wanted if self.wanted else kind not in ONLY_IF_ASKED

    def confirm(self, update_id: int) -> None:
        """The bot has taken this update: it is forgotten here."""
        if taken := self.waiting.pop(update_id, None):
            self.truth.note("confirmed", update=update_id, chat=taken.chat)
            self.on_confirm(taken)

    async def take(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """getUpdates: confirm what lies before *offset*, wait up to *seconds*, hand out."""
        self._wake("ousted")
        self._settle(offset)
        if not self.waiting and not self._again and seconds > 0:
            await self._wait(seconds)
        batch = [w.update for w in list(self.waiting.values())[:limit]]
        batch = self._disturbed(batch)
        self.handed(batch)
        return batch

    def handed(self, batch: list[Json], by: str = "getUpdates") -> None:
        for update in batch:
            self.truth.note("handed", update=update["update_id"], by=by)

    def drop_all(self) -> None:
        """Forget what waits, as drop_pending_updates asks."""
        self.waiting.clear()
        self._again.clear()

    def of_chat(self, chat: int) -> list[Waiting]:
        return [w for w in self.waiting.values() if w.chat == chat]

    def close(self) -> None:
        self._wake("closed")

    def _settle(self, offset: int) -> None:
        if offset < 0:
            keep = list(self.waiting)[offset:]
            offset = keep[0] if keep else 0
        old = time.monotonic() - LIFETIME
        for waiting in list(self.waiting.values()):
            if waiting.born < old:
                del self.waiting[waiting.id]
            elif waiting.id < offset:
                self.confirm(waiting.id)

    async def _wait(self, seconds: float) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        await asyncio.wait({mine}, timeout=seconds)
        if mine.done() and mine.result() == "ousted":
            raise conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )

    def _wake(self, why: str) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(why)

    def _disturbed(self, batch: list[Json]) -> list[Json]:
        batch, self._again = self._again + batch, []
        fault = self.faults.for_updates() if batch else None
        if fault and fault.kind == "duplicate":
            self._again = list(batch)
        if fault and fault.kind == "reorder":
            random.Random(str(batch)).shuffle(batch)
        return batch


def _kind(waiting: Waiting) -> str:
    return next((key for key in waiting.update if key != "update_id"), "")


def wanted_kinds(asked: Any) -> tuple[str, ...]:
    """allowed_updates as kept; an empty list means the usual kinds."""
    return tuple(str(kind) for kind in asked or ())
