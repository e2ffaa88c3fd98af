"""The story's clock: it shows what it was set to and moves on from there."""

import time
from datetime import datetime, timedelta


class StoryClock:
    """Called like any clock; `set` moves it forward, never back."""

    def __init__(self, start: datetime) -> None:
        self._base, self._since = start, time.monotonic()

    def __call__(self) -> datetime:
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    def set(self, moment: datetime) -> None:
        """Move to *moment*; a moment already past leaves the clock where it is."""
        if moment > self():
            self._base, self._since = moment, time.monotonic()

    def start_over(self, moment: datetime) -> None:
        """Back to the beginning of the story."""
        self._base, self._since = moment, time.monotonic()
