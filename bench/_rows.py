"""Rows of nobody, quickly: files and stores of any size for the benchmarks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from core.facts import Batch, Facts
from core.sources import Field, Source, sources

CHUNK = 500_000
PERSONS = 700_000
LEARNT = date(2022, 7, 1)
# Classes larger than most: rows of one city in a year or so.
LARGE = {
    "P02-01": PERSONS,
    "P02-02": PERSONS,
    "P03-01": 960_000,
    "P03-02": 720_000,
    "P03-03": 1_200_000,
    "P03-04": 150_000,
    "P04-01": PERSONS,
    "P04-02": 200_000,
    "P04-03": 600_000,
    "P05-07": 300_000,
    "P06-01": 90_000,
    "P08-01": 300_000,
    "P02-05": 250_000,
    "P11-01": 3_000_000,
    "M07-04": 250_000,
    "M24-01": 3_000_000,
    "M25-01": 3_000_000,
    "M28-01": 500_000,
}
OTHERS = 20_000
INDICATOR = re.compile(r"[A-E]\d+")


def read_by_portraits() -> list[str]:
    return [n for n, s in sources().items() if any(map(INDICATOR.fullmatch, s.read_by))]


def records(class_id: str, start: int, count: int) -> pl.DataFrame:
    """Stored records number *start* on, every unsealed field filled."""
    source = sources()[class_id]
    i = pl.col("i")
    envelope = {
        "record_id": pl.format("{}-{}", pl.lit(class_id), i),
        "person": pl.format("{}f{}", (i % PERSONS).hash(1), i % PERSONS),
        "household": pl.format("3304{}", (i % PERSONS) * 5 // 14),
        "region": pl.format("33048210{}003", i % 9),
        "data_date": pl.lit(LEARNT) - pl.duration(days=i % 360),
    }
    numbers = pl.int_range(start, start + count, eager=True).alias("i").to_frame()
    fields = {f.name: _made_up(f) for f in _plain(source)}
    return numbers.select(**envelope, **fields)


def store_city(folder: Path) -> int:
    """All classes the portraits read, and ten days of corrections; the number of rows."""
    facts, total = Facts(folder), 0
    for class_id in read_by_portraits():
        size = LARGE.get(class_id, OTHERS)
        for start in range(0, size, CHUNK):
            _append(facts, class_id, 0, start, min(CHUNK, size - start))
        for day in range(1, 11):
            _append(facts, class_id, day, day * 50, 200)
        total += size + 2_000
    return total


def deliveries(class_id: str, rows: int) -> Iterator[pl.DataFrame]:
    """The same records as a department would write them, in text."""
    for start in range(0, rows, CHUNK):
        frame = records(class_id, start, min(CHUNK, rows - start))
        yield frame.select(
            pl.col("record_id"),
            pl.col("person").alias("person_hash"),
            pl.col("household").alias("household_no"),
            pl.col("data_date"),
            pl.lit("2022-07-01 02:00:00").alias("collected_at"),
            pl.lit("B20220701").alias("batch_id"),
            pl.col("region").alias("region_code"),
            pl.lit("add").alias("op"),
            *(_as_sent(f) for f in _plain(sources()[class_id])),
        )


def _append(facts: Facts, class_id: str, day: int, start: int, count: int) -> None:
    frame = records(class_id, start, count)
    if day:
        frame = frame.with_columns(data_date=pl.lit(LEARNT + timedelta(days=day)))
    observed = LEARNT + timedelta(days=day)
    sha = f"{class_id}-{day}-{start}"
    facts.append(Batch(class_id=class_id, observed=observed, frame=frame, sha=sha))


def _plain(source: Source) -> list[Field]:
    own = ("household_no", "region_code")
    return [f for f in source.fields.values() if not f.sealed and f.name not in own]


def _made_up(field: Field) -> pl.Expr:
    i = pl.col("i")
    day = pl.lit(LEARNT) - pl.duration(days=i % 360)
    made: dict[str, pl.Expr] = {
        "int": (i.hash(3) % 5).cast(pl.Int64),
        "decimal": (i.hash(3) % 500_000).cast(pl.Int64),
        "bool": i % 3 == 0,
        "date": day,
        "month": day.dt.month_start(),
        "datetime": day.cast(pl.Datetime("us")),
        "list": pl.lit(None, pl.List(pl.String)),
        "str": pl.format("某某单位{}", i % 997),
    }
    if field.type == "enum":
        words = dict(enumerate(field.values))
        return (i % len(words)).replace_strict(words, return_dtype=pl.String)
    return made.get(field.type, pl.format("{}", i % 97))


def _as_sent(field: Field) -> pl.Expr:
    column = pl.col(field.name)
    if field.type == "decimal":
        return pl.format("{}.{}", column // 100, (column % 100).cast(pl.String).str.zfill(2)).alias(
            field.name
        )
    if field.type == "month":
        return column.dt.strftime("%Y-%m")
    return pl.lit("").alias(field.name) if field.type == "list" else column
