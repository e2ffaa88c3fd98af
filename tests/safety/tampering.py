"""What somebody with the database's own password could do: take the guards away first."""

from core.store.database import dialect, raw
from core.store.guards import EVENTS


async def lift_guards(table: str) -> None:
    kind = dialect()
    for event in EVENTS[kind]:
        where = f" ON {table}" if kind == "postgres" else ""
        await raw(f"DROP TRIGGER {table}_no_{event}{where}")
