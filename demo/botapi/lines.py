"""Who is watching which chat: every open phone gets what happens, in order."""

import asyncio
from collections import defaultdict
from typing import Any

from demo.botapi.people import Json

Queue = asyncio.Queue[Json | None]
MOST_WAITING = 5_000


class Lines:
    """Events fan out to queues; a watcher that falls far behind is cut off and reconnects."""

    def __init__(self) -> None:
        self._open: dict[int, set[Queue]] = defaultdict(set)

    def join(self, chat: int) -> Queue:
        queue: Queue = asyncio.Queue()
        self._open[chat].add(queue)
        return queue

    def leave(self, chat: int, queue: Queue) -> None:
        self._open[chat].discard(queue)

    def watched(self, chat: int) -> int:
        """How many phones show this chat now."""
        return len(self._open[chat])

    def tell(self, chat: int, ev: str, **facts: Any) -> None:
        for queue in list(self._open[chat]):
            if queue.qsize() >= MOST_WAITING:
                self.leave(chat, queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait({"ev": ev, **facts})

    def tell_all(self, ev: str, **facts: Any) -> None:
        for chat in list(self._open):
            self.tell(chat, ev, **facts)

    def close(self) -> None:
        """Tell every watcher to hang up."""
        for chat, queues in self._open.items():
            for queue in list(queues):
                self.leave(chat, queue)
                queue.put_nowait(None)
