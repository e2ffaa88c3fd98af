"""What really happened, in order: the log that tests of delivery compare with.

Rows are dicts: n, at (UTC), t (seconds on a steady clock), what, and facts. *what* is one of
call (a request arrived), answer (how it ended: status, executed, fault, message_id), update (one
came into being), handed (given to the bot, every time), confirmed, webhook, person.
"""

import json
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from demo.botapi.people import Json

KEPT = 200_000


class Truth:
    """The log in memory and, if asked for, line by line in a file that survives a kill."""

    def __init__(self, file: Path | None = None, steady: Callable[[], float] = time.monotonic):
        self.rows: deque[Json] = deque(maxlen=KEPT)
        self.count = 0
        self._steady = steady
        self._file: TextIO | None = file.open("a", encoding="utf-8") if file else None

    def note(self, what: str, **facts: Any) -> int:
        """Write one row; its number."""
        self.count += 1
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        row = {"n": self.count, "at": at, "t": self._steady(), "what": what, **facts}
        self.rows.append(row)
        if self._file:
            self._file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
            self._file.flush()
        return self.count

    def where(self, what: str | None = None, **facts: Any) -> list[Json]:
        """Rows of this kind with these facts, oldest first."""
        return [
            row
            for row in self.rows
            if what in (None, row["what"]) and all(row.get(k) == v for k, v in facts.items())
        ]

    def forget(self) -> None:
        self.rows.clear()

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None
