"""Everybody else in the city, in the classes that cover everybody: nobody of them needs help.

A quarter of a million households that are registered, insured, at school, at work or retired. They
neither die nor move; what they do every month is told as one record per person that is brought up
to date, so that a city's files stay readable. Suffix of their files: -city.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
from polars import Expr, col, lit

from core.sources import sources
from demo.town.dice import Dice
from demo.town.life.families import RELATION
from demo.town.names import names
from demo.town.numbers import id_numbers
from demo.town.places import settle
from demo.town.span import Days, Numbers, Span
from demo.town.wording import form
from demo.town.world import World

SUFFIX = "-city"
# Who lives together (weight): role and age, youngest to oldest.
HOMES: tuple[tuple[int, tuple[tuple[str, int, int], ...]], ...] = (
    (35, (("head", 28, 62), ("spouse", 27, 60))),
    (34, (("head", 32, 54), ("spouse", 30, 52), ("child", 2, 24))),
    (10, (("head", 33, 50), ("spouse", 31, 48), ("child", 3, 20), ("child", 1, 18))),
    (12, (("head", 61, 84), ("spouse", 60, 82))),
    (9, (("head", 38, 54), ("spouse", 36, 52), ("child", 8, 24), ("parent", 64, 86), ("parent", 62, 84))),
)  # fmt: skip
Told = tuple[str, date, pl.DataFrame]


@dataclass(frozen=True)
class Crowd:
    """*people*: record columns as text, and born, male, home as numbers; *span* of the town."""

    people: pl.DataFrame
    span: Span


def write_city(world: World, households: int, out: Path, *, parquet: bool) -> dict[str, int]:
    """Write *households* homes beside the town's; rows written per class."""
    crowd = _crowd(world, households)
    rows: dict[str, int] = {}
    for class_id, day, frame in told(crowd):
        path = out / str(day) / f"{class_id}{SUFFIX}"
        if parquet:
            frame.write_parquet(path.with_suffix(".parquet"), compression_level=1)
        else:
            frame.write_csv(path.with_suffix(".csv"), quote_style="never")
        rows[class_id] = rows.get(class_id, 0) + frame.height
    return rows


def told(crowd: Crowd) -> Iterator[Told]:
    """Every delivery about the crowd: registers first, then month by month, year by year."""
    yield from _registers(crowd)
    yield from _years(crowd)
    yield from _months(crowd)


def _crowd(world: World, households: int) -> Crowd:
    dice = world.dice("city")
    kind = dice.index(len(HOMES), households, [w for w, _ in HOMES])
    frames = [
        _members(dice, world, np.flatnonzero(kind == n), HOMES[n][1]) for n in range(len(HOMES))
    ]
    people = pl.concat(frames).sort("home", "place")
    homes = (
        settle(dice, world.places, households)
        .with_row_index("home")
        .with_columns(
            pl.col("home").cast(pl.Int64),
            household_no=form("PH{}", pl.int_range(pl.len()) + 20_000_001),
        )
    )
    people = people.join(homes, on="home", how="left", maintain_order="left")
    born, male = people["born"].to_numpy(), people["male"].to_numpy()
    towns = {code: 301 + n for n, code in enumerate(world.places.towns)}
    area = people["town"].replace_strict(towns, return_dtype=pl.Int64).to_numpy()
    people = people.with_columns(names(dice, born, male), id_numbers(area, born, male))
    return Crowd(people.with_row_index("n"), world.span)


def _members(
    dice: Dice, world: World, homes: Numbers, roles: tuple[tuple[str, int, int], ...]
) -> pl.DataFrame:
    many = len(homes)
    frames = []
    for place, (role, low, high) in enumerate(roles):
        age = dice.whole(low, high, many)
        born = world.span.first - (age * 365.25).astype("m8[D]") - dice.whole(0, 360, many)
        male = (
            dice.whole(0, 1, many)
            if role in ("child", "parent")
            else np.full(many, int(role == "head"))
        )
        frames.append(
            pl.DataFrame({"home": homes, "place": place, "role": role, "male": male, "born": born,
                          "relation": np.where(male == 1, *RELATION[role])},
                         schema_overrides={"role": pl.String, "relation": pl.String})
        )  # fmt: skip
    return pl.concat(frames)


def _rows(class_id: str, people: pl.DataFrame, day: date, *, again: bool, **fields: Expr) -> Told:
    """One delivery: envelope, then the fields of the class that are told."""
    known = sources()[class_id].fields
    assert set(fields) <= set(known), class_id
    envelope = {
        "record_id": form(f"C{class_id[1:]}-{{}}", "n"), "id_no": col("id_no"), "household_no": col("household_no"),
        "region_code": col("grid"), "data_date": lit(day.isoformat()), "op": lit("upd" if again else "add"),
    }  # fmt: skip
    return (
        class_id,
        day,
        people.select(**{k: v for k, v in envelope.items() if k not in fields}, **fields),
    )


