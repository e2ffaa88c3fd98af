"""Read the shelf: <department>/<class id>.yaml, one file per class, and the envelope they share."""

from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import polars as pl
import yaml

HERE = Path(__file__).parent

Absence = Literal["no", "unknown"]

PERIOD_DAYS = {
    "realtime": 1,
    "daily": 1,
    "weekly": 7,
    "monthly": 31,
    "quarterly": 92,
    "half_yearly": 184,
    "term": 184,
    "yearly": 366,
    "on_demand": None,
}
SCALE = {"fen": 100, "bp": 100, "milli": 1000}
STORED_AS: dict[str, pl.DataType] = {
    "str": pl.String(),
    "code": pl.String(),
    "phone": pl.String(),
    "enum": pl.String(),
    "idhash": pl.String(),
    "int": pl.Int64(),
    "decimal": pl.Int64(),
    "bool": pl.Boolean(),
    "date": pl.Date(),
    "month": pl.Date(),
    "datetime": pl.Datetime("us"),
    "list": pl.List(pl.String()),
}
ENVELOPE: dict[str, pl.DataType] = {
    "record_id": pl.String(),
    "person": pl.String(),
    "household": pl.String(),
    "region": pl.String(),
    "data_date": pl.Date(),
    "observed": pl.Date(),
    "op": pl.String(),
    "batch": pl.String(),
    "source_dept": pl.String(),
    "collected_at": pl.Datetime("us"),
}


class BadSource(ValueError):
    """A class file of the shelf says something that cannot be."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column of a class: what it is called, what it holds, how it is stored.

    *stored* names the integer unit of a decimal (fen, bp, milli); *sealed* fields are encrypted;
    a date with *future* may lie after the observed day; *negative* amounts are possible.
    """

    name: str
    title: str
    type: str
    of: str | None = None
    values: tuple[str, ...] = ()
    unit: str = ""
    stored: str | None = None
    sealed: bool = False
    future: bool = False
    negative: bool = False
    absence: Absence | None = None

    @property
    def dtype(self) -> pl.DataType:
        return pl.Binary() if self.sealed else STORED_AS[self.type]

    @property
    def scale(self) -> int:
        """How many stored units make one unit as delivered: 100 for yuan and per cent, 1000 for
        other decimals, a million for amounts in 万元."""
        return self.scale_in(self.unit)

    def scale_in(self, unit: str) -> int:
        """The same for amounts delivered in *unit*."""
        return (SCALE[self.stored] if self.stored else 1) * (10_000 if "万元" in unit else 1)


@dataclass(frozen=True, kw_only=True)
class Source:
    """One of the 188 classes.

    *absence* answers for what the class records (an award, a payment, a call): "no" when a fresh
    delivery without a record means there is none, "unknown" when it proves nothing.
    *covers* is "registry" when the class lists everybody it applies to, "events" otherwise.
    """

    class_id: str
    department: str
    title: str
    title_en: str
    tag: str
    grain: str
    frequency: str
    lag_days: int
    sensitivity: str
    legal: str
    legal_tag: str
    covers: Literal["registry", "events"]
    absence: Absence
    absence_because: str
    read_by: tuple[str, ...]
    booklet: bool
    quality: dict[str, str | dict[str, str]]
    fields: dict[str, Field] = field(repr=False)

    @property
    def period_days(self) -> int | None:
        """Days between two deliveries; None for a class that comes on demand."""
        return PERIOD_DAYS[self.frequency]

    @property
    def restricted(self) -> bool:
        """Whether only a named circle may see it (S3: minors, violence, crime, psychiatry)."""
        return self.sensitivity == "S3"

    @cached_property
    def sealed(self) -> tuple[str, ...]:
        return tuple(f.name for f in self.fields.values() if f.sealed)

    def schema(self) -> dict[str, pl.DataType]:
        """The stored record: envelope, then fields."""
        return {**ENVELOPE, **{f.name: f.dtype for f in self.fields.values()}}

    def absence_of(self, name: str) -> Absence:
        """What a missing record says about one field; most fields follow their class."""
        return self.fields[name].absence or self.absence


@cache
def sources() -> dict[str, Source]:
    """All classes by id, in order; read once per process."""
    return {path.stem: _source(path) for path in sorted(HERE.glob("[PM][0-9][0-9]/*.yaml"))}


@cache
def envelope() -> dict[str, dict[str, Any]]:
    """The columns every delivery may carry, with the titles we know them by."""
    return _yaml(HERE / "envelope.yaml")


def _source(path: Path) -> Source:
    raw = _yaml(path)
    try:
        fields = {name: _field(name, about) for name, about in raw.pop("fields").items()}
        raw["read_by"] = tuple(raw["read_by"])
        return Source(class_id=path.stem, department=path.parent.name, fields=fields, **raw)
    except (KeyError, TypeError) as error:
        raise BadSource(
            f"类目录 {path.name} 写得不对：{error}。请对照同部门的其他文件改。"
        ) from error


def _field(name: str, about: dict[str, Any]) -> Field:
    return Field(name=name, **{**about, "values": tuple(about.get("values", ()))})


def _yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found
