"""A small intake of its own: a store, keys, a folder to put files in."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import polars as pl
import xlsxwriter

from core.facts import Facts
from core.intake import FileReport, import_paths
from core.intake.cells import check_digit
from core.privacy.vault import Vault

DAY = date(2022, 7, 15)


def wall(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """A moment as the store keeps it: wall time in Shanghai."""
    return datetime.combine(day, time(hour, minute))


def made_up_id(number: int, born: str = "19900101") -> str:
    """An ID number of nobody: no province is called 99; the check digit is right."""
    body = f"990482{born}{number:03}"
    return body + check_digit(body)


CHINESE = f"""记录编号,身份证号,户号,业务日期,归集时间,批次号,区划代码,增改删标志,保障证号,月保障金,状态,起保日期
a1,{made_up_id(1)},H1,2022年7月1日,2022/7/2 8:30,B1,330482101,新增,证１,"1,070.00",在保,44743
a2,{made_up_id(2).lower()},H2,2022/7/1,2022-07-02 08:30:00,B1,330482102,add,证2,3万,渐退,长期
a3,,H3,20220701,,,,,,,,
"""


@dataclass
class World:
    """Puts files into a folder and imports them."""

    folder: Path
    facts: Facts
    vault: Vault

    @classmethod
    def at(cls, folder: Path) -> "World":
        return cls(folder, Facts(folder / "facts"), Vault.throwaway())

    def send(self, name: str, content: str | bytes, day: date = DAY, **options) -> FileReport:
        """Write *content* under *name* and import it."""
        encoding = options.pop("encoding", "utf-8")
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return self.take(path, day, **options)

    def take(self, path: Path, day: date = DAY, **options) -> FileReport:
        rejects = self.folder / "rejects"
        (report,) = import_paths([path], day, self.facts, self.vault, rejects=rejects, **options)
        assert report.problem or report.rows == (
            report.accepted + report.unchanged + report.rejected
        )
        return report

    def records(self, class_id: str, day: date = DAY) -> pl.DataFrame:
        return self.facts.view(day).records(class_id).sort("record_id").collect()

    def back(self, report: FileReport) -> list[dict[str, str]]:
        """The rows of a CSV rejects file."""
        with Path(report.rejects_file).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def column(self, class_id: str, name: str, day: date = DAY) -> list:
        return self.records(class_id, day)[name].to_list()


def sheet(path, rows) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    page = book.add_worksheet()
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            page.write_datetime(n, m, cell, day) if isinstance(cell, date) else page.write(
                n, m, cell
            )
    book.close()
