"""How much of one chat is handled at a time: a bucket of tokens that fills up again by itself.

Who works or is in need never reaches it with his thumbs; a machine does. What is over the measure is
kept and handled later, in order, and nobody else waits for it. Each process has buckets of its own.
"""

from dataclasses import dataclass, field

KEPT = 10_000  # chats remembered; a full bucket is the same as none


@dataclass
class Measure:
    """*at_once* messages of a chat, then so many *a_second*; times are seconds given by the caller."""

    at_once: int = 30
    a_second: float = 2.0
    _buckets: dict[str, tuple[float, float]] = field(default_factory=dict)

    def lets(self, chat: str, now: float) -> bool:
        """Whether one more message of this chat may be handled now; if so it is counted."""
        tokens = self._tokens(chat, now)
        if tokens < 1:
            return False
        self._buckets[chat] = (tokens - 1, now)
        if len(self._buckets) > KEPT:
            self._forget(now)
        return True

    def _tokens(self, chat: str, now: float) -> float:
        tokens, since = self._buckets.get(chat, (float(self.at_once), now))
        return min(float(self.at_once), tokens + (now - since) * self.a_second)

    def _forget(self, now: float) -> None:
        """The fuller half goes: who floods us has the emptiest."""
        emptiest = sorted(self._buckets, key=lambda chat: self._tokens(chat, now))[: KEPT // 2]
        self._buckets = {chat: self._buckets[chat] for chat in emptiest}
