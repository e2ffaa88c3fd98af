"""Broken and hostile files: one clear sentence, nothing stored, little memory."""

import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import polars as pl
import pytest

from tests.intake.world import CHINESE, sheet

GOOD = "记录编号,状态\n" + "".join(f"r{n},在保\n" for n in range(40))


def refused(world, name: str, content: str | bytes, sentence: str, **options) -> bool:
    """Whether the whole file is refused with this sentence, and nothing of it is kept."""
    report = world.send(name, content, **options)
    assert sentence in (report.problem or "")
    assert report.accepted == 0 and not world.facts.batches()
    assert not list((world.folder / "facts").rglob("*.parquet"))
    return report.problem.endswith("。")


def test_an_unclosed_quote_is_told_with_its_line_and_loses_nothing_silently(world):
    lines = GOOD.splitlines()
    lines[20] = 'r19,"在保'
    assert refused(world, "P01-01.csv", "\n".join(lines), "第 21 行引号未闭合")


def test_a_quote_closed_by_a_later_open_one_is_told_with_the_first_line(world):
    lines = GOOD.splitlines()
    lines[20], lines[30] = 'r19,"在保', 'r29,"在保"'
    assert refused(world, "P01-01.csv", "\n".join(lines), "第 21 行引号未闭合")


def test_quoted_cells_with_line_breaks_and_delimiters_are_fine(world):
    text = '记录编号,停保原因,状态\na,"一,\n二",在保\r\nb,c"d,渐退\r\n'
    assert world.send("P01-01.csv", text).accepted == 2
    assert world.column("P01-01", "stop_reason") == ["一,\n二", 'c"d']


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (GOOD.replace("r7,", "r\0,").encode(), "第 9 行有空字节"),
        (GOOD.encode("gb18030").replace(b"r7,", b"r\0,"), "第 9 行有空字节"),
        (GOOD.encode("gb18030") + "r,在保低保名册\n".encode(), "第 42 行与前面的行编码不同"),
        (GOOD.encode() + "r,在保低保名册\n".encode("gb18030"), "第 42 行与前面的行编码不同"),
        (GOOD.encode("gb18030") + b"r,\xff\xff\n", "第 42 行有认不出的字节"),
        (GOOD.encode("utf-16")[:-1], "UTF-16 编码坏了"),
    ],
)
def test_damaged_and_mixed_encodings_are_told_with_their_line(world, content, sentence):
    assert refused(world, "P01-01.csv", content, sentence)


def test_the_same_title_twice_is_refused(world):
    assert refused(world, "P01-01.csv", "记录编号,状态,status\na,在保,渐退\n", "重复了")


def test_ten_thousand_columns_are_refused(world):
    many = ",".join(f"c{n}" for n in range(10_000))
    assert refused(world, "P01-01.csv", f"record_id,{many}\n", "10001 列")
    keys = ",".join(f'"c{n}":1' for n in range(10_000))
    assert refused(world, "P01-01.jsonl", f'{{"record_id":"a",{keys}}}\n', "500 个字段名")


def test_a_file_of_another_class_or_without_header_is_refused(world):
    assert refused(world, "P01-01.csv", "x,y\n1,2\n", "没有找到表头")
    assert refused(world, "P01-01.csv", "记录编号,院校\n1,2\n", "没有认出 P01-01 的任何字段")
    assert refused(world, "P01-01.csv", "", "没有找到表头")


def test_shifted_rows_go_back_and_the_others_stay(world):
    report = world.send("P01-01.csv", GOOD + "r50,H1,在保\nr51\nr52,在保,,,\n")
    assert (report.accepted, report.rejected) == (41, 2)
    assert "可能错位" in world.back(report)[0]["问题说明"]


def test_a_line_without_end_is_refused_without_reading_it_whole(world):
    assert refused(world, "P01-01.csv", GOOD + "x" * 5_000_000, "没有换行")


def test_a_cell_of_three_hundred_thousand_characters_goes_back(world):
    report = world.send("P01-01.csv", GOOD + "big," + "x" * 300_000 + "\n")
    assert (report.accepted, report.rejected) == (40, 1)


def test_formulas_in_csv_are_text_and_come_back_harmless(world):
    text = "记录编号,保障证号,月保障金\na,=cmd|' /C calc'!A0,1\nb,@SUM(1),错\nc,-5,错\n"
    report = world.send("P01-01.csv", text)
    assert world.column("P01-01", "case_no") == ["=cmd|' /C calc'!A0"]
    assert [r["保障证号"] for r in world.back(report)] == ["'@SUM(1)", "-5"]


