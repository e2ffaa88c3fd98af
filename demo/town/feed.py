"""From what a view tells to rows as they are delivered: text cells, one delivery day per row."""

import numpy as np
import polars as pl
from polars import col

from core.sources import Field, Source, sources
from demo.town.rhythm import observed
from demo.town.world import World

OBSERVED = "observed"


def feed(world: World, class_id: str, told: pl.DataFrame) -> pl.DataFrame:
    """Rows of one class in order of delivery: observed, the envelope, the fields; all text but dates.

    *told*: record_id; person and home (row numbers) where there are any; on (business date); told
    (the day the department knows, else *on*); wait (days more, if any); fields in stored units.
    Later rows of a record are further versions of it; of two that leave together the later stays.
    """
    source = sources()[class_id]
    rows = told.with_columns(_known(told).alias("told"))
    wait = rows["wait"].to_numpy() if "wait" in rows.columns else 0
    leaves = observed(class_id, rows["told"].to_numpy(), world.span, wait)
    rows = rows.with_columns(pl.Series(OBSERVED, leaves)).drop_nulls(OBSERVED)
    rows = rows.sort(OBSERVED, "told", maintain_order=True)
    rows = rows.unique([OBSERVED, "record_id"], keep="last", maintain_order=True)
    first = col("record_id").is_first_distinct()
    op = pl.when(first).then(pl.lit("add")).otherwise(pl.lit("upd"))
    rows = rows.with_columns(op=op if "op" not in rows.columns else pl.coalesce("op", op))
    return _columns(world, source, rows)


def _known(told: pl.DataFrame) -> pl.Expr:
    return pl.coalesce("told", "on") if "told" in told.columns else col("on")


def _columns(world: World, source: Source, rows: pl.DataFrame) -> pl.DataFrame:
    """observed and record_id, then the envelope as far as it is known, then the fields."""
    fields = source.fields
    envelope = {n: e for n, e in _envelope(world, rows).items() if n not in fields}
    shown = [_written(rows, field).alias(name) for name, field in fields.items()]
    marks = [col(OBSERVED), col("record_id").cast(pl.String)]
    return rows.select(*marks, *(e.alias(n) for n, e in envelope.items()), *shown)


def _envelope(world: World, rows: pl.DataFrame) -> dict[str, pl.Expr]:
    found: dict[str, pl.Expr] = {}
    region = world.homes["grid"]
    if "person" in rows.columns:
        found["id_no"] = pl.lit(named(world.people["id_no"], rows["person"]))
        homes = named(world.people["home"], rows["person"])
        found["region_code"] = pl.lit(named(region, homes))
    if "home" in rows.columns:
        found["household_no"] = pl.lit(named(world.homes["household_no"], rows["home"]))
        found["region_code"] = pl.lit(named(region, rows["home"]))
    if "region" in rows.columns:
        found["region_code"] = col("region")
    found["data_date"] = col("on").dt.strftime("%Y-%m-%d")
    found["op"] = col("op")
    return found


def named(values: pl.Series, rows: pl.Series) -> pl.Series:
    """The values at these row numbers; null for none (-1 or null)."""
    places = rows.cast(pl.Int64)
    places = pl.select(pl.when(places >= 0).then(places)).to_series()
    return values.gather(places).alias("named")


def _written(rows: pl.DataFrame, field: Field) -> pl.Expr:
    """A field as text, the way most departments write it; null where the view tells nothing."""
    if field.name not in rows.columns:
        return pl.lit(None, dtype=pl.String)
    value = col(field.name)
    if field.stored:
        return _decimal(value, field.scale)
    if field.type == "list":
        return value.list.join("、") if rows.schema[field.name] == pl.List(pl.String) else value
    formats = {"date": "%Y-%m-%d", "month": "%Y-%m", "datetime": "%Y-%m-%d %H:%M:%S"}
    if field.type in formats:
        return value.dt.strftime(formats[field.type])
    if field.type == "bool":
        return pl.when(value).then(pl.lit("是")).when(~value).then(pl.lit("否"))
    return value.cast(pl.String)


def _decimal(value: pl.Expr, scale: int) -> pl.Expr:
    """Stored whole units written with their decimals: 107000 fen are 1070.00."""
    places = len(str(scale)) - 1
    whole = value.cast(pl.Int64)
    sign = pl.when(whole < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    part = (whole.abs() % scale).cast(pl.String).str.zfill(places)
    return pl.concat_str(sign, (whole.abs() // scale).cast(pl.String), pl.lit("."), part)


def ids(world: World, persons: pl.Series | np.ndarray) -> pl.Series:
    """The ID numbers of people given by row number; null for nobody."""
    return named(world.people["id_no"], pl.Series(persons))
