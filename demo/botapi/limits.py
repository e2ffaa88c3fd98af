"""How fast a bot may send: per chat, per group, overall. Beyond that the service says 429."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from math import ceil

Window = deque[float]


@dataclass
class Limits:
    """The published limits: about 1 message a second to a chat with short bursts, 20 a minute
    to a group, 30 a second overall. *on* False lets everything pass."""

    on: bool = True
    chat_burst: int = 3
    chat_seconds: float = 1.0
    group_most: int = 20
    group_seconds: float = 60.0
    all_most: int = 30
    all_seconds: float = 1.0
    _sent: dict[int, Window] = field(default_factory=lambda: defaultdict(deque))
    _all: Window = field(default_factory=deque)

    def admit(self, chat: int, now: float, count: int = 1) -> int | None:
        """None: sent at *now* (seconds, any steady clock). Else: seconds to wait."""
        if not self.on:
            return None
        wait = max(self._waits(chat, now, count))
        if wait > 0:
            return max(1, ceil(wait))
        for _ in range(count):
            self._all.append(now)
            self._sent[chat].append(now)
        return None

    def _waits(self, chat: int, now: float, count: int) -> list[float]:
        sent = self._sent[chat]
        waits = [
            _wait(self._all, now, self.all_most, self.all_seconds, count),
            _wait(sent, now, self.chat_burst, self.chat_seconds * self.chat_burst, count),
        ]
        if chat < 0:
            waits.append(_wait(sent, now, self.group_most, self.group_seconds, count))
        longest = max(self.group_seconds, self.chat_seconds * self.chat_burst)
        while sent and sent[0] <= now - longest:
            sent.popleft()
        while self._all and self._all[0] <= now - self.all_seconds:
            self._all.popleft()
        return waits

    def forget(self) -> None:
        self._sent.clear()
        self._all.clear()


def _wait(window: Window, now: float, most: int, seconds: float, count: int) -> float:
    """Seconds until *count* more fit into at most *most* per *seconds*; 0 if they fit now."""
    recent = [at for at in window if at > now - seconds]
    over = len(recent) + min(count, most) - most
    return recent[over - 1] + seconds - now if over > 0 else 0.0
