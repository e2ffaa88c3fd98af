"""What one stored row looks like, and how a frame is brought into that shape."""

from datetime import date

import polars as pl

from core.privacy.vault import Vault
from core.sources import Source

# What a row says of who its person is, beside the mark: blind indexes, for core.matching only.
WHO: dict[str, pl.DataType] = {"_id": pl.String(), "_name": pl.String()}
# Our own columns beside the record: batch number, line in the file, fingerprint, "seen before".
OWN: dict[str, pl.DataType] = {
    **WHO,
    "_seq": pl.UInt32(),
    "_row": pl.UInt32(),
    "_sum": pl.UInt64(),
    "_again": pl.Boolean(),
}
# What does not make a record new: a delivery of the same content under another batch number.
CARRIER = ("observed", "batch", "source_dept", "collected_at", "op")


class BadFrame(ValueError):
    """A frame does not have the columns of its class."""


def stored_schema(source: Source) -> dict[str, pl.DataType]:
    return {**source.schema(), **OWN}


def plain_schema(source: Source) -> dict[str, pl.DataType]:
    """The record before sealing: sealed fields are still text."""
    return {n: pl.String() if n in source.sealed else t for n, t in source.schema().items()}


def complete(frame: pl.DataFrame, source: Source, observed: date) -> pl.DataFrame:
    """All columns of the plain record in order; missing ones are null, op is "add"; casts strictly.

    Raises BadFrame for a column the class does not have, or when record_id is missing.
    """
    strange = set(frame.columns) - set(plain_schema(source)) - {"_row", *WHO}
    if strange or "record_id" not in frame.columns:
        raise BadFrame(f"{source.class_id} 没有这些列：{sorted(strange)}；record_id 必须有。")
    given = set(frame.columns)
    columns = [
        (pl.col(name) if name in given else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in {**plain_schema(source), **WHO}.items()
    ]
    row = pl.col("_row") if "_row" in given else pl.int_range(pl.len())
    return frame.select(*columns, row.cast(pl.UInt32).alias("_row")).with_columns(
        observed=pl.lit(observed), op=pl.col("op").fill_null("add")
    )


def fingerprint(source: Source, seed: int) -> pl.Expr:
    """A number that is equal when the content of two records is: same fields, both alive or not.

    *seed* is secret, because the content includes what gets sealed.
    """
    content = [n for n in plain_schema(source) if n not in CARRIER]
    said = pl.struct(*content, gone=pl.col("op") == "del").hash(seed)
    for name in WHO:  # a row that tells nothing more keeps the number it always had
        more = pl.when(pl.col(name).is_not_null()).then(pl.col(name).hash(seed))
        said = said ^ more.fill_null(pl.lit(0, pl.UInt64))
    return said


def seal(frame: pl.DataFrame, source: Source, vault: Vault | None) -> pl.DataFrame:
    """Encrypt the sealed fields; text becomes bytes, null stays null."""
    sealed = [name for name in source.sealed if frame[name].null_count() < frame.height]
    if sealed and vault is None:
        raise BadFrame(f"{source.class_id} 有加密字段，存入时要给密钥。")
    return frame.with_columns(
        _seal(frame[name], source.class_id, vault)
        if vault and name in sealed
        else pl.lit(None, pl.Binary).alias(name)
        for name in source.sealed
    )


def _seal(text: pl.Series, class_id: str, vault: Vault) -> pl.Series:
    context = f"{class_id}.{text.name}"
    sealed = [None if t is None else vault.seal(t, context) for t in text]
    return pl.Series(text.name, sealed, dtype=pl.Binary)
