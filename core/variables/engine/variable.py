"""What a household variable says of itself, beside how it is computed."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

Kind = Literal["money", "share", "count", "bool", "enum", "number"]
Effort = Literal["department", "visit", "resident"]
Line = Literal["", "child", "mental", "safety"]

DTYPE: dict[str, pl.DataType] = {
    "money": pl.Int64(),
    "share": pl.Int64(),
    "count": pl.Int64(),
    "number": pl.Int64(),
    "bool": pl.Boolean(),
}


@dataclass(frozen=True, kw_only=True)
class Variable:
    """One of the seventy household variables. It is called what its file is called.

    *kind*: money is Int64 fen, share Int64 basis points (rounded down unless *rounds* says up),
    count Int64 beside `<name>_unknown`, number Int64 in *unit*; null means "cannot tell".
    *classes* are the data classes it is read from, *fresh_days* how old they may be.
    *ask* is the one question that settles it, *effort* who could settle it, cheapest first.
    *line* keeps a value to the people of one line (children, mental illness, violence).
    *decays*: a shock, which fades with `<name>_days` since it happened.
    """

    title: str
    title_en: str
    kind: Kind
    classes: tuple[str, ...]
    fresh_days: int
    ask: str
    effort: tuple[Effort, ...] = ("department", "visit", "resident")
    unit: str = ""
    categories: tuple[str, ...] = ()
    rounds: Literal["down", "up"] = "down"
    sensitivity: Literal["S0", "S1", "S2", "S3"] = "S1"
    line: Line = ""
    decays: bool = False
    name: str = ""

    @property
    def dtype(self) -> pl.DataType:
        return pl.Enum(self.categories) if self.kind == "enum" else DTYPE[self.kind]

    def columns(self) -> dict[str, pl.DataType]:
        """The column of this variable and the companions that go with it."""
        found = {self.name: self.dtype}
        if self.kind == "count":
            found[f"{self.name}_unknown"] = pl.Int64()
        if self.decays:
            found[f"{self.name}_days"] = pl.Int64()
        return found
