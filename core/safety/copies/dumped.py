"""What a dump of a database says of itself, and how a dump is looked through."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tortoise import Tortoise
from tortoise.models import Model

from core import audit

MIGRATIONS = "SELECT name FROM tortoise_migrations WHERE app = 'core' ORDER BY id DESC LIMIT 1"
TRAIL = "SELECT seq, at, who, what, about, why, hash FROM audit ORDER BY seq"


@dataclass(frozen=True)
class Table:
    """One of our tables: its columns in a fixed order, its key."""

    name: str
    key: str
    columns: tuple[str, ...]


@dataclass
class Dumped:
    """A dump: the kind of database, its schema, rows by table, where its trail ends, what is wrong."""

    kind: str
    schema: str
    rows: dict[str, int] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    trail: audit.Chain = field(default_factory=audit.Chain)

    def take(self, row: Any) -> None:
        """Follow one entry of the trail."""
        seq, at, *rest = tuple(row)
        moment = at if isinstance(at, datetime) else datetime.fromisoformat(at)
        self.trail.take(audit.Entry(seq, moment, *rest))


def tables() -> list[Table]:
    """Our tables, each after those it points at."""
    models = list((Tortoise.apps or {})["core"].values())
    return [_table(model) for model in sorted(models, key=_depth)]


def _table(model: type[Model]) -> Table:
    meta = model._meta
    return Table(
        meta.db_table, meta.db_pk_column, tuple(sorted(meta.fields_db_projection.values()))
    )


def _depth(model: type[Model]) -> tuple[int, str]:
    """How long the longest chain of tables is that this one points along; then its name."""
    meta = model._meta
    above = [meta.fields_map[name].related_model for name in meta.fk_fields]  # type: ignore[attr-defined]
    return max((_depth(other)[0] + 1 for other in above), default=0), meta.db_table