def _registers(crowd: Crowd) -> Iterator[Told]:
    first, people = crowd.span.first_date, crowd.people
    heads = people.filter(col("place") == 0).select("home", head="id_no")
    sex = pl.when(col("male") == 1).then(lit("男")).otherwise(lit("女"))
    yield _rows(
        "P02-01", people, first, again=False, name=col("name"), id_no=col("id_no"), sex=sex,
        birth_date=col("born").dt.strftime("%Y-%m-%d"), hukou_addr=col("address"), region_code=col("grid"),
        household_no=col("household_no"), nation=lit("01"), status=lit("正常"),
    )  # fmt: skip
    both = people.join(heads, on="home", how="left", maintain_order="left")
    yield _rows("P02-02", both, first, again=False, household_no=col("household_no"),
                relation_to_head=col("relation"), head_id=col("head"))  # fmt: skip
    owners = people.filter(col("place") == 0)
    yield _rows("P08-01", owners, first, again=False, unit_no_hash=form("CU-{}", "n"), usage=lit("城镇住宅用地"),
                area=lit("98.000"), share=lit("100.00"), register_date=lit("2012-06-01"), address=col("address"),
                status=lit("现势"))  # fmt: skip
    students = _students(people)
    yield _rows("P06-02", students, first, again=False, school=lit("之江理工大学"), degree=lit("本科"), fulltime=lit("是"),
                enroll_date=col("enrolled"), expected_grad=col("graduates"), major=lit("会计"))  # fmt: skip


def _students(people: pl.DataFrame) -> pl.DataFrame:
    """Young people between eighteen and twenty-two, with the years of their studies."""
    year = col("born").dt.year() + (col("born").dt.month() >= 9).cast(pl.Int32)
    rows = people.filter(col("role") == "child").with_columns(year=year)
    return rows.filter(col("year").is_between(1999, 2003)).with_columns(
        enrolled=form("{}-09-01", col("year") + 18), graduates=form("{}-06-30", col("year") + 22)
    )


def _years(crowd: Crowd) -> Iterator[Told]:
    """Medical insurance every year, school every autumn."""
    for year in crowd.span.years:
        day = max(date(year - 1, 12, 13), crowd.span.first_date)
        class_id, day, frame = _rows("P04-01", crowd.people, day, again=False, insure_kind=lit("职工"),
                                     year=lit(str(year)), state=lit("正常"), subsidised=lit("否"))  # fmt: skip
        yield class_id, day, frame.with_columns(record_id=form("{}-{}", "record_id", year))
    for n, year in enumerate([crowd.span.years[0] - 1, *crowd.span.years]):
        day = max(date(year, 9, 12), crowd.span.first_date)
        age = year - col("born").dt.year() - (col("born").dt.month() >= 9).cast(pl.Int32)
        pupils = crowd.people.with_columns(age=age).filter(col("age").is_between(3, 17))
        stage = pl.when(col("age") < 6).then(lit("学前")).when(col("age") < 12).then(lit("小学"))
        stage_ = stage.when(col("age") < 15).then(lit("初中")).otherwise(lit("普高"))
        yield _rows("P06-01", pupils, day, again=n > 0, school=lit("平湖市某学校"), stage=stage_,
                    boarding=lit("否"), status=lit("在读"), left_behind=lit("否"))  # fmt: skip


def _months(crowd: Crowd) -> Iterator[Told]:
    """Insurance and wages of those of working age, pensions of the old, allowances of the very old."""
    span, people = crowd.span, crowd.people
    end = np.where(people["male"].to_numpy() == 1, 60, 55)
    people = people.with_columns(
        retires=_birthday(people, end), works=_birthday(people, np.full(len(end), 22))
    )
    months = np.arange(span.first.astype("M8[M]") - 2, span.last.astype("M8[M]") - 1)
    for n, month in enumerate(months.astype("M8[D]").tolist()):
        day = max(_after(month, 37), span.first_date)
        written = lit(f"{month:%Y-%m}")
        staff = people.filter(col("works") <= month, col("retires") > month)
        yield _rows("P03-03", staff, day, again=n > 0, insure_kind=lit("养老"), employer=lit("平湖市某公司"),
                    identity=lit("职工"), base=lit("5600.00"), pay_month=written, start_date=lit("2018-07-01"))  # fmt: skip
        yield _rows("P11-01", staff, max(_after(month, 48), span.first_date), again=n > 0,
                    employer=lit("平湖市某公司"), tax_month=written, wage=lit("6200.00"))  # fmt: skip
        old = people.filter(col("retires") <= month)
        yield _rows("P03-02", old, max(_after(month, 38), span.first_date), again=n > 0, total=lit("3400.00"),
                    pay_month=written, status=lit("在发"))  # fmt: skip
        eighty = people.filter(col("born").dt.offset_by("80y") < month)
        if month >= date(2023, 1, 1):
            yield _rows("M01-05", eighty, max(_after(month, 38), span.first_date), again=month > date(2023, 1, 1),
                        age_band=lit("80-89"), amount=lit("50.00"), pay_month=written, status=lit("在发"))  # fmt: skip


def _birthday(people: pl.DataFrame, years: Numbers) -> pl.Series:
    born: Days = people["born"].to_numpy()
    year = born.astype("M8[Y]") + years
    return pl.Series(
        (year.astype("M8[M]") + born.astype("M8[M]").astype(np.int64) % 12).astype("M8[D]")
    )


def _after(month: date, days: int) -> date:
    return date.fromordinal(month.toordinal() + days)
