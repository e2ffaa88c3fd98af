"""Everybody else in the city, in the classes that cover everybody: nobody of them needs help.

A quarter of a million households that are registered, insured, at school, at work or retired. They
neither die nor move; what they do every month is told as one record per person that is brought up
to date, so that a city's files stay readable. Suffix of their files: -city.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
from polars import Expr, col, lit

from core.sources import sources
from demo.town.crowd import Crowd, birthday_of, crowd_of, students
from demo.town.wording import form
from demo.town.world import World

SUFFIX = "-city"
Told = tuple[str, date, pl.DataFrame]


def write_city(world: World, households: int, out: Path, *, parquet: bool) -> list[tuple[str, int]]:
    """Write *households* homes beside the town's; class and rows of every file."""
    crowd = crowd_of(world, households)
    written = []
    for class_id, day, frame in told(crowd):
        path = out / str(day) / f"{class_id}{SUFFIX}"
        if parquet:
            frame.write_parquet(path.with_suffix(".parquet"), compression_level=1)
        else:
            frame.write_csv(path.with_suffix(".csv"), quote_style="never")
        written.append((class_id, frame.height))
    return written


def told(crowd: Crowd) -> Iterator[Told]:
    """Every delivery about the crowd: registers first, then month by month, year by year."""
    yield from _registers(crowd)
    yield from _years(crowd)
    yield from _months(crowd)


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
    studying = students(people)
    yield _rows("P06-02", studying, first, again=False, school=lit("之江理工大学"), degree=lit("本科"), fulltime=lit("是"),
                enroll_date=col("enrolled"), expected_grad=col("graduates"), major=lit("会计"))  # fmt: skip


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
        retires=birthday_of(people, end), works=birthday_of(people, np.full(len(end), 22))
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


def _after(month: date, days: int) -> date:
    return date.fromordinal(month.toordinal() + days)