def test_words_that_would_do_something_elsewhere_are_only_words(world):
    words = ["{0.__class__}", "%s%n", "<b>x</b>", "[x](tg://user?id=1)", "'; DROP TABLE x;--"]
    lines = "".join(f"r{n},{w}\n" for n, w in enumerate(words))
    world.send("P01-02.csv", "记录编号,供养证号\n" + lines)
    assert world.column("P01-02", "case_no") == words


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("P01-01.xlsx", b"hello", "不是 xlsx"),
        ("P01-01.xlsx", b"<html><table></table></html>", "不是 xlsx"),
        ("P01-01.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "旧版 xls 或加了密码"),
        ("P01-01.parquet", b"PAR1hello", "不完整或已损坏"),
        ("P01-01.xls", b"x", "不认识 .xls"),
        ("P01-01", b"x", "没有扩展名"),
        ("P99-01.csv", b"x", "没有 P99-01 这一类"),
        ("低保.csv", b"x", "不以类别编号开头"),
    ],
)
def test_files_that_only_pretend_are_told_what_they_should_be(world, name, content, sentence):
    assert refused(world, name, content, sentence)


def test_a_truncated_parquet_is_refused(world):
    path = world.folder / "whole.parquet"
    pl.DataFrame({"record_id": ["a"], "status": ["在保"]}).write_parquet(path)
    assert refused(world, "P01-01.parquet", path.read_bytes()[:-40], "不完整或已损坏")


def test_a_symlink_and_a_missing_file_are_not_read(world):
    (world.folder / "real.csv").write_text(GOOD, "utf-8")
    link = world.folder / "P01-01.csv"
    link.symlink_to(world.folder / "real.csv")
    assert "符号链接" in world.take(link).problem
    assert "没有这个文件" in world.take(world.folder / "P01-02.csv").problem


def test_a_file_that_changes_while_being_read_is_not_taken(world):
    path = world.folder / "P01-01.csv"

    def meddle(name: str, rows: int) -> None:
        path.write_text(GOOD + "late,在保\n", "utf-8")

    report = world.send("P01-01.csv", GOOD, progress=meddle)
    assert "被改动了" in report.problem and not world.facts.batches()


def test_a_zip_bomb_is_refused_by_its_real_size_whatever_it_claims(world):
    bomb = workbook(world, {"xl/sharedStrings.xml": bytes(300 << 20)})
    assert len(bomb) < 400_000
    assert refused(world, "P01-01.xlsx", bomb, "压缩炸弹")
    claims = bomb.replace((300 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert claims != bomb
    assert refused(world, "P01-01.xlsx", claims, "压缩炸弹")


def test_xml_entities_are_refused(world):
    lol = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><sst>&lol;</sst>'
    assert refused(world, "P01-01.xlsx", workbook(world, {"xl/sharedStrings.xml": lol}), "XML 实体")


def test_a_sheet_that_claims_the_whole_grid_with_two_cells_is_refused(world):
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>'
    page = b'<worksheet xmlns="x"><sheetData>' + cells + b"</sheetData></worksheet>"
    bomb = workbook(world, {"xl/worksheets/sheet1.xml": page})
    assert refused(world, "P01-01.xlsx", bomb, "行数 × 列数")


def test_a_bomb_a_wide_sheet_and_a_long_line_need_little_memory(world):
    """In a process of its own, because memory once used is never seen to go away."""
    (world.folder / "P01-01-a.xlsx").write_bytes(
        workbook(world, {"xl/sharedStrings.xml": bytes(300 << 20)})
    )
    with (world.folder / "P01-01-b.csv").open("wb") as file:
        file.truncate(1 << 30)
    with (world.folder / "P01-01-c.csv").open("wb") as file:
        file.write(GOOD.encode() + b"x" * (64 << 20))
    code = (
        "import sys, re, pathlib, datetime\n"
        "from core.facts import Facts\nfrom core.intake import import_paths\n"
        "from core.privacy.vault import Vault\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "status = pathlib.Path('/proc/self/status')\n"
        "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+)', status.read_text())[1])\n"
        "before = peak()\n"
        "done = import_paths([folder], datetime.date(2022, 7, 15), Facts(folder / 'facts'),"
        " Vault.throwaway(), rejects=folder / 'rejects')\n"
        "print(sum(bool(r.problem) for r in done), (peak() - before) // 1024)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(world.folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    problems, megabytes = map(int, ran.stdout.split())
    assert problems == 3 and megabytes < 200


def test_nothing_of_a_file_is_kept_when_it_ends_badly(world):
    lines = GOOD.splitlines()
    assert refused(world, "P01-01.csv", "\n".join([*lines, 'x,"在保']), "引号未闭合")
    assert not (world.folder / "facts" / "P01-01" / ".taking").exists()
    assert not (world.folder / "rejects").exists() or not any((world.folder / "rejects").iterdir())


def test_problems_name_nobody(world):
    report = world.send("P01-01.csv", CHINESE.replace("在保", "在册"))
    told = str([report.problem, report.notes, report.faults])
    assert "9904821990" not in told


def workbook(world, members: dict[str, bytes]) -> bytes:
    """A real workbook in which some members are replaced."""
    source = world.folder / "plain.xlsx"
    sheet(source, [["记录编号", "状态"], ["a", "在保"]])
    target = world.folder / "made.xlsx"
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(
            target, "w", zipfile.ZIP_DEFLATED, compresslevel=zlib.Z_BEST_COMPRESSION
        ) as new,
    ):
        for name in {*old.namelist(), *members}:
            new.writestr(name, members.get(name) or old.read(name))
    return target.read_bytes()
