"""PostgreSQL gives a statement up, and a transaction nobody goes on with: nothing waits for ever for a
hand or for a row. SQLite has one hand, and a busy file is waited for (core/store/database.py)."""

from dataclasses import dataclass
from typing import Any

from tortoise.backends.base.config_generator import expand_db_url

HANDS = 10  # connections of one process, unless the address says maxsize


@dataclass(frozen=True)
class Bounds:
    """Seconds for one statement, and of silence within a transaction: jobs may count for a while."""

    statement: float = 30.0
    silence: float = 300.0


def bounded(url: str, bounds: Bounds) -> dict[str, Any]:
    """The address of a PostgreSQL database with our bounds, as the library takes it."""
    known = expand_db_url(url)
    asked = known["credentials"]
    asked["maxsize"] = asked.get("maxsize") or HANDS
    asked["server_settings"] = {
        "statement_timeout": str(int(bounds.statement * 1000)),
        "idle_in_transaction_session_timeout": str(int(bounds.silence * 1000)),
    }
    return known
