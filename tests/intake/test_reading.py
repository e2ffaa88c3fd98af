"""Files as departments send them: encodings, headers, formats."""

import json
from datetime import date

import polars as pl
import pytest
import xlsxwriter

from core.intake import import_paths
from tests.intake.world import CHINESE, DAY, World, made_up_id, sheet, wall


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_every_encoding_and_spelling_gives_the_same_records(world, encoding):
    report = world.send("P01-01-低保.csv", CHINESE, encoding=encoding)
    assert (report.rows, report.accepted, report.rejected, report.problem) == (3, 3, 0, None)
    rows = world.records("P01-01")
    assert rows["person"].to_list() == [
        world.vault.blind("id", made_up_id(1)),
        world.vault.blind("id", made_up_id(2)),
        None,
    ]
    assert rows["household"].to_list() == ["H1", "H2", "H3"]
    assert rows["data_date"].to_list() == [date(2022, 7, 1)] * 3
    assert rows["monthly_amount"].to_list() == [107_000, 3_000_000, None]
    assert rows["start_date"].to_list() == [date(2022, 7, 1), date(9999, 12, 31), None]
    assert rows["case_no"].to_list() == ["证1", "证2", None]
    assert rows["status"].to_list() == ["在保", "渐退", None]


def test_english_names_in_any_order_with_strangers_between(world):
    report = world.send(
        "p06-02_x.CSV",
        "school,备注,fulltime,record_id,grad_date,person_hash\n某大学,甲,是,g1,2021-06-30,abc\n",
    )
    assert report.accepted == 1 and "没有用到的列：备注" in report.notes
    row = world.records("P06-02").row(0, named=True)
    assert (row["school"], row["fulltime"], row["person"]) == ("某大学", True, "abc")
    assert row["grad_date"] == date(2021, 6, 30) and row["major"] is None


def test_a_title_line_above_the_header_and_tabs_between_the_cells(world):
    report = world.send("P01-01-t.txt", "平湖市低保名册\t\n记录编号\t状态\na\t在保\n")
    assert report.accepted == 1 and world.column("P01-01", "status") == ["在保"]


def test_the_unit_in_a_title_counts(world):
    world.send("P01-01-w.csv", "记录编号,月保障金（万元）\na,0.10705\n")
    assert world.column("P01-01", "monthly_amount") == [107_050]
    world.send("P09-01-w.csv", "记录编号,注册资本（元）\na,5000\nb,\n")
    assert world.column("P09-01", "capital") == [500_000, None]
    world.send("P09-01-v.csv", "记录编号,注册资本\nc,50\n")
    assert world.column("P09-01", "capital") == [500_000, None, 50_000_000]


def test_four_formats_of_the_same_rows_give_the_same_records(world):
    rows = [{"record_id": "a", "monthly_amount": "1070.5", "start_date": "2022-07-01"}]
    rows[0]["members"] = "m1、m2"
    world.send("P01-01-1.csv", ",".join(rows[0]) + "\n" + ",".join(rows[0].values()) + "\n")
    expected = world.records("P01-01")
    line = rows[0] | {"members": ["m1", "m2"], "monthly_amount": 1070.5}
    typed = line | {"start_date": date(2022, 7, 1)}
    pl.DataFrame([typed]).write_parquet(world.folder / "P01-01-3.parquet")
    sheet(
        world.folder / "P01-01-4.xlsx", [list(rows[0]), ["a", 1070.5, date(2022, 7, 1), "m1、m2"]]
    )
    for report in (
        world.send("P01-01-2.jsonl", json.dumps(line) + "\n\n"),
        world.take(world.folder / "P01-01-3.parquet"),
        world.take(world.folder / "P01-01-4.xlsx"),
    ):
        assert (report.accepted, report.unchanged, report.problem) == (0, 1, None)
    assert world.records("P01-01").equals(expected)
    assert expected["members"].to_list() == [["m1", "m2"]]


