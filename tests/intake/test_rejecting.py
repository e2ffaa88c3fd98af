"""Rows that go back: why, how, and how they come again."""

import json
from pathlib import Path

import polars as pl

from tests.intake.world import DAY, made_up_id, sheet


def test_a_rejected_row_never_loses_the_others_and_tells_why(world):
    report = world.send(
        "P01-01.csv",
        "记录编号,户号,月保障金,状态,起保日期,身份证号,业务日期\n"
        f"ok,H1,1070,在保,2022-07-01,{made_up_id(1)},2022-07-01\n"
        "b1,H2,一千,在保,2022-07-01,,\n"
        "b2,H3,1070,在册,2022-02-30,990482199001010012,\n"
        ",H4,1070,在保,2022-07-01,,\n"
        "b4,H5,-1,在保,2022-07-01,,2031-01-01\n"
        "b5,H6\n"
        "ok2,H7,,,,,\n",
    )
    assert (report.rows, report.accepted, report.rejected) == (7, 2, 5)
    assert world.column("P01-01", "record_id") == ["ok", "ok2"]
    back = world.back(report)
    assert [(r["行号"], r["问题字段"]) for r in back] == [
        ("3", "月保障金"),
        ("4", "状态；起保日期；身份证号"),
        ("5", "记录编号"),
        ("6", "月保障金；业务日期"),
        ("7", "整行"),
    ]
    assert back[0]["月保障金"] == "一千" and "认不出数" in back[0]["问题说明"]
    assert "只能写：在保、渐退、停保" in back[1]["问题说明"]


def test_corrected_rejects_are_sent_again_as_they_came_back(world):
    first = world.send("P01-01.csv", "记录编号,月保障金\na,1070\nb,一千\n")
    returned = Path(first.rejects_file)
    text = returned.read_text("utf-8-sig")
    again = world.send(returned.name, text.replace("一千", "1000"), encoding="utf-8-sig")
    assert (again.accepted, again.rejected, again.notes[1:]) == (1, 0, [])
    assert world.column("P01-01", "monthly_amount") == [107_000, 100_000]


def test_rejects_come_back_in_the_format_they_were_sent(world):
    sheet(world.folder / "P01-01-x.xlsx", [["记录编号", "月保障金"], ["a", "=1+1"], ["b", 5]])
    pl.DataFrame({"record_id": ["a", "b"], "monthly_amount": ["?", "5"]}).write_parquet(
        world.folder / "P01-02-x.parquet"
    )
    wrong = '{"record_id": "a", "monthly_amount": "?"}\n{"record_id": "b"}\nnot json\n'
    book = world.take(world.folder / "P01-01-x.xlsx")
    assert pl.read_excel(book.rejects_file).row(0) == ("2", "月保障金", told(), "a", "=1+1")
    lines = world.send("P01-01-x.jsonl", wrong)
    back = [json.loads(line) for line in Path(lines.rejects_file).read_text("utf-8").splitlines()]
    assert back[0]["monthly_amount"] == "?" and back[1]["原文"] == "not json"
    columns = world.folder / "P01-01-y.parquet"
    pl.DataFrame({"record_id": ["c", "d"], "monthly_amount": ["?", "5"]}).write_parquet(columns)
    parquet = pl.read_parquet(world.take(columns).rejects_file)
    assert parquet.columns == ["行号", "问题字段", "问题说明", "record_id", "monthly_amount"]
    assert parquet.row(0)[0] == "1"


def test_a_file_without_one_usable_row_is_not_a_delivery(world):
    report = world.send("P01-01.csv", "记录编号,月保障金\na,一千\n")
    assert "没有一行能用" in report.problem and report.rejects_file
    assert world.facts.view(DAY).last_delivery("P01-01") is None


def test_a_dry_run_tells_all_and_writes_nothing(world):
    report = world.send("P01-01.csv", "记录编号,月保障金\na,1\nb,一千\n", dry_run=True)
    assert (report.rows, report.accepted, report.rejected) == (2, 1, 1)
    assert report.rejects_file is None and not (world.folder / "rejects").exists()
    assert not world.facts.batches()


def told() -> str:
    return "月保障金：认不出数，请写成 1070.00"


def test_a_delivery_that_mostly_went_back_does_not_make_its_class_fresh(world):
    rows = "".join(f"r{n},{'一千' if n < 7 else n}\n" for n in range(30))
    report = world.send("P01-01-a.csv", "record_id,monthly_amount\n" + rows)
    assert report.accepted == 23 and "不当作“没有”" in report.notes[-1]
    assert world.facts.view(DAY).last_delivery("P01-01") == DAY
    assert world.facts.view(DAY).fresh("P01-01") is False
    corrected = "".join(f"r{n},{n}\n" for n in range(7))
    world.send("P01-01-b.csv", "record_id,monthly_amount\n" + corrected)
    assert world.facts.view(DAY).fresh("P01-01") is True
