"""Towns with everything their departments told, class by class."""

from dataclasses import dataclass
from datetime import date

import polars as pl
from polars import col

from core.intake.clean import Cleaner
from core.intake.header import read_header
from core.privacy.vault import Vault
from core.sources import sources
from demo.town.feed import OBSERVED
from demo.town.town import Town, make
from demo.town.truth.files import tables
from demo.town.world import World

BESIDE = (OBSERVED, "wrong", "suffix")


@dataclass(frozen=True)
class Told:
    """*rows*: class id -> rows as delivered, with `observed`; *truth*: the truth files."""

    town: Town
    rows: dict[str, pl.DataFrame]
    truth: dict[str, pl.DataFrame]

    @property
    def world(self) -> World:
        return self.town.world

    def right(self, class_id: str) -> pl.DataFrame:
        """The rows of a class without those that went wrong."""
        return self.rows[class_id].filter(~col("wrong"))

    def must(self, monitor: str) -> pl.DataFrame:
        found = self.truth["findings"]
        return found.filter(col("monitor") == monitor, col("level") == "must")

    def silent(self, monitor: str, why: str) -> pl.DataFrame:
        quiet = self.truth["silences"]
        return quiet.filter(col("monitor") == monitor, col("why") == why)


def told(households: int, years: int, seed: int) -> Told:
    rows: dict[str, pl.DataFrame] = {}

    def take(_: World, class_id: str, frame: pl.DataFrame) -> None:
        rows[class_id] = frame

    town = make(households, years, seed, take)
    return Told(town, rows, tables(town))


def cleaned(
    class_id: str, rows: pl.DataFrame, vault: Vault, day: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows as intake reads them: records, and what it rejects; `_row` is the place of a row."""
    columns = [name for name in rows.columns if name not in BESIDE]
    cells = rows.select(columns)
    cells.columns = [str(n) for n in range(len(columns))]
    cells = cells.with_columns(_row=pl.int_range(pl.len(), dtype=pl.UInt32))
    cleaner = Cleaner(sources()[class_id], read_header(class_id, columns), day, vault)
    return cleaner.read(cells)
