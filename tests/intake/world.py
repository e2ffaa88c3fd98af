"""A small intake of its own: a store, keys, a folder to put files in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from core.facts import Facts
from core.intake import FileReport, import_paths
from core.intake.cells import check_digit
from core.privacy.vault import Vault

DAY = date(2022, 7, 15)


def made_up_id(number: int, born: str = "19900101") -> str:
    """An ID number of nobody: no province is called 99; the check digit is right."""
    body = f"990482{born}{number:03}"
    return body + check_digit(body)


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

    def column(self, class_id: str, name: str, day: date = DAY) -> list:
        return self.records(class_id, day)[name].to_list()