def test_numbers_dates_and_formulas_of_a_workbook_are_read_as_values(world):
    path = world.folder / "P01-05-a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("七月")
    page.write_row(1, 1, ["记录编号", "金额", "审批日期", "是否先行救助"])
    page.write_row(2, 1, ["g1", 1070, 44743, True])
    page.write_row(4, 1, ["g2", "=5"])
    page.write_formula(4, 2, "=2000/2", None, 1000)
    book.add_worksheet("说明").write(0, 0, "填表说明")
    book.close()
    report = world.take(path)
    assert (report.rows, report.accepted) == (2, 2)
    rows = world.records("P01-05")
    assert rows["amount"].to_list() == [107_000, 100_000]
    assert rows["approve_date"].to_list() == [date(2022, 7, 1), None]
    assert rows["fast_track"].to_list() == [True, None]


def test_two_sheets_with_headers_are_refused_rather_than_half_read(world):
    path = world.folder / "P01-01-b.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name in ("当湖", "钟埭"):
        book.add_worksheet(name).write_column(0, 0, ["记录编号", "a"])
        book.get_worksheet_by_name(name).write_column(0, 1, ["状态", "在保"])
    book.close()
    assert "两张" in world.take(path).problem


def test_sealed_fields_are_not_in_the_files_and_open_through_one_door(world):
    number = made_up_id(7)
    text = (
        f"记录编号,姓名,公民身份号码,联系电话,出生日期\nr,陆水根,{number},00000000000,1990-01-01\n"
    )
    assert world.send("P02-01.csv", text).accepted == 1
    row = world.records("P02-01")
    assert row["person"].to_list() == [world.vault.blind("id", number)]
    assert world.facts.unseal(world.vault, "P02-01", row["name"]).to_list() == ["陆水根"]
    assert world.facts.unseal(world.vault, "P02-01", row["id_no"]).to_list() == [number]
    for path in (world.folder / "facts").rglob("*"):
        if path.is_file():
            assert number.encode() not in path.read_bytes()
            assert "陆水根".encode() not in path.read_bytes()


def test_a_mark_that_was_sent_goes_before_the_number(world):
    world.send(
        "P02-01.csv", f"record_id,person_hash,id_no\na,mark,{made_up_id(1)}\nb,,{made_up_id(1)}\n"
    )
    assert world.column("P02-01", "person") == ["mark", world.vault.blind("id", made_up_id(1))]


def test_a_folder_is_read_in_order_and_strangers_in_it_are_left_alone(world):
    folder = world.folder / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "P01-02.csv").write_text("record_id,basic_amount\na,1\n", "utf-8")
    (folder / "sub" / "P01-01.csv").write_text("record_id,monthly_amount\na,1\n", "utf-8")
    (folder / "README.md").write_text("x", "utf-8")
    seen = []
    reports = import_paths(
        [folder],
        DAY,
        world.facts,
        world.vault,
        rejects=world.folder / "rejects",
        progress=lambda name, rows: seen.append(rows),
    )
    assert [r.class_id for r in reports] == ["P01-02", "P01-01"] and seen == [1, 1]


def test_times_of_collection_are_kept_to_the_second(world):
    world.send("P02-06.csv", "record_id,happened_at\na,2022年7月1日 8时30分\n")
    assert world.column("P02-06", "happened_at") == [wall(date(2022, 7, 1), 8, 30)]


def test_a_folder_may_have_any_name(tmp_path):
    odd = tmp_path / "数据 [2022]*{a}"
    odd.mkdir()
    world = World.at(odd)
    world.send("P01-01-[1].csv", "record_id,monthly_amount\na,1\na,2\nb,1\nb,1\n")
    pl.DataFrame({"record_id": ["c", "d"], "monthly_amount": ["?", "5"]}).write_parquet(
        odd / "P01-01-[2].parquet"
    )
    report = world.take(odd / "P01-01-[2].parquet")
    assert (report.accepted, report.rejected) == (1, 1)
    assert world.column("P01-01", "record_id") == ["b", "d"]
