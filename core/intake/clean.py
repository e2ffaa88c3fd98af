"""Turn the text of one chunk into records of its class, and say what is wrong with the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from core.facts.record import plain_schema
from core.intake import columns
from core.intake.columns import Column
from core.intake.header import Header
from core.intake.identity import ALSO, who
from core.privacy.vault import Vault
from core.sources import Source

NO_RECORD_ID = "缺少记录编号"
FAULTS = {"_row": pl.UInt32, "field": pl.String, "sentence": pl.String}


@dataclass
class Cleaner:
    """Reads the chunks of one file."""

    source: Source
    header: Header
    observed: date
    vault: Vault

    def read(self, chunk: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Good records (plain, with _row; data_date may be null), and faults: _row, field, sentence.

        *chunk*: text columns named by position, and _row.
        """
        read = {name: self._column(name, chunk) for name in self.header.columns}
        faults = [self._told(chunk, name, col) for name, col in read.items() if col.faults]
        blank = read["record_id"].values.is_null()
        if blank.any():
            missing = Column(blank, ((blank, NO_RECORD_ID),))
            faults.append(self._told(chunk, "record_id", missing))
        told = pl.concat(faults) if faults else pl.DataFrame(schema=FAULTS)
        records = self._records(chunk, {name: col.values for name, col in read.items()})
        if told.height:
            records = records.filter(~pl.col("_row").is_in(told["_row"].unique().implode()))
        return records, told

    def _column(self, name: str, chunk: pl.DataFrame) -> Column:
        cells = chunk[str(self.header.columns[name])].alias(name)
        if cells.null_count() == cells.len() and name != "op":
            return Column(_nulls(cells.len(), plain_schema(self.source).get(name, pl.String())))
        if name in self.source.fields and name != "id_no":
            return self._field(name, cells)
        column = self._envelope()[name](cells)
        return Column(column.values) if name in ALSO else column  # not asked for: never sent back

    def _field(self, name: str, cells: pl.Series) -> Column:
        field = self.source.fields[name]
        scale = field.scale_in(self.header.units.get(name, field.unit))
        return columns.of_field(cells, field, self.observed, self._blind, scale)

    def _envelope(self) -> dict[str, Callable[[pl.Series], Column]]:
        return {
            "record_id": columns.code,
            "person_hash": lambda c: columns.identity(c, self._blind),
            "id_no": columns.id_number,
            "name": columns.text,
            "birth_date": lambda c: columns.day(c, self.observed, future=False),
            "household_no": columns.code,
            "region_code": columns.code,
            "data_date": lambda c: columns.day(c, self.observed, future=False),
            "collected_at": lambda c: columns.moment(c, self.observed, future=False),
            "batch_id": columns.code,
            "source_dept": columns.code,
            "op": columns.operation,
        }

    def _records(self, chunk: pl.DataFrame, read: dict[str, pl.Series]) -> pl.DataFrame:
        """The plain record: envelope names as stored, fields as they are."""
        renamed = {"household_no": "household", "region_code": "region", "batch_id": "batch"}
        named = {renamed.get(n, n): s for n, s in read.items()}
        kept = {n: read[n] for n in read if n in self.source.fields}
        told = who(self.source, read, chunk.height, self.vault)
        named.setdefault("data_date", _nulls(chunk.height, pl.Date()))
        envelope = {n: s for n, s in named.items() if n in self.source.schema()}
        return pl.DataFrame({"_row": chunk["_row"], **envelope, **kept, **told})

    def _blind(self, number: str) -> str:
        return self.vault.blind("id", number)

    def _told(self, chunk: pl.DataFrame, name: str, column: Column) -> pl.DataFrame:
        title = self.header.title_of(name)
        return pl.concat(
            pl.DataFrame(
                {"_row": chunk["_row"].filter(mask), "field": title, "sentence": sentence},
                schema=FAULTS,
            )
            for mask, sentence in column.faults
        )


def _nulls(height: int, dtype: pl.DataType) -> pl.Series:
    return pl.Series([None], dtype=dtype).new_from_index(0, height)
