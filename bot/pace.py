"""How fast we may speak: overall, per chat, per group; a server's "wait" is obeyed per chat.

Windows are kept as the moments of the last sends, so that they can be seeded from the database
after a restart. 26 in 1.02 s overall: with the four under way that is never more than the 30 a second
a server bears (29 still met refusals). 1.15 s a chat, 18 a minute a group.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field

SECOND, MINUTE = 1.02, 60.5
MOST_AT_ONCE = 64


@dataclass
class Pace:
    """The limiter of one sender; times are monotonic-like seconds given by the caller."""

    overall: int = 26
    per_chat: float = 1.15
    per_group: int = 18
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _not_before: dict[str, float] = field(default_factory=dict)

    @property
    def at_once(self) -> int:
        """Messages under way together: what the pace needs when an answer takes a sixth of a second.

        No more, for each of them may be a marked copy after a crash.
        """
        return max(1, min(MOST_AT_ONCE, self.overall // 6))

    def wait_for(self, chat: str, now: float) -> float:
        """Seconds until a message to this chat may go; 0 when it may go now."""
        return max(0.0, self._overall(now), self._chat(chat, now))

    def overall_wait(self, now: float) -> float:
        return max(0.0, self._overall(now))

    def chat_wait(self, chat: str, now: float) -> float:
        return max(0.0, self._chat(chat, now))

    def room(self, now: float) -> int:
        """How many messages may go at this moment, to whatever chats."""
        return 0 if self._overall(now) > 0 else self.overall - len(self._all)

    def sent(self, chat: str, now: float) -> None:
        """One goes now; `ended` or `never` follows when it is known what became of it."""
        self._all.append(now)
        self._chats[chat].append(now)

    def ended(self, chat: str, now: float) -> None:
        """It was answered: nobody knows when in between it arrived, so the chat rests from now."""
        if self._chats[chat]:
            self._chats[chat][-1] = now

    def never(self, chat: str) -> None:
        """It did not go after all."""
        if self._chats[chat]:
            self._all_but(self._chats[chat].pop())

    def _all_but(self, moment: float) -> None:
        if moment in self._all:
            self._all.remove(moment)

    def hold(self, chat: str, until: float) -> None:
        """The server asked to leave this chat alone until then; "" means all chats."""
        self._not_before[chat] = max(until, self._not_before.get(chat, 0.0))

    def _overall(self, now: float) -> float:
        while self._all and self._all[0] <= now - SECOND:
            self._all.popleft()
        full = self._all[0] + SECOND - now if len(self._all) >= self.overall else 0.0
        return max(full, self._not_before.get("", 0.0) - now)

    def _chat(self, chat: str, now: float) -> float:
        sends = self._chats[chat]
        while sends and sends[0] <= now - MINUTE:
            sends.popleft()
        gap = sends[-1] + self.per_chat - now if sends else 0.0
        group = chat.startswith("-") and len(sends) >= self.per_group
        full = sends[0] + MINUTE - now if group else 0.0
        return max(gap, full, self._not_before.get(chat, 0.0) - now)
